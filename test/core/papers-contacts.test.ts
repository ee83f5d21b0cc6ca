import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MeetingId } from '../../shared/model/ids.ts';
import { meetingGround, type MeetingGround } from './meetings-fixture.ts';

/** What somebody has said about their contact data. */
interface Said {
  readonly general: string | null;
  readonly taken: string | null;
  readonly route: 'direct' | 'coordinator';
}
/** Somebody's part in one meeting. */
interface Part {
  readonly person: number;
  readonly isThere: boolean;
  readonly isInvited: boolean;
  readonly isCoordinator: boolean;
  readonly entry: { readonly on: string; readonly withdrawn: string | null } | null;
}
interface World {
  readonly people: readonly Said[];
  readonly meetings: readonly (readonly Part[])[];
}

const day = fc.constantFrom('2025-01-10', '2025-04-22', '2025-06-01', '2026-02-03');
const said: fc.Arbitrary<Said> = fc.record({
  general: fc.option(day),
  taken: fc.option(day),
  route: fc.constantFrom('direct', 'coordinator'),
});
const worlds: fc.Arbitrary<World> = fc.array(said, { minLength: 1, maxLength: 7 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    meetings: fc.array(
      fc.uniqueArray(
        fc.record({
          person: fc.nat({ max: people.length - 1 }),
          isThere: fc.boolean(),
          isInvited: fc.boolean(),
          isCoordinator: fc.boolean(),
          entry: fc.option(fc.record({ on: day, withdrawn: fc.option(day) })),
        }),
        { selector: ({ person }) => person, maxLength: 7 },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/** The rule, said a second time and otherwise: anything taken back for this meeting, or in general since the yes, is a no. */
function agreed({ general, taken }: Said, entry: Part['entry']): boolean {
  if (entry !== null && entry.withdrawn !== null) return false;
  if (entry !== null) return taken === null || taken < entry.on;
  return general !== null && taken === null;
}

describe('[R19] the contact list of a meeting, over any meetings, people and consents', () => {
  let ground: MeetingGround;
  beforeAll(async () => {
    ground = await meetingGround();
  });
  afterAll(() => ground[Symbol.dispose]());

  let worldsMade = 0;
  /** Writes a world beside those before it; answers names and addresses by person, and the meetings. */
  function build(world: World) {
    worldsMade += 1;
    const people = world.people.map((one, index) => {
      const mark = `W${worldsMade}P${index}Q`;
      const row = {
        name: `Navn ${mark}`,
        email: `${mark.toLowerCase()}@fjordvik.example`,
        phone: `90 ${mark}`,
        contact_route: one.route,
        contact_consented_on: one.general,
        contact_withdrawn_on: one.taken,
      };
      return { mark, id: ground.write('person', row)[0] ?? '' };
    });
    const meetings = world.meetings.map((parts) => {
      const [id = ''] = ground.write('meeting', {
        project_id: ground.projectId,
        kind: 'dialogue-meeting',
        title: 'Dialogmøte',
        status: 'held',
        held_on: '2025-04-22',
        held_precision: 'day',
      });
      for (const part of parts) {
        const of = { meeting_id: id, person_id: people[part.person]?.id ?? '' };
        if (part.isThere) ground.write('attendance', { ...of, role: 'leder' });
        if (part.isInvited) ground.write('meeting_invitation', { ...of, status: 'accepted' });
        if (part.isCoordinator) ground.write('meeting_role', { ...of, role: 'coordinator' });
        if (part.entry !== null)
          ground.write('contact_list_entry', { ...of, consented_on: part.entry.on, withdrawn_on: part.entry.withdrawn });
      }
      return MeetingId.parse(id);
    });
    return { people, meetings };
  }

  test('never holds anybody without consent or from another meeting, and holds everybody who was there and agreed', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { people, meetings } = build(world);
        for (const [index, meetingId] of meetings.entries()) {
          const parts = world.meetings[index] ?? [];
          // eslint-disable-next-line no-await-in-loop -- one workspace
          const paper = await ground.client.papers.paper({ kind: 'contact-list', meetingId, language: 'nb' });
          const rows = paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
          const wanted = parts.filter((part) => part.isThere && agreed(world.people[part.person] as Said, part.entry));
          expect(rows.map(({ cells }) => String(cells[0])).toSorted()).toEqual(
            wanted.map(({ person }) => `Navn ${people[person]?.mark ?? ''}`).toSorted(),
          );
          // Whoever is named or can be reached anywhere on it is on the list, or is this meeting's coordinator and agreed as well.
          const text = JSON.stringify(paper).toLowerCase();
          const mayStand = new Set(
            parts
              .filter((part) => (part.isThere || part.isCoordinator) && agreed(world.people[part.person] as Said, part.entry))
              .map(({ person }) => person),
          );
          for (const [person, { mark }] of people.entries()) if (!mayStand.has(person)) expect(text).not.toContain(mark.toLowerCase());
          // eslint-disable-next-line no-await-in-loop -- one workspace
          const minutes = await ground.client.papers.paper({ kind: 'minutes', meetingId, language: 'nb', hasNames: true });
          const there = new Set(wanted.map(({ person }) => person));
          for (const [person, { mark }] of people.entries()) if (!there.has(person)) expect(JSON.stringify(minutes)).not.toContain(mark);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
