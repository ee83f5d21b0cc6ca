import { z } from 'zod';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { createTheme } from './change-themes.ts';
import { moveCodings, type MovedCodings } from './move-codings.ts';
import { themeName } from './theme-terms.ts';
import { readShape, requireIn } from './tree-shape.ts';

export interface SplitInput {
  readonly themeId: string;
  readonly codingIds: readonly string[];
  readonly to:
    | { readonly themeId: string }
    | { readonly term: string; readonly language: Language; readonly isWantedAnyway?: boolean | undefined };
}

const Count = z.object({ n: z.int() });

/** Lets some codings of a theme go to another, or to a new one beside it. @throws AppError NOT_FOUND, THEME_EXISTS */
export function splitTheme(call: Call, { themeId, codingIds, to }: SplitInput): MovedCodings & { themeId: string } {
  const { sql, operation } = call;
  const shape = readShape(sql);
  const { parent_id: parentId } = requireIn(shape, themeId);
  const ids = [...new Set(codingIds)];
  const known = sql.get(Count, 'SELECT count(*) AS n FROM coding WHERE theme_id = :themeId AND id IN (SELECT value FROM json_each(:ids))', {
    themeId,
    ids: JSON.stringify(ids),
  });
  if (known?.n !== ids.length) throw new AppError('NOT_FOUND');
  const toId = 'themeId' in to ? requireIn(shape, to.themeId).id : createTheme(call, { ...to, parentId });
  if (toId === themeId) throw new AppError('NOT_FOUND');
  const moved = moveCodings(call, { fromId: themeId, toId, ids });
  operation.label({ theme: themeName(sql, themeId), to: themeName(sql, toId), count: moved.moved });
  return { ...moved, themeId: toId };
}
