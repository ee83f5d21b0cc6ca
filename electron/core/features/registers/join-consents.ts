import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Consent = z.object({ id: z.string(), given: z.string().nullable(), withdrawn: z.string().nullable(), route: z.string() });
type Consent = z.infer<typeof Consent>;

interface Pair {
  readonly keep: string;
  readonly gone: string;
}

/**
 * Consents of two entries of one person. What the person said last holds; on the same day a withdrawal does. Contact goes through the
 * coordinator when either says so. On a meeting's contact list a withdrawal holds as well. @throws AppError NOT_FOUND
 */
export function joinConsents(sql: Statements, { keep, gone }: Pair): void {
  const rows = sql.all(
    Consent,
    'SELECT id, contact_consented_on AS given, contact_withdrawn_on AS withdrawn, contact_route AS route FROM person WHERE id IN (:keep, :gone)',
    { keep, gone },
  );
  const [kept, other] = [rows.find(({ id }) => id === keep), rows.find(({ id }) => id === gone)];
  if (kept === undefined || other === undefined) throw new AppError('NOT_FOUND');
  const given = latest(kept.given, other.given);
  const withdrawn = latest(kept.withdrawn, other.withdrawn);
  sql.run('UPDATE person SET contact_consented_on = :given, contact_withdrawn_on = :withdrawn, contact_route = :route WHERE id = :keep', {
    keep,
    given,
    // Consent given again after a withdrawal stands.
    withdrawn: withdrawn !== null && (given === null || withdrawn >= given) ? withdrawn : null,
    route: kept.route === 'coordinator' || other.route === 'coordinator' ? 'coordinator' : 'direct',
  });
  sql.run(
    `UPDATE contact_list_entry SET withdrawn_on = coalesce(withdrawn_on, (SELECT other.withdrawn_on FROM contact_list_entry AS other
       WHERE other.meeting_id = contact_list_entry.meeting_id AND other.person_id = :gone)) WHERE person_id = :keep`,
    { keep, gone },
  );
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
