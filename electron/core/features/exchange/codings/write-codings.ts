import { z } from 'zod';
import type { CodingsReport } from '../../../../../shared/contract/exchange.ts';
import type { FileCodings } from '../../../../../shared/model/survey-file.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { createBulkInsert, type BulkInsert } from '../../../db/bulk-insert.ts';
import type { Call } from '../../../rpc/call.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { nextColour } from '../../themes/branch-colours.ts';
import { spellingKey } from '../reading/value-forms.ts';
import type { SurveyToWrite, Writing } from '../writing.ts';
import { createCodingsTally, createThemeMatcher } from './match-themes.ts';
import type { RowThemes } from './row-themes.ts';

/** An answer that stands in the workspace now, and the themes that the file gives it. */
export interface CodedAnswer {
  readonly textId: string;
  /** UTF-16 units of the stored text. */
  readonly length: number;
  readonly themes: readonly RowThemes[];
  /** It stood before: codings that are there already are not put twice. */
  readonly wasThere: boolean;
}

const One = z.object({ n: z.int() });
const Colour = z.object({ color: z.int().nullable() });
const ActorRow = z.object({ id: z.string(), name: z.string() });
const ThemeOfCoding = z.object({ theme_id: z.string() });

/**
 * Puts the file's themes on whole answers, with the batch's id on every row: labels that name no theme become themes. Part of the
 * import's one operation.
 */
export function writeCodings(
  call: Call,
  { workspace, batchId, language, at }: Writing,
  blocks: readonly FileCodings[],
  answers: readonly CodedAnswer[],
  withoutAnswer: number,
): CodingsReport {
  const match = createThemeMatcher(workspace.sql);
  const tally = createCodingsTally(match, blocks);
  const themeOf = createThemeMaker(workspace, batchId, language, match);
  const coders = blocks.map(({ coder }) => coderOf(call, coder));
  const columns = ['id', 'text_id', 'theme_id', 'coder_id', 'is_whole', 'start_offset', 'end_offset', 'origin', 'coded_at', 'batch_id'];
  // Themes stand before the codings that point to them.
  for (const { themes } of answers) for (const { labels } of themes) for (const label of labels) themeOf.make(label);
  themeOf.finish();
  const codings = createBulkInsert(workspace.db, 'coding', columns);
  let written = 0;
  for (const { textId, length, themes, wasThere } of answers) {
    tally.add(themes, () => true);
    const done = new Set<string>();
    for (const { block, labels } of themes) {
      const coder = coders[block] ?? call.actorId;
      for (const label of labels) {
        const theme = themeOf.make(label);
        if (done.has(`${coder} ${theme}`)) continue;
        done.add(`${coder} ${theme}`);
        if (wasThere && isThere(call, textId, theme, coder)) continue;
        written += 1;
        codings.add(workspace.newId(), textId, theme, coder, 1, 0, length, 'import', at, batchId);
      }
      if (wasThere) workspace.sql.run('DELETE FROM text_reading WHERE text_id = :textId AND coder_id = :coder', { textId, coder });
    }
  }
  codings.finish();
  return { ...tally.report(), codings: written, withoutAnswer };
}

/** The same for a survey that is being written; null where no columns of it hold themes. */
export function writeFileCodings(
  call: Call,
  writing: Writing,
  survey: SurveyToWrite,
  answers: readonly CodedAnswer[],
): CodingsReport | null {
  const { codings = [] } = survey.mapping;
  if (codings.length === 0) return null;
  const withThemes = survey.rows.reduce((n, { themes = [] }) => n + new Set(themes.map(({ question }) => question)).size, 0);
  return writeCodings(call, writing, codings, answers, withThemes - answers.length);
}

function isThere({ sql }: Call, textId: string, themeId: string, coderId: string): boolean {
  const text = 'SELECT theme_id FROM coding WHERE text_id = :textId AND theme_id = :themeId AND coder_id = :coderId LIMIT 1';
  return sql.get(ThemeOfCoding, text, { textId, themeId, coderId }) !== undefined;
}

/** The coder whom the file's codings are of: somebody known by that name, or entered now; without a name whoever imports. */
function coderOf({ sql, workspace, actorId }: Call, name: string | null): string {
  if (name === null) return actorId;
  const known = sql.all(ActorRow, 'SELECT id, name FROM actor WHERE is_consensus = 0 ORDER BY id');
  const found = known.find((actor) => actor.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found.id;
  const id = workspace.newId();
  const parts = name.split(/\s+/u);
  const initials = (parts.length > 1 ? parts.map((part) => [...part][0] ?? '').join('') : name).slice(0, 2).toUpperCase();
  sql.insert('actor', { id, user_name: null, name, initials });
  return id;
}

interface ThemeMaker {
  /** The theme of a label, made where there is none. */
  readonly make: (label: string) => string;
  readonly finish: () => void;
}

function createThemeMaker(
  { db, sql, newId }: Workspace,
  batchId: string,
  language: Language,
  match: (label: string) => string | undefined,
): ThemeMaker {
  const made = new Map<string, string>();
  let number = sql.get(One, 'SELECT coalesce(max(CAST(number AS INTEGER)), 0) AS n FROM theme')?.n ?? 0;
  let ordinal = sql.get(One, 'SELECT coalesce(max(ordinal), 0) AS n FROM theme WHERE parent_id IS NULL')?.n ?? 0;
  const owned = sql.all(Colour, 'SELECT color FROM theme WHERE parent_id IS NULL ORDER BY ordinal, number, id').map((row) => row.color);
  const themes = createBulkInsert(db, 'theme', ['id', 'number', 'ordinal', 'color', 'definition', 'batch_id']);
  const terms: BulkInsert = createBulkInsert(db, 'theme_term', ['id', 'theme_id', 'language', 'kind', 'term', 'batch_id']);
  return {
    make: (label) => {
      const key = spellingKey(label);
      const known = match(label) ?? made.get(key);
      if (known !== undefined) return known;
      const id = newId();
      made.set(key, id);
      number += 1;
      ordinal += 1;
      const colour = nextColour(owned);
      owned.push(colour);
      themes.add(id, String(number).padStart(2, '0'), ordinal, colour, '{}', batchId);
      terms.add(newId(), id, language, 'preferred', label, batchId);
      return id;
    },
    finish: () => {
      themes.finish();
      terms.finish();
    },
  };
}
