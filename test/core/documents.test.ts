import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeDocx, paragraph } from '../../electron/core/documents/documents-testing.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { DocumentChoice, DocumentProposal } from '../../shared/contract/texts-documents.ts';
import { TextId, type Ticket } from '../../shared/model/ids.ts';
import { makeCodingFixture, type CodingFixture } from './coding-fixture.ts';

const transcript =
  'Intervjuer: Hva har vært bra?\nSolfrid: Turgruppa, den Even startet. Ring 900 00 000.\nIntervjuer: Og ellers?\nSolfrid: Even er flink.';

async function open() {
  const core = openCore();
  const fixture = await makeCodingFixture(core, [
    { code: 'R017', body: 'Kortere ventetid.' },
    { code: 'R018', body: null },
  ]);
  return { core, fixture, [Symbol.dispose]: () => core[Symbol.dispose]() };
}

/** Uploads a file as a window does. */
async function upload(core: Core, name: string, bytes: string | Uint8Array): Promise<Ticket> {
  const { ticket } = await core.client.workspace.requestUpload({ name });
  const folder = join(core.session.deps.temporaryFolder, 'in');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, ticket), bytes);
  return ticket;
}

/** Runs a job to its end. */
async function finished<T>(job: AsyncIterator<unknown, T>): Promise<T> {
  for (;;) {
    const step = await job.next();
    if (step.done === true) return step.value;
  }
}

async function inspect(core: Core, { projectId }: CodingFixture, ticket: Ticket): Promise<DocumentProposal> {
  return finished(await core.client.texts.inspect({ projectId, ticket }));
}

/** A file taken as it was proposed, with changes. */
function asProposed(ticket: Ticket, proposal: DocumentProposal, more: Partial<DocumentChoice> = {}): DocumentChoice {
  return {
    ticket,
    title: proposal.title,
    kind: proposal.kind,
    language: proposal.language,
    saidOn: proposal.saidOn,
    interviewId: proposal.whose?.interviewId ?? null,
    keepsFileName: false,
    speakers: proposal.speakers.map(({ name, role }) => ({ name, role, as: name })),
    replacements: [],
    ...more,
  };
}

async function importOne(core: Core, fixture: CodingFixture, name: string, bytes: string | Uint8Array, more: Partial<DocumentChoice> = {}) {
  const ticket = await upload(core, name, bytes);
  const proposal = await inspect(core, fixture, ticket);
  const { textIds, replaced } = await finished(
    await core.client.texts.import({ projectId: fixture.projectId, files: [asProposed(ticket, proposal, more)] }),
  );
  const [textId] = textIds;
  if (textId === undefined) throw new Error('nothing was imported');
  return { textId, replaced, proposal };
}

const count = (core: Core, sql: string): unknown => core.session.workspace.db.prepare(sql).pluck().get();

/** Everything that stands in the tables of documents. */
function standing(core: Core) {
  const rows = (table: string): unknown[] => core.session.workspace.db.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
  return [rows('text'), rows('document'), rows('text_turn'), rows('coding')];
}

