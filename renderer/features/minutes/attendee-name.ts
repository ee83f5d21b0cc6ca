import type { Attendee } from '../../../shared/contract/minutes-after.ts';

/** A row of who was there in a few words: the name if there is one, where from, and the role. */
export function attendeeName({ person, body, organisation, role }: Pick<Attendee, 'person' | 'body' | 'organisation' | 'role'>): string {
  return [person?.name, body?.name, organisation?.name, role].filter((part) => part !== undefined && part !== '').join(', ');
}
