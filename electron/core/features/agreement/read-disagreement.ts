import { z } from 'zod';
import type { DisagreementView, DisputedCoding } from '../../../../shared/contract/agreement.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readPlace, requireComparable, type CodingRow, type Place } from './settle.ts';

const TextRow = z.object({ body: z.string(), language: z.string() });
const ActorRow = z.object({ id: z.string(), name: z.string(), initials: z.string(), is_consensus: z.int() });
const SettledRow = z.object({ note: z.string().nullable(), settled_at: z.string(), name: z.string() });

const textSql = `
SELECT text.body, text.language FROM text LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent ON respondent.id = interview.respondent_id
WHERE text.id = :textId AND respondent.withdrawn_at IS NULL AND coalesce(interview.status, '') NOT IN ('withdrawn', 'declined')`;
const settledSql = `
SELECT consensus.note, consensus.settled_at, actor.name FROM consensus JOIN actor ON actor.id = consensus.settled_by
WHERE consensus.text_id = :textId AND consensus.theme_id = :themeId`;

/** One theme on one text: the words, what each of two coders marked, and what was settled. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function readDisagreement(sql: Statements, place: Place, coderIds: readonly string[]): z.input<typeof DisagreementView> {
  requireComparable(sql, place.textId);
  const { textId, themeId } = place;
  const text = sql.get(TextRow, textSql, { textId });
  if (text === undefined) throw new AppError('NOT_FOUND');
  const actors = new Map(sql.all(ActorRow, 'SELECT id, name, initials, is_consensus FROM actor').map((row) => [row.id, row]));
  const codings = readPlace(sql, place);
  const settled = sql.get(SettledRow, settledSql, { textId, themeId });
  return {
    ...place,
    body: text.body,
    language: text.language,
    coders: coderIds.map((coderId) => ({
      coderId,
      name: actors.get(coderId)?.name ?? '',
      initials: actors.get(coderId)?.initials ?? '',
      codings: codings.filter((row) => row.coder_id === coderId).map(toDisputed),
    })),
    settled:
      settled === undefined
        ? null
        : {
            codings: codings.filter((row) => actors.get(row.coder_id)?.is_consensus === 1).map(toDisputed),
            note: settled.note,
            by: settled.name,
            at: settled.settled_at,
          },
  };
}

function toDisputed({ start, end, certainty, reason, polarity, level }: CodingRow): z.input<typeof DisputedCoding> {
  return { start, end, certainty, reason, polarity, level };
}
