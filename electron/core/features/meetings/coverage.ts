import type { Coverage } from '../../../../shared/contract/meetings.ts';

/** Somebody asked to a meeting, as coverage looks at them. */
export interface Asked {
  readonly id: string;
  readonly meetingId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly placeName: string | null;
  /** The municipality behind it, when it is one: its own, its unit's, or the place that was asked as such. */
  readonly municipalityId: string | null;
}

/** Somebody on the list of those who were there. */
export interface Present {
  readonly meetingId: string;
  readonly personId: string | null;
  /** The organisation and all those it belongs to. */
  readonly organisationIds: readonly string[];
  readonly municipalityId: string | null;
}

/** Which invitations were taken up: the person was there, or anybody of the organisation, or anybody of the municipality asked as such. */
export function takenUp(asked: readonly Asked[], present: readonly Present[]): ReadonlySet<string> {
  const byMeeting = Map.groupBy(present, ({ meetingId }) => meetingId);
  const came = asked.filter((one) => (byMeeting.get(one.meetingId) ?? []).some((other) => isOf(one, other)));
  return new Set(came.map(({ id }) => id));
}

function isOf(asked: Asked, present: Present): boolean {
  if (asked.personId !== null && asked.personId === present.personId) return true;
  if (asked.organisationId !== null) return present.organisationIds.includes(asked.organisationId);
  return asked.personId === null && asked.municipalityId !== null && asked.municipalityId === present.municipalityId;
}

/**
 * Asked against there over one meeting or the meetings of a round. Who was asked to several and came to one came. Numbers count
 * organisations and municipalities, never heads: an average of heads says nothing about them.
 */
export function coverageOf(asked: readonly Asked[], present: readonly Present[], heldIds: ReadonlySet<string>): Coverage {
  const taken = takenUp(asked, present);
  const isAnyHeld = heldIds.size > 0;
  const count = (keyOf: (one: Asked) => string | null): { invited: number; came: number | null } => {
    const keys = (ones: readonly Asked[]): Set<string> => new Set(ones.flatMap((one) => keyOf(one) ?? []));
    return { invited: keys(asked).size, came: isAnyHeld ? keys(asked.filter(({ id }) => taken.has(id))).size : null };
  };
  const groups = Map.groupBy(asked, groupKey);
  const missed = [...groups.values()].filter(
    (ones) => ones.every(({ id }) => !taken.has(id)) && ones.every(({ meetingId }) => heldIds.has(meetingId)),
  );
  return {
    organisations: count(({ organisationId }) => organisationId),
    places: count(({ municipalityId }) => municipalityId),
    missed: missed.flatMap(([first]) =>
      first === undefined
        ? []
        : [
            {
              name: first.name,
              organisationId: first.organisationId,
              personId: first.organisationId === null ? first.personId : null,
              placeId: first.placeId,
              place: first.placeName,
            },
          ],
    ),
  };
}

/** Several invitations to people of one organisation are one organisation asked. */
function groupKey({ organisationId, personId, placeId }: Asked): string {
  return organisationId ?? personId ?? placeId ?? '';
}
