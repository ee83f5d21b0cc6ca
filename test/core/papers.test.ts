import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PaperOrder, Preparation as PreparationSchema } from '../../shared/contract/papers.ts';
import { refused } from '../support/refused.ts';
import { icsFaults, readIcs } from '../support/ics-check.ts';
import { papersGround, textOf, type PapersGround } from './papers-fixture.ts';

let ground: PapersGround;
beforeEach(async () => {
  ground = await papersGround();
});
afterEach(() => ground[Symbol.dispose]());

type Order = z.input<typeof PaperOrder>;
const order = (one: { readonly kind: 'invitation' | 'minutes' | 'contact-list' | 'question-sheet' }): Order => ({
  meetingId: ground.meetingId,
  language: 'nb',
  ...one,
});
const paper = (one: Order) => ground.client.papers.paper(one);
const status = async () => (await ground.client.meetings.get({ meetingId: ground.meetingId })).status;
type Preparation = z.input<typeof PreparationSchema>;
const preparation = (one: Pick<Preparation, 'order' | 'recipients'>): Preparation => ({
  meetingId: ground.meetingId,
  file: 'docx',
  ...one,
});
const log = () => ground.client.papers.log({ meetingId: ground.meetingId });

describe('[R10] an invitation', () => {
  test('says when, where, why, who is invited and whom to ask, in the language asked for', async () => {
    const { title, blocks } = await paper(order({ kind: 'invitation' }));
    const said = textOf(blocks);
    expect(title).toBe('Invitasjon: Dialogmøte i Fjordvik');
    for (const part of [
      'Onsdag 22. april 2026 kl. 13.00–16.00',
      'Rådhuset, sal 2',
      'Høre hva som skjer i helgene',
      'Fjordvik kommune',
      'Røstlaget',
    ])
      expect(said).toContain(part);
    expect(said).toContain('dialogmøte mellom brukere, pårørende og tjenester');
    expect(said).toContain('1 enkeltperson');
    const swedish = await paper({ kind: 'invitation', meetingId: ground.meetingId, language: 'sv' });
    expect(swedish.title).toBe('Inbjudan: Dialogmøte i Fjordvik');
    expect(textOf(swedish.blocks)).toContain('Onsdag 22 april 2026 kl. 13.00–16.00');
    expect(textOf((await paper({ kind: 'invitation', meetingId: ground.meetingId, language: 'nn' })).blocks)).toContain(
      'brukarar, pårørande',
    );
    expect(textOf((await paper({ kind: 'invitation', meetingId: ground.meetingId, language: 'en' })).blocks)).toContain('13:00–16:00');
  });

  test('[R6] a time that was only said in words stands as it was said', async () => {
    const planned = { asSaid: 'mot slutten av 2026', sortOn: '2026-12-31', precision: 'month' as const };
    await ground.client.meetings.change({ meetingId: ground.meetingId, fields: { planned, times: null } });
    const said = textOf((await paper(order({ kind: 'invitation' }))).blocks);
    expect(said).toContain('Mot slutten av 2026');
    expect(said).toContain('Dagen er ikke bestemt ennå.');
  });

  test('the coordinator is named only when they agreed to it', async () => {
    expect(textOf((await paper(order({ kind: 'invitation' }))).blocks)).not.toContain('Vigdis');
    ground.core.session.workspace.operations.run(
      { ...ground.core.session.workspace.sourceFor('t'), kind: 't', labelId: 't', isUndoable: false },
      () => ground.core.session.workspace.sql.run("UPDATE person SET contact_consented_on = '2026-01-01' WHERE name LIKE 'Vigdis%'"),
    );
    expect(textOf((await paper(order({ kind: 'invitation' }))).blocks)).toContain('vigdis@example.org');
  });

  test('[R27] a letter goes to one by name, and those who missed a meeting are welcome next time', async () => {
    const letter = await paper({
      kind: 'invitation',
      meetingId: ground.meetingId,
      language: 'nb',
      form: 'letter',
      recipient: ground.ref('person', 'even'),
      day: '2026-04-01',
    });
    expect(letter.blocks[0]).toEqual({ kind: 'address', lines: ['Even Strandmyr'], day: '1. april 2026' });
    expect(textOf(letter.blocks)).toContain('Hei, Even Strandmyr!');
    await ground.client.meetings.change({
      meetingId: ground.meetingId,
      fields: { held: { on: '2026-04-22', precision: 'day', asSaid: null, reason: null } },
    });
    ground.attend({ organisation_id: ground.organisation('fjordvik'), count: 3 });
    ground.attend({ person_id: ground.person('even') });
    const missed = await ground.client.papers.recipients({ meetingIds: [ground.meetingId], what: 'invitation', form: 'welcome-next' });
    expect(missed.meetings[0]?.recipients.map(({ name }) => name).toSorted()).toEqual(['Røstlaget', 'Tindsund kommune']);
    const welcome = await paper({ kind: 'invitation', meetingId: ground.meetingId, language: 'nb', form: 'welcome-next' });
    expect(welcome.title).toBe('Velkommen neste gang');
    expect(textOf(welcome.blocks)).toContain('Vi savnet dere på «Dialogmøte i Fjordvik» onsdag 22. april 2026');
  });

  test('a meeting that was called off says so, and why', async () => {
    await ground.client.meetings.cancel({ meetingId: ground.meetingId, reason: 'Stengt på grunn av uvær' });
    const { title, blocks } = await paper(order({ kind: 'invitation' }));
    expect(title).toBe('Avlyst: Dialogmøte i Fjordvik');
    expect(textOf(blocks)).toContain('Stengt på grunn av uvær');
  });
});

