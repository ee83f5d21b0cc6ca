import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from './theme-terms.ts';
import { themeReferences, usedThemesSql } from './theme-references.ts';

const IdRow = z.object({ id: z.string() });

/** Themes that something rests on. */
export function readUsedThemes(sql: Statements): ReadonlySet<string> {
  return new Set(sql.all(IdRow, usedThemesSql).map(({ id }) => id));
}

/** Deletes a theme nothing rests on, with its words. @throws AppError NOT_FOUND, IN_USE */
export function removeTheme({ sql, operation }: Call, themeId: string): void {
  operation.label({ theme: themeName(sql, themeId) });
  if (readUsedThemes(sql).has(themeId)) throw new AppError('IN_USE', {}, 'themes.inUse');
  for (const { table, column, role } of themeReferences)
    if (role === 'part') sql.run(`DELETE FROM ${table} WHERE ${column} = :themeId`, { themeId });
  sql.run('DELETE FROM theme WHERE id = :themeId', { themeId });
}