describe('importing texts [R64] issue 5.5', () => {
  test('a dry run says what the file is, whose, who speaks, and what may tell who somebody is', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const before = standing(core);
    const proposal = await inspect(core, fixture, await upload(core, 'R017 samtale 2025-04-22.txt', transcript));
    expect(proposal).toMatchObject({
      format: 'txt',
      title: 'R017 samtale',
      kind: 'transcript',
      language: 'nb',
      saidOn: '2025-04-22',
      whose: { code: 'R017' },
      turns: 4,
      speakers: [
        { name: 'Intervjuer', turns: 2, role: 'interviewer' },
        { name: 'Solfrid', turns: 2, role: 'participant' },
      ],
    });
    expect(proposal.signs.map(({ kind, text, count: n }) => [kind, text, n])).toEqual([
      ['phone', '900 00 000', 1],
      ['name', 'Even', 2],
    ]);
    expect(standing(core)).toEqual(before);
  });

  test('names are replaced before anything is stored, turns lie on the words, and one undo takes it all back', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const before = standing(core);
    const { textId, replaced } = await importOne(core, fixture, 'R017.txt', transcript, {
      speakers: [
        { name: 'Intervjuer', role: 'interviewer', as: 'I' },
        { name: 'Solfrid', role: 'participant', as: 'R017' },
      ],
      replacements: [
        { find: 'Even', with: '[navn 1]' },
        { find: '900 00 000', with: '[telefon]' },
      ],
    });
    expect(replaced).toBe(3);
    const view = await core.client.texts.read({ textId });
    expect(view.body).toBe(
      'I: Hva har vært bra?\nR017: Turgruppa, den [navn 1] startet. Ring [telefon].\nI: Og ellers?\nR017: [navn 1] er flink.',
    );
    expect(view.turns.map((turn) => [turn.speaker, turn.role, view.body.slice(turn.start, turn.end)])).toEqual([
      ['I', 'interviewer', 'Hva har vært bra?'],
      ['R017', 'participant', 'Turgruppa, den [navn 1] startet. Ring [telefon].'],
      ['I', 'interviewer', 'Og ellers?'],
      ['R017', 'participant', '[navn 1] er flink.'],
    ]);
    for (const table of ['text', 'document', 'text_turn', 'import_batch', 'op', 'op_change'])
      expect(JSON.stringify(core.session.workspace.db.prepare(`SELECT * FROM ${table}`).all())).not.toContain('Solfrid');
    const after = standing(core);
    await core.client.history.undo({});
    expect(standing(core)).toEqual(before);
    await core.client.history.redo({});
    expect(standing(core)).toEqual(after);
  });

  test('several files are one step, and one that cannot be read stops all of them', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const docx = await upload(core, 'notat.docx', makeDocx(paragraph('Notat fra besøket') + paragraph('Kaffe og lang prat.')));
    const vtt = await upload(
      core,
      'opptak.vtt',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Intervjuer>Hei.</v>\n\n00:03.000 --> 00:04.000\n<v R018>Hallo.</v>\n',
    );
    const bad = await upload(core, 'R018.docx', makeDocx(paragraph('Ord '.repeat(900))).subarray(0, 300));
    const [first, second] = [await inspect(core, fixture, docx), await inspect(core, fixture, vtt)];
    expect([first.kind, second.kind, second.format]).toEqual(['notes', 'transcript', 'vtt']);
    const files = [asProposed(docx, first), asProposed(vtt, second)];
    const before = standing(core);
    await expect(
      core.client.texts.import({ projectId: fixture.projectId, files: [...files, asProposed(bad, first)] }).then(finished),
    ).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
    expect(standing(core)).toEqual(before);
    expect((await finished(await core.client.texts.import({ projectId: fixture.projectId, files }))).textIds).toHaveLength(2);
    expect(count(core, 'SELECT count(*) FROM document')).toBe(2);
    expect(count(core, 'SELECT starts_ms FROM text_turn ORDER BY start_offset DESC LIMIT 1')).toBe(3000);
    await core.client.history.undo({});
    expect(count(core, 'SELECT count(*) FROM document')).toBe(0);
  });

  test('the file name is kept only when somebody wants it', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const one = await importOne(core, fixture, 'Solfrid Tangvåg.txt', 'Bare noen ord.', { title: 'Samtale' });
    const two = await importOne(core, fixture, 'Samtale 2.txt', 'Bare noen ord.', { keepsFileName: true });
    expect((await core.client.texts.document({ textId: one.textId })).fileName).toBe(null);
    expect((await core.client.texts.document({ textId: two.textId })).fileName).toBe('Samtale 2.txt');
    expect(count(core, "SELECT count(*) FROM import_batch WHERE file_name <> ''")).toBe(0);
  });

  test('a code that is nobody’s, or of somebody who has withdrawn, links to nobody', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const respondentId = fixture.respondents.get('R018');
    // Ids of the fixture are of this kind.
    await core.client.fieldwork.withdraw({ respondentId: respondentId as never, withdrawnOn: '2026-01-01' });
    expect((await inspect(core, fixture, await upload(core, 'R018.txt', 'Ord.'))).whose).toBe(null);
    expect((await inspect(core, fixture, await upload(core, 'R999.txt', 'Ord.'))).whose).toBe(null);
    expect((await inspect(core, fixture, await upload(core, 'r017.txt', 'Ord.'))).whose?.code).toBe('R017');
  });
});

