import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PaperOrder } from '../../shared/contract/papers.ts';
import { MeetingId } from '../../shared/model/ids.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { aPath } from '../support/a-workspace.ts';
import { convert, officeSkip } from '../support/office.ts';

const skip = officeSkip('writer');
const why = skip === null ? '' : ` (${skip})`;

// Three conversions in one test take their time on a busy machine.
describe.skipIf(skip !== null)(`[R10] [R15] [R18] [R90] papers opened by LibreOffice${why}`, { timeout: 90_000 }, () => {
  let core: Core;
  let fjordvik: MeetingId;
  let norra: MeetingId;
  beforeAll(async () => {
    const path = aPath('Fjordvik.rost');
    buildSample(path);
    core = openCore();
    await core.client.workspace.open({ path });
    const { meetings } = await core.client.meetings.list({ year: 2025 });
    const find = (title: string): MeetingId => MeetingId.parse(meetings.find((meeting) => meeting.title === title)?.id);
    fjordvik = find('Dialogmøte i Fjordvik');
    norra = find('Dialogmöte norra Älvbygden');
  });
  afterAll(() => core[Symbol.dispose]());

  const docx = async (order: PaperOrder): Promise<Uint8Array> => {
    const { ticket } = await core.client.papers.files({ orders: [order], calendars: [], language: 'nb' });
    return readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket));
  };
  const textOf = (bytes: Uint8Array): string =>
    convert(bytes, 'papir.docx', 'txt:Text (encoded):UTF8').toString('utf8').replaceAll(/\s+/gu, ' ');
  const defaults = { form: 'invitation', recipient: null, day: null, practical: '', mayBeSpread: false } as const;

  test('an invitation becomes a PDF of one page that says what it should', async () => {
    const bytes = await docx({ kind: 'invitation', meetingId: fjordvik, language: 'nb', ...defaults, mayBeSpread: true });
    const text = textOf(bytes);
    for (const part of [
      'Invitasjon: Dialogmøte i Fjordvik',
      'kl. 13.00–16.00',
      'Formål',
      'Program',
      'Hvem som er invitert',
      'Send gjerne invitasjonen videre',
    ])
      expect(text).toContain(part);
    const pdf = convert(bytes, 'papir.docx', 'pdf').toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });

  test('minutes in Swedish hold the lines with their marks, what was agreed, and no name', async () => {
    const bytes = await docx({ kind: 'minutes', meetingId: norra, language: 'sv', hasNames: false, hasPhotos: true });
    const text = textOf(bytes);
    for (const part of [
      'Minnesanteckningar: Dialogmöte norra Älvbygden',
      'Information: Vi blev uppdaterade',
      'Det här kom vi överens om',
      'I snitt 15',
    ])
      expect(text).toContain(part);
    const names = core.session.workspace.sql.all(z.object({ name: z.string() }), 'SELECT name FROM person', {}).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(text).not.toContain(name);
    const html = convert(bytes, 'papir.docx', 'html').toString('utf8');
    expect(html).toContain('sv-SE');
    expect(html.match(/<h2/gu)?.length).toBeGreaterThan(3);
    expect(html).toContain('<table');
  });

  test('a question sheet has every question and room under it', async () => {
    const { sheets } = await core.client.meetings.get({ meetingId: fjordvik });
    const text = textOf(await docx({ kind: 'question-sheet', meetingId: fjordvik, language: 'nb', sheetId: null }));
    expect(sheets[0]?.questions.length).toBeGreaterThan(1);
    for (const { wording } of sheets[0]?.questions ?? []) expect(text).toContain((wording.nb ?? '').replaceAll(/\s+/gu, ' '));
  });

  test('a follow-up sheet holds what is late in a place, with its number', async () => {
    const id = core.session.workspace.sql.get(z.object({ id: z.string() }), "SELECT id FROM place WHERE code = '9932'", {})?.id ?? '';
    const text = textOf(await docx({ kind: 'follow-up-sheet', placeId: id, language: 'nb', today: '2026-11-22' }));
    for (const part of ['Oppfølging: Skogbygda (9932', 'Over tiden', 'T12', 'Oppfølgingsmøte i Skogbygda']) expect(text).toContain(part);
  });
});
