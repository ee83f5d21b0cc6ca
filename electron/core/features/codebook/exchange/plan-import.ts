import { createHash } from 'node:crypto';
import type { CodebookImportChoices, CodebookNote, ThemeChoice } from '../../../../../shared/contract/codebook-exchange.ts';
import type { CodebookSnapshot } from '../../../../../shared/model/codebook.ts';
import type { ThemeId } from '../../../../../shared/model/ids.ts';
import { FileNotes, type FileCodebook } from './file-codebook.ts';
import { fileError } from './file-error.ts';
import { matchThemes, type ThemeMatch } from './match-themes.ts';
import { mergeCodebook, type MergedCodebook } from './merge-codebook.ts';

/** What an import would do, all of it, before anything is written. */
export interface ImportPlan {
  readonly ours: CodebookSnapshot;
  readonly file: FileCodebook;
  readonly matches: readonly (ThemeMatch | null)[];
  readonly choices: readonly ThemeChoice[];
  readonly merged: MergedCodebook;
  readonly notes: readonly CodebookNote[];
}

/** The key by which a choice names a theme of the file. */
export function keyOf(index: number): string {
  return String(index);
}

/** A sign of what a codebook is like now. */
export function basisOf(ours: CodebookSnapshot): string {
  return createHash('sha256').update(JSON.stringify(ours)).digest('hex');
}

/**
 * Decides what each theme of a file becomes: as chosen, else as proposed. Where the id is the same the file is a later state of our own
 * codebook and its word counts; where only a word is, ours does. @throws AppError FILE_UNREADABLE when a chosen theme is not there
 */
export function planImport(ours: CodebookSnapshot, file: FileCodebook, given: CodebookImportChoices, newId: () => ThemeId): ImportPlan {
  const matches = matchThemes(ours, file.themes, given.matching);
  const known = new Set(ours.themes.map(({ id }) => id));
  const choices = file.themes.map((_theme, at): ThemeChoice => {
    const chosen = given.themes[keyOf(at)];
    if (chosen?.as === 'same' && !known.has(chosen.themeId)) throw fileError('stale');
    return chosen ?? proposed(matches[at] ?? null);
  });
  const merged = mergeCodebook(ours, file.themes, choices, newId);
  return { ours, file, matches, choices, merged, notes: allNotes(file, merged) };
}

function proposed(match: ThemeMatch | null): ThemeChoice {
  return match === null ? { as: 'new' } : { as: 'same', themeId: match.themeId, take: match.by === 'id' ? 'theirs' : 'ours' };
}

/** What was noted when the file was read, and what only shows beside our codebook. */
function allNotes({ notes, themes }: FileCodebook, merged: MergedCodebook): CodebookNote[] {
  const more = new FileNotes();
  for (const { line, guid } of merged.unknownDifferences) more.add('differs-unknown', line, guid);
  for (const { line, number } of merged.takenNumbers) more.add('number-taken', line, number);
  const seen = new Set<string>();
  for (const { terms, parent, line } of themes) {
    const [term = ''] = Object.values(terms);
    const key = JSON.stringify([parent, term.toLowerCase()]);
    if (term !== '' && seen.has(key)) more.add('term-twice', line, term);
    seen.add(key);
  }
  return [...notes, ...more.list()].toSorted((one, other) => Number(other.isLost) - Number(one.isLost));
}
