import type { CoreWords } from '../../words.ts';
import type { MeetingFacts, Reach, RoleFact } from './read-meeting.ts';

/** Whom one turns to about a meeting, in this order. */
const contactRoles = ['coordinator', 'host', 'initiator'] as const;

/** The ways to reach somebody, one a line. */
export function reachLines({ email, phone, other }: Reach, say: CoreWords): string[] {
  return [email ?? '', phone === null ? '' : say('papers.on.phone', { number: phone }), other ?? ''].filter((line) => line !== '');
}

/**
 * Whom to turn to about a meeting: its coordinator, else its host, else whoever asked for it. A person is named when they have said
 * that their contact data may be shared with those the paper goes to; otherwise their organisation stands there. Empty when nobody can
 * be named.
 */
export function contactLines(
  { roles }: Pick<MeetingFacts, 'roles'>,
  say: CoreWords,
  readers: 'anybody' | 'those-there' = 'anybody',
): string[] {
  for (const wanted of contactRoles) {
    for (const role of roles) {
      if (role.role !== wanted) continue;
      const lines = linesOf(role, readers, say);
      if (lines.length > 0) return lines;
    }
  }
  return [];
}

/** In whose name a meeting is entered in calendars: the first of those one can turn to who has an address. */
export function organizerOf({ roles }: Pick<MeetingFacts, 'roles'>): { readonly name: string; readonly email: string } | null {
  for (const wanted of contactRoles) {
    for (const { role, person, organisation } of roles) {
      if (role !== wanted) continue;
      if (person?.isPublic === true && person.reach.email !== null) return { name: person.name, email: person.reach.email };
      if (organisation !== null && organisation.reach.email !== null) return { name: organisation.name, email: organisation.reach.email };
    }
  }
  return null;
}

function linesOf({ person, organisation }: RoleFact, readers: 'anybody' | 'those-there', say: CoreWords): string[] {
  const from = organisation === null ? [] : [organisation.name];
  if (person !== null && (readers === 'anybody' ? person.isPublic : person.isShared)) {
    const own = reachLines(person.reach, say);
    return [person.name, ...from, ...(own.length > 0 || organisation === null ? own : reachLines(organisation.reach, say))];
  }
  return organisation === null ? [] : [...from, ...reachLines(organisation.reach, say)];
}