describe('notes written here', () => {
  test('are empty at first, keep what is typed, and cannot be typed over once they are coded', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { textId } = await core.client.texts.createNote({
      projectId: fixture.projectId,
      title: 'Notat',
      language: 'nb',
      saidOn: null,
      interviewId: null,
    });
    await core.client.texts.write({ textId, body: 'Lang prat', base: '' });
    await core.client.texts.write({ textId, body: 'Lang prat om ventetid', base: 'Lang prat' });
    await expect(core.client.texts.write({ textId, body: 'Noe annet', base: 'Lang prat' })).rejects.toMatchObject({ code: 'STALE' });
    await core.client.coding.apply({ textIds: [textId], themeId: fixture.themes.waiting, range: { start: 13, end: 21 } });
    await expect(core.client.texts.write({ textId, body: 'x', base: 'Lang prat om ventetid' })).rejects.toMatchObject({ code: 'IN_USE' });
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect((await core.client.texts.document({ textId })).body).toBe('');
  });

  test('title, kind, language, day and person can be changed, each undone by itself', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { projectId } = fixture;
    const { client } = core;
    const interview = (await client.interviews.list({ projectId, limit: 10 })).rows.find((row) => row.code === 'R017');
    const { textId } = await client.texts.createNote({ projectId, title: 'Notat', language: 'nb', saidOn: null, interviewId: null });
    const look = () => client.texts.document({ textId });
    const start = await look();
    await client.texts.rename({ textId, title: 'Besøk' });
    await client.texts.setFacts({ textId, kind: 'letter', language: 'sv', saidOn: '2025-04-22' });
    await client.texts.link({ textId, interviewId: interview?.id ?? null });
    expect(await look()).toMatchObject({ title: 'Besøk', kind: 'letter', language: 'sv', saidOn: '2025-04-22', whose: { code: 'R017' } });
    for (let step = 0; step < 3; step += 1) await client.history.undo({});
    expect(await look()).toEqual(start);
  });

  test('are taken out with their codings, and undo brings all of it back', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { textId } = await importOne(core, fixture, 'R017.txt', transcript);
    await core.client.coding.apply({ textIds: [textId], themeId: fixture.themes.hours, range: { start: 0, end: 10 } });
    await core.client.texts.writeMemo({ on: { kind: 'text', id: textId }, body: 'Husk' });
    const before = standing(core);
    expect(await core.client.texts.remove({ textId })).toEqual({ segments: 1 });
    expect(count(core, 'SELECT count(*) FROM document')).toBe(0);
    await expect(core.client.texts.document({ textId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await core.client.history.undo({});
    expect(standing(core)).toEqual(before);
  });
});

describe('the list of texts', () => {
  test('shows documents with length, segments and coders, filtered by kind, theme, title and what is left to code', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { projectId, themes } = fixture;
    const coded = await importOne(core, fixture, 'R017.txt', transcript);
    await importOne(core, fixture, 'brev.txt', 'Kjære tjeneste.', { kind: 'letter', title: 'Brev fra pårørende' });
    await core.client.coding.apply({ textIds: [coded.textId], themeId: themes.waiting, range: { start: 0, end: 10 } });
    await core.client.coding.apply({ textIds: [coded.textId], themeId: themes.waiting, range: { start: 20, end: 25 } });
    const list = async (more: Partial<Parameters<typeof core.client.texts.documents>[0]> = {}) =>
      (await core.client.texts.documents({ projectId, limit: 100, ...more })).rows;
    const [row] = await list({ kind: 'transcript' });
    expect(row).toMatchObject({ title: 'R017', whose: { code: 'R017' }, words: 21, segments: 2, isRead: false });
    expect(row?.coders).toHaveLength(1);
    const titles = async (more: Parameters<typeof list>[0]) => (await list(more)).map((one) => one.title);
    expect(await titles({ isUncoded: true })).toEqual(['Brev fra pårørende']);
    expect(await titles({ themeId: themes.access })).toEqual(['R017']);
    expect(await titles({ search: 'pårør' })).toEqual(['Brev fra pårørende']);
    expect(await titles({ search: 'PÅRØR' })).toEqual(['Brev fra pårørende']);
    expect(await titles({ search: '%' })).toEqual([]);
    expect(await titles({ sort: { by: 'segments', direction: 'descending' } })).toEqual(['R017', 'Brev fra pårørende']);
    expect(await core.client.texts.documentCounts({ projectId })).toEqual({
      total: 2,
      uncoded: 1,
      kinds: [
        { kind: 'transcript', count: 1 },
        { kind: 'letter', count: 1 },
      ],
    });
  });
});

