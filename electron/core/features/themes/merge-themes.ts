import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { countThemePersons } from '../coding/index.ts';
import { handOn } from './hand-on.ts';
import { handOnFramework } from './hand-on-framework.ts';
import { moveCodings, type MovedCodings } from './move-codings.ts';
import { joinWords } from './join-words.ts';
import { setParent } from './move-theme.ts';
import { themeName } from './theme-terms.ts';
import { isWithin, readShape, requireIn } from './tree-shape.ts';

/** Which theme goes into which. */
export interface Merge {
  readonly themeId: string;
  readonly intoId: string;
}

const NoteRow = z.object({ note: z.string().nullable() });

/** What tells two themes apart, if somebody said that they differ. */
export function readDifference(sql: Statements, { themeId, intoId }: Merge): { note: string | null } | null {
  const rows = sql.all(
    NoteRow,
    `SELECT note FROM theme_difference
     WHERE (theme_id = :themeId AND other_theme_id = :intoId) OR (theme_id = :intoId AND other_theme_id = :themeId) ORDER BY id`,
    { themeId, intoId },
  );
  return rows.find(({ note }) => note !== null) ?? rows[0] ?? null;
}

/** Persons who have either branch, each once, and whether the two are said to differ. @throws AppError NOT_FOUND */
export function readTogether(
  { sql, actorId }: Pick<Call, 'sql' | 'actorId'>,
  merge: Merge,
): { persons: number; differs: { note: string | null } | null } {
  const shape = readShape(sql);
  for (const id of [merge.themeId, merge.intoId]) requireIn(shape, id);
  const persons = countThemePersons(sql, null, actorId).withDescendants;
  const all = new Set([...(persons.get(merge.themeId) ?? []), ...(persons.get(merge.intoId) ?? [])]);
  return { persons: all.size, differs: readDifference(sql, merge) };
}

/** Merges a theme into another and takes it out of the tree. @throws AppError NOT_FOUND, HIERARCHY_LOOP, THEMES_DIFFER */
export function mergeThemes(call: Call, merge: Merge & { readonly isConfirmed: boolean }): MovedCodings {
  const { sql, operation } = call;
  const { themeId, intoId } = merge;
  if (themeId === intoId) throw new AppError('HIERARCHY_LOOP', {}, 'themes.mergeSame');
  const names = { theme: themeName(sql, themeId), into: themeName(sql, intoId) };
  if (!merge.isConfirmed && readDifference(sql, merge) !== null) throw new AppError('THEMES_DIFFER', names, 'themes.differ');
  operation.label(names);
  handOnChildren(call, merge);
  const moved = moveCodings(call, { fromId: themeId, toId: intoId, ids: null });
  joinWords(call, merge);
  handOn(call, merge);
  handOnFramework(call, merge);
  sql.run('DELETE FROM theme WHERE id = :themeId', { themeId });
  return moved;
}

/** What stood under the theme stands last under the other; one that stood under the theme itself takes its place first. */
function handOnChildren(call: Call, { themeId, intoId }: Merge): void {
  const { sql } = call;
  const before = readShape(sql);
  const theme = requireIn(before, themeId);
  if (isWithin(before, intoId, themeId)) {
    setParent(call, intoId, theme.parent_id);
    sql.run('UPDATE theme SET ordinal = :ordinal, color = :color WHERE id = :intoId', {
      intoId,
      ordinal: theme.ordinal,
      color: theme.color,
    });
  }
  const shape = readShape(sql);
  let ordinal = Math.max(0, ...shape.childrenOf(intoId).map((child) => child.ordinal));
  for (const child of shape.childrenOf(themeId)) {
    ordinal += 1;
    sql.run('UPDATE theme SET parent_id = :intoId, ordinal = :ordinal WHERE id = :id', { id: child.id, intoId, ordinal });
  }
}
