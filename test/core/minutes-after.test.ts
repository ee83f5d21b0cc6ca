import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportablePhotos } from '../../electron/core/features/minutes/index.ts';
import type { Ticket } from '../../shared/model/ids.ts';
import { aJpeg, aPng } from './minutes-pictures.ts';
import { aMeeting, meetingDay, type Meeting } from './minutes-fixture.ts';

let meeting: Meeting;
beforeEach(async () => {
  meeting = await aMeeting();
});
afterEach(() => meeting[Symbol.dispose]());

interface Row {
  readonly role?: string;
  readonly organisationId?: string | null;
  readonly bodyId?: string | null;
  readonly personId?: string | null;
  readonly count?: number | null;
  readonly precision?: 'exact' | 'about' | 'average' | 'at-least' | 'total-only' | 'inferred' | null;
}

async function attendee(row: Row): Promise<string> {
  const rest = { role: 'bruker', organisationId: null, bodyId: null, personId: null, count: null, precision: null, note: null, ...row };
  return (await meeting.client.minutes.putAttendee({ meetingId: meeting.meetingId, id: null, ...rest })).id;
}
const attendance = () => meeting.client.minutes.attendance({ meetingId: meeting.meetingId });

describe('attendance', () => {
  test('[R12] [R13] [R22] numbers by organisation and role are enough, and they are added together', async () => {
    await attendee({ organisationId: meeting.organisationId, count: 3, precision: 'exact' });
    await attendee({ bodyId: meeting.bodyId, count: 4, precision: 'exact' });
    await attendee({ role: 'pårørende', count: 2 });
    const { attendees, sum } = await attendance();
    expect(attendees.map(({ organisation, body, person, role, count }) => [organisation?.name ?? body?.name, person, role, count])).toEqual(
      [
        ['Mental Helse Fjordvik', null, 'bruker', 3],
        ['Brukerrådet', null, 'bruker', 4],
        [undefined, null, 'pårørende', 2],
      ],
    );
    expect(sum).toEqual({ count: 9, precision: 'exact' });
  });

  test('[R12] no sum is made of an average, and a sum is as unsure as its rows', async () => {
    const about = await attendee({ count: 12, precision: 'about' });
    await attendee({ count: 3, precision: 'exact' });
    expect((await attendance()).sum).toEqual({ count: 15, precision: 'about' });
    await meeting.client.minutes.removeAttendee({ id: about });
    await attendee({ count: 15, precision: 'average' });
    expect((await attendance()).sum).toBeNull();
  });

  test('[R12] the number for the whole meeting stands as it was said, with how sure it is and why', async () => {
    const said = { count: 15, precision: 'average' as const, asSaid: 'i snitt 15', reason: 'samlet tall for tre møter' };
    await meeting.client.minutes.setTotal({ meetingId: meeting.meetingId, ...said });
    expect(await attendance()).toMatchObject({ total: said, sum: null });
  });

  test('[R11] whoever was invited and is not among those who came stands as not there', async () => {
    const { workspace } = meeting.core.session;
    meeting.change(
      `INSERT INTO meeting_invitation (id, meeting_id, organisation_id, status) VALUES (:id, :meeting, :organisation, 'sent')`,
      { id: workspace.newId(), meeting: meeting.meetingId, organisation: meeting.organisationId },
    );
    await attendee({ bodyId: meeting.bodyId, count: 4 });
    expect((await attendance()).absent).toEqual(['Mental Helse Fjordvik']);
    await attendee({ organisationId: meeting.organisationId, count: 1 });
    expect((await attendance()).absent).toEqual([]);
  });

  test('[R19] on the contact list stands who was there and said yes, until it is taken back', async () => {
    const [even = '', solfrid = ''] = meeting.people;
    const { client, meetingId } = meeting;
    await attendee({ personId: even });
    await client.minutes.setContact({ meetingId, personId: even, isConsenting: true, on: meetingDay });
    expect((await attendance()).attendees[0]?.contact).toEqual({ consentedOn: meetingDay, withdrawnOn: null });
    await client.minutes.setContact({ meetingId, personId: even, isConsenting: false, on: '2026-04-01' });
    expect((await attendance()).attendees[0]?.contact).toEqual({ consentedOn: meetingDay, withdrawnOn: '2026-04-01' });
    await expect(client.minutes.setContact({ meetingId, personId: solfrid, isConsenting: true, on: meetingDay })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('[R19] a yes in general counts here too, and a no to this meeting goes before it', async () => {
    const [even = ''] = meeting.people;
    const { client, meetingId } = meeting;
    meeting.change("UPDATE person SET contact_consented_on = '2025-01-10' WHERE id = :even", { even });
    await attendee({ personId: even });
    const contact = async () => (await attendance()).attendees[0]?.contact;
    const listed = async () => JSON.stringify(await client.papers.paper({ kind: 'contact-list', meetingId, language: 'nb' }));
    expect(await contact()).toEqual({ consentedOn: '2025-01-10', withdrawnOn: null });
    expect(await listed()).toContain('Even Strandmyr');
    await client.minutes.setContact({ meetingId, personId: even, isConsenting: false, on: meetingDay });
    expect(await contact()).toEqual({ consentedOn: '2025-01-10', withdrawnOn: meetingDay });
    expect(await listed()).not.toContain('Even Strandmyr');
    await client.history.undo({});
    expect(await listed()).toContain('Even Strandmyr');
  });

  test('[R19] a later no in general ends the yes to this meeting, and the list and the screen say the same', async () => {
    const [even = ''] = meeting.people;
    const { client, meetingId } = meeting;
    await attendee({ personId: even });
    await client.minutes.setContact({ meetingId, personId: even, isConsenting: true, on: meetingDay });
    meeting.change("UPDATE person SET contact_withdrawn_on = '2026-05-01' WHERE id = :even", { even });
    expect((await attendance()).attendees[0]?.contact).toEqual({ consentedOn: meetingDay, withdrawnOn: '2026-05-01' });
  });

  test('[R19] whoever is taken off the attendance is off the contact list, and undo brings both back', async () => {
    const [even = ''] = meeting.people;
    const { client, meetingId } = meeting;
    const id = await attendee({ personId: even });
    await client.minutes.setContact({ meetingId, personId: even, isConsenting: true, on: meetingDay });
    await client.minutes.removeAttendee({ id });
    expect(meeting.rows('SELECT id FROM contact_list_entry')).toEqual([]);
    await client.history.undo({});
    expect((await attendance()).attendees[0]?.contact?.consentedOn).toBe(meetingDay);
  });
});

describe('what came of it', () => {
  const outcomes = () => meeting.client.minutes.outcomes({ meetingId: meeting.meetingId });

  test('[R23] [R26] [R81] new contacts, other outcomes and an impression are kept apart', async () => {
    const { client, meetingId } = meeting;
    await client.minutes.addOutcome({ meetingId, kind: 'new-contact', title: 'Lokallaget og treffstedet fant hverandre.' });
    const { id } = await client.minutes.addOutcome({ meetingId, kind: 'outcome', title: 'Tre vil bli representanter.' });
    await client.minutes.setImpression({ meetingId, impression: 'Stor interesse.' });
    await client.minutes.changeOutcome({ id, title: 'Fire vil bli representanter.' });
    expect(await outcomes()).toMatchObject({
      impression: 'Stor interesse.',
      outcomes: [{ kind: 'outcome', title: 'Fire vil bli representanter.' }, { kind: 'new-contact' }],
    });
    expect(await client.minutes.removeOutcome({ id })).toEqual({ kept: [] });
    expect((await outcomes()).outcomes).toHaveLength(1);
    await client.history.undo({});
    expect((await outcomes()).outcomes).toHaveLength(2);
  });

  test('an outcome somebody has worked on is not taken away', async () => {
    const { client, meetingId } = meeting;
    const { id } = await client.minutes.addOutcome({ meetingId, kind: 'outcome', title: 'Tre vil bli representanter.' });
    meeting.change("UPDATE observation SET status = 'taken-up'");
    expect(await client.minutes.removeOutcome({ id })).toEqual({ kept: ['Tre vil bli representanter.'] });
    expect((await outcomes()).outcomes).toHaveLength(1);
  });
});

describe('photos', () => {
  const photos = async () => (await meeting.client.minutes.photos({ meetingId: meeting.meetingId })).photos;
  const exportable = () => exportablePhotos(meeting.core.session.workspace.sql, meeting.meetingId);

  async function send(bytes: Uint8Array, name = 'bilde.jpg'): Promise<Ticket> {
    const { ticket } = await meeting.client.workspace.requestUpload({ name });
    writeFileSync(join(meeting.core.session.deps.temporaryFolder, 'in', ticket), bytes);
    return ticket;
  }
  async function add(bytes: Uint8Array = aJpeg()): Promise<string> {
    return (await meeting.client.minutes.addPhoto({ meetingId: meeting.meetingId, ticket: await send(bytes) })).id;
  }
  async function shown(
    photoId: string,
    said: { readonly consentedOn: string | null; readonly withdrawnOn?: string | null },
    id: string | null = null,
  ) {
    const row = { photoId, id, personId: null, shownAs: 'deltaker i panelet', withdrawnOn: null, ...said };
    return (await meeting.client.minutes.putShown(row)).id;
  }

  test('[R86] a photo has caption, credit and who is seen in it, and its place and time are taken out', async () => {
    const id = await add();
    await meeting.client.minutes.changePhoto({ id, caption: 'I midten deltakere i panelet', credit: 'Solfrid Tangvåg' });
    await shown(id, { consentedOn: meetingDay });
    const [photo] = await photos();
    expect(photo).toMatchObject({
      name: 'bilde.jpg',
      mediaType: 'image/jpeg',
      caption: 'I midten deltakere i panelet',
      credit: 'Solfrid Tangvåg',
      people: [{ shownAs: 'deltaker i panelet', consentedOn: meetingDay }],
      isExportable: true,
    });
    const [out] = exportable();
    const bytes = Buffer.from(out?.bytes ?? []);
    expect(bytes.length).toBe(photo?.byteCount);
    for (const secret of ['GPS', 'Even Strandmyr', 'http://ns.adobe.com']) expect(bytes.includes(secret)).toBe(false);
  });

  test('[R86] a photo of people leaves the program only when each of them has said yes and none has taken it back', async () => {
    const id = await add();
    expect(exportable()).toEqual([]);
    const first = await shown(id, { consentedOn: meetingDay });
    expect(exportable()).toHaveLength(1);
    const second = await shown(id, { consentedOn: null });
    expect(exportable()).toEqual([]);
    await shown(id, { consentedOn: meetingDay }, second);
    expect(exportable()).toHaveLength(1);
    await shown(id, { consentedOn: meetingDay, withdrawnOn: '2026-05-01' }, first);
    expect(exportable()).toEqual([]);
    await meeting.client.minutes.removeShown({ id: first });
    expect(exportable()).toHaveLength(1);
  });

  test('[R86] a photo that is said to show nobody may leave, and naming somebody in it takes that back', async () => {
    const id = await add(aPng());
    await meeting.client.minutes.changePhoto({ id, showsPeople: false });
    expect(exportable()).toMatchObject([{ mediaType: 'image/png' }]);
    await shown(id, { consentedOn: null });
    expect(exportable()).toEqual([]);
  });

  test('[R86] whatever was said by whom, what may leave holds nobody who has not agreed', async () => {
    const id = await add();
    const day = fc.constantFrom(null, meetingDay);
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.record({ consentedOn: day, withdrawnOn: day }), { maxLength: 4 }),
        async (isSaid, people) => {
          meeting.change('DELETE FROM attachment_person');
          await meeting.client.minutes.changePhoto({ id, showsPeople: isSaid });
          for (const said of people) await shown(id, said);
          const mayLeave = exportable().length === 1;
          const hasRefusal = people.some((said) => said.consentedOn === null || said.withdrawnOn !== null);
          expect(mayLeave).toBe(!hasRefusal && (people.length > 0 || !isSaid));
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each([
    ['a text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a cut JPEG', aJpeg().slice(0, 60)],
    ['a GIF', new TextEncoder().encode('GIF89a\u0001\u0000\u0001\u0000')],
  ])('%s is no photo, whatever it is called', async (_what, bytes) => {
    const ticket = await send(bytes);
    await expect(meeting.client.minutes.addPhoto({ meetingId: meeting.meetingId, ticket })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
    expect(await photos()).toEqual([]);
  });

  test('a photo is seen by ticket, taken away with who is in it, and comes back by undo', async () => {
    const id = await add();
    await shown(id, { consentedOn: meetingDay });
    const { ticket } = await meeting.client.minutes.seePhoto({ id });
    expect(ticket).toMatch(/^[0-9a-f]{64}$/u);
    await meeting.client.minutes.removePhoto({ id });
    expect(await photos()).toEqual([]);
    await meeting.client.history.undo({});
    expect(await photos()).toMatchObject([{ id, people: [{}] }]);
    expect(exportable()).toHaveLength(1);
  });
});