describe('what was sent to whom, and when', () => {
  test('an invitation is prepared, then said to be sent, and takes meeting and invitations with it', async () => {
    const recipients = [ground.ref('organisation', 'fjordvik'), ground.ref('person', 'even')];
    const { ids } = await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'invitation' }), recipients })],
      day: '2026-04-01',
    });
    expect(ids).toHaveLength(2);
    expect((await log()).rows.map(({ status: state, recipient }) => `${recipient} ${state}`).toSorted()).toEqual([
      'Even Strandmyr prepared',
      'Fjordvik kommune prepared',
    ]);
    expect(await status()).toBe('planned');
    await ground.client.papers.markSent({ ids, day: '2026-04-02' });
    expect(await status()).toBe('invited');
    const { invitations } = await ground.client.meetings.get({ meetingId: ground.meetingId });
    expect(invitations.filter((one) => one.status === 'sent').map(({ sentOn }) => sentOn)).toEqual(['2026-04-02', '2026-04-02']);
    expect(invitations.filter((one) => one.status === 'draft')).toHaveLength(2);
    expect((await log()).rows.every((row) => row.status === 'sent' && row.on === '2026-04-02')).toBe(true);
  });

  test('[R15] a question sheet is frozen when it is sent, and the log says which version each has', async () => {
    const { meetingId } = ground;
    await ground.client.meetings.addQuestion({
      owner: { meetingId },
      wording: { nb: 'Hva skjer i helgene?', sv: 'Vad händer på helgerna?' },
    });
    expect(textOf((await paper({ kind: 'question-sheet', meetingId, language: 'sv' })).blocks)).toContain('Vad händer på helgerna?');
    const recipients = [ground.ref('organisation', 'fjordvik')];
    const { ids } = await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'question-sheet' }), recipients })],
      day: '2026-04-03',
    });
    await ground.client.papers.markSent({ ids, day: '2026-04-03' });
    await ground.client.meetings.addQuestion({ owner: { meetingId }, wording: { nb: 'Og om natta?' } });
    const { sheets } = await ground.client.meetings.get({ meetingId });
    expect(sheets.map(({ version, sentOn, questions }) => [version, sentOn, questions.length])).toEqual([
      [2, null, 2],
      [1, '2026-04-03', 1],
    ]);
    expect((await log()).rows[0]).toMatchObject({ what: 'question-sheet', sheetVersion: 1, isChangedSince: false });
  });

  test('what has changed since it was made says so, and an unchanged one does not', async () => {
    const recipients = [ground.ref('organisation', 'fjordvik')];
    await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'invitation' }), recipients })],
      day: '2026-04-01',
    });
    expect((await log()).rows[0]?.isChangedSince).toBe(false);
    // Another one invited does not change what the first was told.
    await ground.client.meetings.invite({
      meetingId: ground.meetingId,
      organisationIds: [ground.organisation('parorende')],
      personIds: [],
      placeIds: [],
    });
    expect((await log()).rows[0]?.isChangedSince).toBe(false);
    await ground.client.meetings.change({ meetingId: ground.meetingId, fields: { venue: 'Samfunnshuset' } });
    expect((await log()).rows[0]?.isChangedSince).toBe(true);
  });

  test('prepared papers can be taken out of the log again; what was sent stays', async () => {
    const recipients = [ground.ref('organisation', 'fjordvik'), ground.ref('organisation', 'rostlaget')];
    const { ids } = await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'invitation' }), recipients })],
      day: '2026-04-01',
    });
    await ground.client.papers.markSent({ ids: ids.slice(0, 1), day: '2026-04-01' });
    expect(await ground.client.papers.discard({ ids })).toEqual({ count: 1 });
    expect((await log()).rows.map(({ status: state }) => state)).toEqual(['sent']);
  });

  test('undo of the plan is refused while something has been sent from it; the log keeps it', async () => {
    const recipients = [ground.ref('organisation', 'fjordvik')];
    const { ids } = await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'invitation' }), recipients })],
      day: '2026-04-01',
    });
    await ground.client.papers.markSent({ ids, day: '2026-04-01' });
    const { entries } = await ground.client.history.list({ limit: 100 });
    const plan = entries.find(({ labelId }) => labelId === 'meetings.create.undo');
    await expect(ground.client.history.undo({ seq: plan?.seq ?? 0 })).rejects.toEqual(refused('UNDO_CONFLICT'));
    const prepared = entries.find(({ labelId }) => labelId === 'papers.prepare.undo');
    await expect(ground.client.history.undo({ seq: prepared?.seq ?? 0 })).rejects.toEqual(refused('UNDO_CONFLICT'));
    expect((await log()).rows.map(({ status: state }) => state)).toEqual(['sent']);
  });

  test('saying that it was sent can be undone: it is prepared again, and the meeting is where it was', async () => {
    const recipients = [ground.ref('organisation', 'fjordvik')];
    const { ids } = await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'invitation' }), recipients })],
      day: '2026-04-01',
    });
    await ground.client.papers.markSent({ ids, day: '2026-04-02' });
    await ground.client.history.undo({});
    expect((await log()).rows[0]).toMatchObject({ status: 'prepared', on: '2026-04-01' });
    expect(await status()).toBe('planned');
  });
});

