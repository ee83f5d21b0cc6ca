import { z } from 'zod';
import type { BlockProblem } from '../../../../../../shared/contract/reports-document.ts';
import type { BlockKind } from '../../../../../../shared/contract/reports-terms.ts';
import type { BlockRow } from '../../blocks/block-rows.ts';
import { problem, type Ground } from '../ground.ts';

/** What is filled in about something, and by what it can be told: the options of a block are words to the file, so what they name may be gone. */
const kinds: readonly BlockKind[] = ['findings', 'actions', 'meetings'];
const tables = {
  themeId: 'theme',
  serviceId: 'service',
  placeId: 'place',
  roundId: 'meeting_round',
  meetingId: 'meeting',
} as const;
const Found = z.object({ found: z.int() });

/** A block about a theme, service, place, round or meeting that is no longer there would tell of nothing as if there were nothing to tell. */
export function aboutGone({ kind, options }: BlockRow, { call: { sql } }: Ground): BlockProblem[] {
  if (!kinds.includes(kind)) return [];
  const isGone = (['themeId', 'serviceId', 'placeId', 'roundId', 'meetingId'] as const).some((key) => {
    const id = options[key];
    return id !== undefined && sql.get(Found, `SELECT 1 AS found FROM ${tables[key]} WHERE id = :id`, { id }) === undefined;
  });
  return isGone ? [problem('about-gone', true, 'reports.problem.aboutGone')] : [];
}
