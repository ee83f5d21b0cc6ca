import type { PaperBlock, RecipientRef } from '../../shared/contract/papers.ts';
import type { MeetingId } from '../../shared/model/ids.ts';
import { meetingGround, type MeetingGround } from './meetings-fixture.ts';

/** A meeting on a day, with people who came, people who did not, and all that papers are made of. All names are invented. */
export interface PapersGround extends MeetingGround {
  readonly meetingId: MeetingId;
  readonly ref: (kind: RecipientRef['kind'], key: string) => RecipientRef;
  readonly attend: (row: Readonly<Record<string, string | number | null>>) => string;
}

/** Vigdis came and agreed to be on the list; Even came and did not; Tindsund kommune was invited and did not come. */
export async function papersGround(): Promise<PapersGround> {
  const ground = await meetingGround();
  const { client, write } = ground;
  const { meetingId } = await client.meetings.create({
    project: { id: ground.projectId },
    fields: {
      kind: 'dialogue-meeting',
      title: 'Dialogmøte i Fjordvik',
      language: 'nb',
      placeId: ground.place('1508'),
      venue: 'Rådhuset, sal 2',
      planned: { asSaid: '22. april 2026', sortOn: '2026-04-22', precision: 'day' },
      times: { from: '13:00', to: '16:00' },
    },
  });
  await client.meetings.setPurposes({ meetingId, purposes: ['Høre hva som skjer i helgene', 'Avtale hvem som gjør hva'] });
  await client.meetings.invite({
    meetingId,
    organisationIds: [ground.organisation('fjordvik'), ground.organisation('tindsund'), ground.organisation('rostlaget')],
    personIds: [ground.person('even')],
    placeIds: [],
  });
  write('meeting_role', { meeting_id: meetingId, role: 'coordinator', person_id: ground.person('vigdis') });
  return {
    ...ground,
    meetingId,
    ref: (kind, key) => ({ kind, id: ground.person(key) }),
    attend: (row) => write('attendance', { meeting_id: meetingId, role: 'leder', ...row })[0] ?? '',
    [Symbol.dispose]: () => ground[Symbol.dispose](),
  };
}

/** Everything a paper says, as one text. */
export function textOf(blocks: readonly PaperBlock[]): string {
  return JSON.stringify(blocks);
}