describe('[R18] minutes and contact lists go to those who were there', () => {
  beforeEach(async () => {
    const { meetingId, client } = ground;
    await client.meetings.change({ meetingId, fields: { held: { on: '2026-04-22', precision: 'day', asSaid: null, reason: null } } });
    ground.attend({ person_id: ground.person('vigdis'), organisation_id: ground.organisation('fjordvik') });
    ground.attend({ person_id: ground.person('even') });
    ground.attend({ organisation_id: ground.organisation('rostlaget'), count: 2, role: 'brukerorganisasjon' });
  });

  test.each(['minutes', 'contact-list'] as const)('%s: the core refuses anybody else [E38]', async (kind) => {
    const recipients = [ground.ref('person', 'vigdis'), ground.ref('organisation', 'tindsund')];
    const preparing = ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind }), recipients })],
      day: '2026-04-23',
    });
    await expect(preparing).rejects.toEqual(refused('RECIPIENT_NOT_PRESENT'));
    expect((await log()).rows).toEqual([]);
    const mailing = ground.client.papers.mail({ meetingId: ground.meetingId, what: kind, language: 'nb', recipients });
    await expect(mailing).rejects.toEqual(refused('RECIPIENT_NOT_PRESENT'));
    const { meetings } = await ground.client.papers.recipients({ meetingIds: [ground.meetingId], what: kind });
    expect(meetings[0]?.recipients.map(({ name }) => name)).toEqual(['Vigdis Nordhylla', 'Even Strandmyr', 'Røstlaget']);
  });

  test('sent minutes make the meeting «minutes sent»; a change afterwards is seen and can be sent again', async () => {
    const recipients = [ground.ref('person', 'vigdis')];
    const send = async () => {
      const { ids } = await ground.client.papers.prepare({
        preparations: [preparation({ order: order({ kind: 'minutes' }), recipients })],
        day: '2026-04-23',
      });
      await ground.client.papers.markSent({ ids, day: '2026-04-23' });
    };
    const line = { lineId: crypto.randomUUID(), agendaItemId: null, after: null };
    const write = (body: string, seen: string | null) =>
      ground.client.minutes.write({ meetingId: ground.meetingId, caret: 0, step: { do: 'put', ...line, body, seen } });
    await write('Helgene er hullet.', null);
    await send();
    expect(await status()).toBe('minutes-sent');
    await write('Helgene og juli er hullet.', 'Helgene er hullet.');
    expect(await status()).toBe('changed-after-sending');
    expect(await log()).toMatchObject({ isChangedAfterSending: true, rows: [{ isChangedSince: true }] });
    await send();
    expect(await status()).toBe('minutes-sent');
    expect((await log()).rows.map(({ isChangedSince }) => String(isChangedSince)).toSorted()).toEqual(['false', 'true']);
  });

  test('[R22] minutes name nobody unless names are asked for, and then only who agreed', async () => {
    await ground.client.minutes.setContact({
      meetingId: ground.meetingId,
      personId: ground.person('vigdis'),
      isConsenting: true,
      on: '2026-04-22',
    });
    const bare = textOf((await paper(order({ kind: 'minutes' }))).blocks);
    expect(bare).not.toMatch(/Vigdis|Even Strandmyr/u);
    const named = textOf((await paper({ kind: 'minutes', meetingId: ground.meetingId, language: 'nb', hasNames: true })).blocks);
    expect(named).toContain('Vigdis Nordhylla');
    expect(named).not.toContain('Even Strandmyr');
  });

  test('[R12] an average over the round is never a number of this meeting', async () => {
    await ground.client.minutes.setTotal({
      meetingId: ground.meetingId,
      count: 15,
      precision: 'average',
      asSaid: 'i snitt 15',
      reason: null,
    });
    const said = textOf((await paper(order({ kind: 'minutes' }))).blocks);
    expect(said).toContain('I snitt 15 på møtene i runden. Antallet på dette møtet er ikke kjent.');
    expect(said).not.toContain('15 til stede');
  });

  test('[R21] somebody reached through the coordinator has the coordinator’s contact on the list', async () => {
    const sql = ground.core.session.workspace;
    sql.operations.run({ ...sql.sourceFor('t'), kind: 't', labelId: 't', isUndoable: false }, () => {
      sql.sql.run("UPDATE person SET contact_consented_on = '2026-01-01'");
      sql.sql.run("UPDATE person SET contact_route = 'coordinator', email = 'even@example.org' WHERE name LIKE 'Even%'");
    });
    const said = textOf((await paper(order({ kind: 'contact-list' }))).blocks);
    expect(said).toContain('Kontakt går gjennom Vigdis Nordhylla');
    expect(said).not.toContain('even@example.org');
  });

  test('[R86] a photo stands in the minutes only when everybody in it agreed', async () => {
    const [id = ''] = ground.write('attachment', {
      meeting_id: ground.meetingId,
      name: 'a.jpg',
      media_type: 'image/jpeg',
      sha256: 'x',
      byte_count: 1,
      caption: 'Deltakerne ved bordet',
      credit: 'Solfrid Tangvåg',
      shows_people: 1,
    });
    ground.write('attachment_person', { attachment_id: id, shown_as: 'til venstre', consented_on: '2026-04-22' });
    const [second = ''] = ground.write('attachment_person', { attachment_id: id, shown_as: 'til høyre' });
    expect(textOf((await paper(order({ kind: 'minutes' }))).blocks)).not.toContain('Deltakerne ved bordet');
    const { workspace } = ground.core.session;
    workspace.operations.run({ ...workspace.sourceFor('t'), kind: 't', labelId: 't', isUndoable: false }, () =>
      workspace.sql.run("UPDATE attachment_person SET consented_on = '2026-04-23' WHERE id = :id", { id: second }),
    );
    const said = textOf((await paper(order({ kind: 'minutes' }))).blocks);
    expect(said).toContain('Deltakerne ved bordet');
    expect(said).toContain('Foto: Solfrid Tangvåg');
  });
});

