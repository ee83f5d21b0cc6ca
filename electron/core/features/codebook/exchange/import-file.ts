import {
  codebookRowsShown,
  type CodebookImportChoices,
  type CodebookInspection,
  type InspectedTheme,
} from '../../../../../shared/contract/codebook-exchange.ts';
import { ThemeId } from '../../../../../shared/model/ids.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { wordsIn } from '../../../words.ts';
import { readCodebook } from '../read-codebook.ts';
import type { FileCodebook } from './file-codebook.ts';
import { idOfGuid, likelyLanguage } from './match-themes.ts';
import { basisOf, keyOf, planImport, type ImportPlan } from './plan-import.ts';
import { readCodebookFile } from './read-file.ts';
import { plainName, themeDifferences } from './theme-differences.ts';
import { writeCodebook } from './write-codebook.ts';

type Progress = { done: number; of: number };

interface FileInput {
  readonly ticket: string;
  readonly choices: CodebookImportChoices;
}

async function readAndPlan(call: Call, { ticket, choices }: FileInput, newId: () => ThemeId): Promise<ReadPlan> {
  const { path, name: fileName } = call.session.blobs.received(ticket);
  const ours = readCodebook(call.sql);
  const read = (language: Language): Promise<FileCodebook> => {
    const nameless = wordsIn(language)('codebookExchange.words.nameless');
    return readCodebookFile(path, { language, nameless, signal: call.signal });
  };
  const file = await read(choices.language);
  const language = choices.isLanguageGuessed && !file.isOwn ? likelyLanguage(ours, file.themes, choices.language) : choices.language;
  return { fileName, language, ...planImport(ours, language === choices.language ? file : await read(language), choices, newId) };
}

interface ReadPlan extends ImportPlan {
  readonly fileName: string;
  /** The one that its words are in. */
  readonly language: Language;
}

/** Reads a file and says what it would come to. Writes nothing. @throws AppError FILE_UNREADABLE, FILE_TOO_LARGE, TICKET_UNKNOWN, CANCELLED */
export async function* inspectFile(
  call: Call,
  input: FileInput & { readonly show: 'all' | 'new' | 'same' | 'different' },
): AsyncGenerator<Progress, CodebookInspection> {
  yield { done: 0, of: 1 };
  // Ids that are only looked at need not be anybody's.
  let made = 0;
  const plan = await readAndPlan(call, input, () => idOfGuid(`shown ${(made += 1)}`));
  const rows = inspectedThemes(plan);
  const isShown = ({ choice, differences }: InspectedTheme): boolean =>
    input.show === 'all' || (input.show === 'different' ? differences.length > 0 : choice.as === input.show);
  const shown = rows.filter(isShown);
  const count = (as: string): number => rows.filter(({ choice }) => choice.as === as).length;
  return {
    fileName: plan.fileName,
    format: plan.file.format,
    isOwn: plan.file.isOwn,
    language: plan.language,
    basis: basisOf(plan.ours),
    themeCount: rows.length,
    levels: Math.max(0, ...rows.map(({ depth }) => depth + 1)),
    newCount: count('new'),
    sameCount: count('same'),
    differentCount: rows.filter(({ differences }) => differences.length > 0).length,
    skippedCount: count('skip'),
    rows: shown.slice(0, codebookRowsShown),
    rowCount: shown.length,
    notes: [...plan.notes],
  };
}

function inspectedThemes({ ours, file, matches, choices, merged, language }: ReadPlan): InspectedTheme[] {
  const before = new Map(ours.themes.map((theme) => [theme.id, theme]));
  const after = new Map(merged.after.themes.map((theme) => [theme.id, theme]));
  const nameOf = (id: string): string => {
    const theme = after.get(ThemeId.parse(id));
    return theme === undefined ? id : plainName(theme, language);
  };
  const isTree = file.themes.some(({ parent }) => parent !== null);
  const depths: number[] = [];
  return file.themes.map((theirs, at): InspectedTheme => {
    const depth = theirs.parent === null ? 0 : (depths[theirs.parent] ?? -1) + 1;
    depths.push(depth);
    const choice = choices[at] ?? { as: 'skip' };
    const own = choice.as === 'same' ? before.get(choice.themeId) : undefined;
    const then = choice.as === 'same' ? after.get(choice.themeId) : undefined;
    const theirParent = isTree ? (theirs.parent === null ? null : (merged.ids[theirs.parent] ?? null)) : undefined;
    const differences =
      own === undefined || then === undefined ? [] : themeDifferences({ before: own, after: then, theirs, nameOf, theirParent });
    return {
      key: keyOf(at),
      line: theirs.line,
      depth,
      number: theirs.number,
      terms: theirs.terms,
      match: matches[at] ?? null,
      choice,
      differences,
    };
  });
}

/**
 * Takes a file in as chosen: read and judged first with nothing written, then written in one operation.
 * @throws AppError STALE when the codebook is no longer what the inspection saw, and what `inspectFile` throws
 */
export async function* importFile(
  call: Call,
  input: FileInput & { readonly basis: string },
): AsyncGenerator<Progress, { newCount: number; changedCount: number; unchangedCount: number; skippedCount: number }> {
  const { session, workspace, signal } = call;
  if (workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
  yield { done: 0, of: 2 };
  const plan = await readAndPlan(call, input, () => ThemeId.parse(workspace.newId()));
  // The last moment to cancel: what comes now is one step.
  yield { done: 1, of: 2 };
  if (signal?.aborted === true || session.workspace !== workspace) throw new AppError('CANCELLED');
  const counts = countOutcome(plan);
  call.commit((operation) => {
    if (basisOf(plan.ours) !== input.basis || basisOf(readCodebook(call.sql)) !== input.basis)
      throw new AppError('STALE', {}, 'codebookExchange.error.stale');
    operation.label({ file: cut(plan.fileName, 30), themes: counts.newCount + counts.changedCount });
    writeCodebook(call, plan.ours, plan.merged.after);
  });
  session.blobs.discard(input.ticket);
  return counts;
}

function countOutcome({ ours, choices, merged }: ImportPlan) {
  const before = new Map(ours.themes.map((theme) => [theme.id, JSON.stringify(theme)]));
  const after = new Map(merged.after.themes.map((theme) => [theme.id, JSON.stringify(theme)]));
  const ids = new Set(choices.flatMap((choice) => (choice.as === 'same' ? [choice.themeId] : [])));
  const changedCount = [...ids].filter((id) => before.get(id) !== after.get(id)).length;
  return {
    newCount: choices.filter(({ as }) => as === 'new').length,
    changedCount,
    unchangedCount: ids.size - changedCount,
    skippedCount: choices.filter(({ as }) => as === 'skip').length,
  };
}
