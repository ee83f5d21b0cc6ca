import { z } from 'zod';
import type { Language } from '../../../../shared/model/text.ts';
import type { Call } from '../../rpc/call.ts';

const Serving = z.object({ id: z.string(), person_id: z.string().nullable() });
/**
 * Who serves a place: organisations that have their seat in it or in a place it holds, and those that serve it, the places it holds or
 * the county it lies in. Not those that rest on the day, and not the centre, which is the one that asks. The contact is the one who has
 * had a role there longest and still has it on the day.
 */
const servingSql = `WITH held (id) AS (
  SELECT :placeId UNION SELECT place_id FROM area_place WHERE area_id = :placeId
    AND (valid_from IS NULL OR valid_from <= :on) AND (valid_to IS NULL OR valid_to > :on)),
around (id) AS (SELECT id FROM held UNION SELECT parent_id FROM place WHERE id IN (SELECT id FROM held) AND parent_id IS NOT NULL)
SELECT organisation.id,
  (SELECT person_role.person_id FROM person_role WHERE person_role.organisation_id = organisation.id AND person_role.body_id IS NULL
    AND (person_role.valid_from IS NULL OR person_role.valid_from <= :on) AND (person_role.valid_to IS NULL OR person_role.valid_to > :on)
    ORDER BY person_role.valid_from IS NULL, person_role.valid_from, person_role.id LIMIT 1) AS person_id
FROM organisation
WHERE organisation.kind <> 'centre'
  AND (organisation.place_id IN (SELECT id FROM held)
    OR EXISTS (SELECT 1 FROM organisation_area WHERE organisation_id = organisation.id AND place_id IN (SELECT id FROM around)))
  AND NOT EXISTS (SELECT 1 FROM organisation_pause WHERE organisation_id = organisation.id AND paused_on <= :on
    AND (resumed_on IS NULL OR resumed_on > :on))
ORDER BY organisation.name, organisation.id LIMIT 500`;

const Known = z.object({ organisation_id: z.string().nullable(), person_id: z.string().nullable(), place_id: z.string().nullable() });
const knownSql = 'SELECT organisation_id, person_id, place_id FROM meeting_invitation WHERE meeting_id = :meetingId';

/** Somebody to ask. A place alone stands for its municipality. */
export interface Invitee {
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly placeId: string | null;
}

/** The organisations that serve a place on an ISO day, each with its contact. */
export function servingPlace({ sql }: Pick<Call, 'sql'>, placeId: string, on: string): Invitee[] {
  return sql.all(Serving, servingSql, { placeId, on }).map(({ id, person_id: personId }) => ({ organisationId: id, personId, placeId }));
}

/** Draft invitations to those who are not on the list yet, inside the caller's operation; answers how many are new. */
export function draftInvitations(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  meetingId: string,
  invitees: readonly Invitee[],
  language: Language,
): number {
  const known = new Set(sql.all(Known, knownSql, { meetingId }).map((row) => keyOf(row.organisation_id, row.person_id, row.place_id)));
  let added = 0;
  for (const { organisationId, personId, placeId } of invitees) {
    const key = keyOf(organisationId, personId, placeId);
    if (known.has(key)) continue;
    known.add(key);
    added += 1;
    sql.insert('meeting_invitation', {
      id: workspace.newId(),
      meeting_id: meetingId,
      organisation_id: organisationId,
      person_id: personId,
      place_id: placeId,
      status: 'draft',
      language,
    });
  }
  return added;
}

/** An organisation is asked once, whoever its letter goes to; a place counts only where it is asked as such. */
function keyOf(organisationId: string | null, personId: string | null, placeId: string | null): string {
  return organisationId ?? personId ?? placeId ?? '';
}