describe('counting and personal data', () => {
  test('a coded segment counts for the person the document is linked to, once; an unlinked one counts no person [F56]', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { client } = core;
    const persons = async () =>
      (await client.themes.tree({ projectId: fixture.projectId })).themes.find((theme) => theme.id === fixture.themes.waiting)
        ?.ownPersonCount;
    const { textId } = await importOne(core, fixture, 'notat.txt', 'Ventet lenge. Ventet igjen.');
    await client.coding.apply({ textIds: [textId], themeId: fixture.themes.waiting, range: { start: 0, end: 6 } });
    await client.coding.apply({ textIds: [textId], themeId: fixture.themes.waiting, range: { start: 14, end: 20 } });
    expect(await persons()).toBe(0);
    const interview = (await client.interviews.list({ projectId: fixture.projectId, limit: 10 })).rows.find((row) => row.code === 'R018');
    await client.texts.link({ textId, interviewId: interview?.id ?? null });
    expect(await persons()).toBe(1);
  });

  test('who has withdrawn is not in the list; erasing takes the document, its turns and every image of them, also of an undone import [R64]', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { client } = core;
    await importOne(core, fixture, 'R017 a.txt', transcript);
    await importOne(core, fixture, 'R017 b.txt', transcript);
    await client.history.undo({});
    const { textId } = await importOne(core, fixture, 'R018.txt', 'Noe annet helt.');
    const respondentId = fixture.respondents.get('R017');
    const { interviewId } =
      (await client.texts.documents({ projectId: fixture.projectId, search: 'R017', limit: 10 })).rows[0]?.whose ?? {};
    expect(interviewId).toBeDefined();
    const linked = await client.texts.createNote({
      projectId: fixture.projectId,
      title: 'Om turgruppa',
      language: 'nb',
      saidOn: null,
      interviewId: interviewId ?? null,
    });
    await client.texts.write({ textId: linked.textId, body: 'Turgruppa', base: '' });
    // Ids of the fixture are of this kind.
    await client.fieldwork.withdraw({ respondentId: respondentId as never, withdrawnOn: '2026-01-01' });
    expect((await client.texts.documents({ projectId: fixture.projectId, limit: 10 })).rows.map((row) => row.textId)).toEqual([textId]);
    await expect(client.texts.document({ textId: linked.textId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await finished(await client.fieldwork.erase({ respondentId: respondentId as never, typedCode: 'R017' }));
    expect(count(core, 'SELECT count(*) FROM document')).toBe(1);
    expect(count(core, 'SELECT count(*) FROM text_turn')).toBe(0);
    for (const table of ['text', 'document', 'text_turn', 'op', 'op_change'])
      expect(JSON.stringify(core.session.workspace.db.prepare(`SELECT * FROM ${table}`).all())).not.toMatch(/urgruppa/u);
    const redo = await client.history.redo({}).catch(() => null);
    expect(redo === null || count(core, "SELECT count(*) FROM text WHERE body LIKE '%urgruppa%'") === 0).toBe(true);
  });

  test('a document of another project’s interview is refused', async () => {
    using opened = await open();
    const { core, fixture } = opened;
    const { textId } = await importOne(core, fixture, 'x.txt', 'Ord.');
    await expect(core.client.texts.link({ textId, interviewId: core.session.workspace.newId() as never })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(TextId.parse(textId)).toBe(textId);
  });
});