describe('files', () => {
  const fetch = (ticket: string) => readFileSync(join(ground.core.session.deps.temporaryFolder, 'out', ticket));

  test('one paper is one file; several and the calendar come in one archive', async () => {
    const one = await ground.client.papers.files({ orders: [order({ kind: 'invitation' })], calendars: [], language: 'nb' });
    expect(one).toMatchObject({ fileName: 'Invitasjon Dialogmøte i Fjordvik 2026-04-22.docx', fileCount: 1 });
    const many = await ground.client.papers.files({
      orders: [order({ kind: 'invitation' }), { kind: 'invitation', meetingId: ground.meetingId, language: 'sv' }],
      calendars: [ground.meetingId],
      language: 'nb',
    });
    expect(many).toMatchObject({ fileName: 'Papirer Dialogmøte i Fjordvik.zip', fileCount: 3 });
    expect(fetch(many.ticket).subarray(0, 2).toString('latin1')).toBe('PK');
  });

  test('the calendar file has the meeting’s moment, a stable UID and the next number after a move', async () => {
    const make = async () => {
      const { ticket } = await ground.client.papers.files({ orders: [], calendars: [ground.meetingId], language: 'nb' });
      const file = fetch(ticket).toString('utf8');
      expect(icsFaults(file)).toEqual([]);
      const lines = readIcs(file);
      return (name: string) => lines.find((line) => line.name === name)?.value;
    };
    const first = await make();
    expect([first('DTSTART'), first('DTEND')]).toEqual(['20260422T110000Z', '20260422T140000Z']);
    const recipients = [ground.ref('organisation', 'fjordvik')];
    const { ids } = await ground.client.papers.prepare({
      preparations: [preparation({ order: order({ kind: 'invitation' }), recipients })],
      day: '2026-04-01',
    });
    await ground.client.papers.markSent({ ids, day: '2026-04-01' });
    await ground.client.meetings.change({
      meetingId: ground.meetingId,
      fields: { planned: { asSaid: '6. mai', sortOn: '2026-05-06', precision: 'day' } },
    });
    const moved = await make();
    expect(moved('UID')).toBe(first('UID'));
    expect([first('SEQUENCE'), moved('SEQUENCE')]).toEqual(['0', '1']);
    expect(moved('DTSTART')).toBe('20260506T110000Z');
  });

  test('a meeting without a day makes no calendar file', async () => {
    const planned = { asSaid: 'under høsten', sortOn: '2026-11-30', precision: 'season' as const };
    await ground.client.meetings.change({ meetingId: ground.meetingId, fields: { planned, times: null } });
    await expect(ground.client.papers.files({ orders: [], calendars: [ground.meetingId], language: 'nb' })).rejects.toEqual(
      refused('NOTHING_TO_SEND'),
    );
    const { meetings } = await ground.client.papers.recipients({ meetingIds: [ground.meetingId], what: 'invitation' });
    expect(meetings[0]?.event).toEqual({ kind: 'vague', asSaid: 'under høsten' });
  });

  test('mail drafts name who has no address', async () => {
    const recipients = [ground.ref('person', 'vigdis'), ground.ref('person', 'even')];
    const mail = await ground.client.papers.mail({ meetingId: ground.meetingId, what: 'invitation', language: 'sv', recipients });
    expect(mail.without).toEqual(['Even Strandmyr']);
    expect(
      z
        .tuple([z.object({ href: z.string().startsWith('mailto:vigdis@example.org?subject=Inbjudan'), count: z.literal(1) })])
        .safeParse(mail.links).success,
    ).toBe(true);
  });
});
