import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { DocumentBlock, DocumentPart } from '../../shared/contract/reports-document.ts';
import { ReportTemplate } from '../../shared/contract/reports-terms.ts';
import { MeetingId, RespondentId, ThemeId, VariableId, type ProjectId, type ReportId } from '../../shared/model/ids.ts';
import { languages } from '../../shared/model/text.ts';
import { append, emptyReport, exported, finalReport, idIn, one, sampleDesk, wordsIn } from './reports-fixture.ts';

const desk = sampleDesk();
let core: Core & { readonly projectId: ProjectId };

beforeEach(async () => {
  core = await desk.open();
});
afterEach(() => core[Symbol.dispose]());
afterAll(() => desk.clear());

function variable(name: string): VariableId {
  return VariableId.parse(idIn(core, 'SELECT id FROM variable WHERE name = :name AND project_id = :p', { name, p: core.projectId }));
}

async function keep(name: string, more: Partial<ExhibitDefinition>): Promise<string> {
  const definition = { kind: 'frequency', rows: variable('respekt'), language: 'nb', percent: 'column', ...more } as ExhibitDefinition;
  return (await core.client.analysis.keep({ projectId: core.projectId, name, definition })).exhibitId;
}

async function blocksOf(reportId: ReportId): Promise<DocumentBlock[]> {
  return (await core.client.reports.document({ reportId })).blocks;
}

function codesOf(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap(({ problems }) => problems.map(({ code, isBlocking }) => (isBlocking ? `${code}!` : code)));
}

function partsOf<K extends DocumentPart['kind']>(blocks: readonly DocumentBlock[], kind: K): Extract<DocumentPart, { kind: K }>[] {
  return blocks.flatMap(({ parts }) => parts.filter((part): part is Extract<DocumentPart, { kind: K }> => part.kind === kind));
}

describe('what stands in a report has passed the gate', () => {
  test('[R73] [F86] a hidden cell holds no number, and nothing of a stopped table is in the document', async () => {
    const reportId = finalReport(core);
    const exhibits = partsOf(await blocksOf(reportId), 'exhibit');
    expect(exhibits.length).toBeGreaterThan(4);
    const hidden = exhibits.flatMap(({ released }) =>
      released.rows.flatMap(({ cells }) => cells.filter(({ state }) => state === 'hidden')),
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const cell of hidden) expect(Object.keys(cell)).toEqual(['state']);
    for (const { released } of exhibits) expect(released.audit.ok).toBe(true);
  });

  test('the note of a kept table is for those who work with it: its title goes out, the note does not', async () => {
    const exhibitId = await keep('Respekt', {});
    await core.client.analysis.changeKept({ exhibitId, title: 'De fleste blir hørt', note: 'Spør Skogbygda om dette først' });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'exhibit', exhibitId }]);
    const blocks = await blocksOf(reportId);
    expect(partsOf(blocks, 'exhibit').map(({ released }) => released.title)).toEqual(['De fleste blir hørt']);
    expect(JSON.stringify(blocks)).not.toContain('Spør Skogbygda');
  });

  test('a table of four persons is stopped: it has no parts, and the reason is said', async () => {
    const few = await keep('Fire personer', { filter: { variableId: variable('bosted'), codes: [5] } });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'exhibit', exhibitId: few }]);
    const [block] = await blocksOf(reportId);
    expect(block?.parts).toEqual([]);
    expect(block?.problems).toMatchObject([{ code: 'exhibit-stopped', isBlocking: true }]);
  });

  test('two tables that show four persons together do not both stand', async () => {
    const bosted = variable('bosted');
    // A question that has not left before, or the register would say it first.
    const rows = variable('spurt_for');
    const all = await keep('Alle bosteder', { rows, filter: { variableId: bosted, codes: [1, 2, 3, 4, 5] } });
    const most = await keep('De fleste bosteder', { rows, filter: { variableId: bosted, codes: [1, 2, 3, 4] } });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [
      { kind: 'exhibit', exhibitId: all },
      { kind: 'exhibit', exhibitId: most },
    ]);
    const blocks = await blocksOf(reportId);
    expect(blocks[0]?.parts).toHaveLength(1);
    expect(blocks[1]?.parts).toEqual([]);
    expect(blocks[1]?.problems).toMatchObject([{ code: 'exhibit-stopped', sentence: { id: 'reports.problem.subtraction' } }]);
  });

  test('issue 6.6: a table of some of those whose table has left, of whose rest so few gave an answer, does not stand', async () => {
    const some = await keep('De fleste bosteder', { filter: { variableId: variable('bosted'), codes: [1, 2, 3, 4] } });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'exhibit', exhibitId: some }]);
    expect((await blocksOf(reportId))[0]?.problems).toMatchObject([
      { code: 'exhibit-stopped', sentence: { id: 'analysis.finding.subtraction' } },
    ]);
  });

  test('a table whose question is gone says so', async () => {
    const gone = await keep('Borte', { rows: VariableId.parse(core.session.workspace.newId()) });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'exhibit', exhibitId: gone }]);
    expect(codesOf(await blocksOf(reportId))).toEqual(['exhibit-gone!']);
  });

  test('tables, figures and what names them are numbered in order; the appendix has the table behind each chart', async () => {
    const blocks = await blocksOf(finalReport(core));
    const exhibits = partsOf(blocks, 'exhibit');
    expect(exhibits.flatMap(({ figure }) => figure?.number ?? [])).toEqual([1, 2]);
    const numbers = blocks.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.kind === 'exhibit' ? (part.table?.number ?? []) : part.kind === 'table' ? (part.caption?.number ?? []) : [],
      ),
    );
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const appendix = blocks.find(({ kind }) => kind === 'appendix');
    const charts = exhibits.filter(({ shows }) => shows === 'chart').map(({ exhibitId }) => exhibitId);
    expect(partsOf(appendix === undefined ? [] : [appendix], 'exhibit').map(({ exhibitId }) => exhibitId)).toEqual(charts);
    const named = partsOf(blocks, 'paragraph').flatMap(({ runs }) => runs.filter(({ ref }) => ref !== undefined));
    expect(named.map(({ text, ref }) => [text, ref])).toEqual([
      ['Figur 1', 'figure_1'],
      ['Tabell 4', 'table_4'],
      ['Figur 2', 'figure_2'],
      ['Tabell 3', 'table_3'],
    ]);
  });

  test('typing a text does not count the tables again, but a changed answer does', async () => {
    const reportId = finalReport(core);
    const before = partsOf(await blocksOf(reportId), 'exhibit');
    const [text] = (await core.client.reports.blocks({ reportId })).blocks.filter(({ kind }) => kind === 'text');
    await core.client.reports.changeBlock({ blockId: text?.id ?? '', body: 'Nytt sammendrag.' });
    const after = partsOf(await blocksOf(reportId), 'exhibit');
    // The moment a table was made at says whether it is another one.
    expect(after.map(({ released }) => released.createdAt)).toEqual(before.map(({ released }) => released.createdAt));
    await core.client.analysis.changeKept({ exhibitId: before[0]?.exhibitId ?? '', title: 'Møtet er det beste' });
    expect(partsOf(await blocksOf(reportId), 'exhibit')[0]?.released.title).toBe('Møtet er det beste');
  });
});

describe('people in a report', () => {
  const speaker = `SELECT respondent.id FROM report_block JOIN quote ON quote.id = report_block.quote_id JOIN text ON text.id = quote.text_id
    JOIN interview ON interview.key = text.interview_key JOIN respondent ON respondent.id = interview.respondent_id
    JOIN report ON report.id = report_block.report_id WHERE report.id = :reportId LIMIT 1`;

  test('[R73] words of somebody who withdraws leave the report at once, and it says that they must be taken out', async () => {
    const reportId = finalReport(core);
    const before = partsOf(await blocksOf(reportId), 'quote');
    expect(before.map(({ text }) => text)).toContain('«De dømmer ikke. Jeg kan komme som jeg er.»');
    const respondentId = RespondentId.parse(idIn(core, speaker, { reportId }));
    await core.client.fieldwork.withdraw({ respondentId, withdrawnOn: '2026-01-02' });
    const blocks = await blocksOf(reportId);
    expect(partsOf(blocks, 'quote')).toHaveLength(before.length - 1);
    expect(codesOf(blocks)).toContain('quote-withdrawn!');
  });

  test('a quote that is not cleared has no words in the report, nor in the list of its parts', async () => {
    const reportId = await emptyReport(core, core.projectId);
    const quote = idIn(
      core,
      "SELECT quote.id FROM quote JOIN text ON text.id = text_id WHERE quote.status = 'proposed' AND text.project_id = :p",
      {
        p: core.projectId,
      },
    );
    await append(core, reportId, [{ kind: 'quote', quoteId: quote }]);
    const [block] = await blocksOf(reportId);
    expect([block?.parts, codesOf(await blocksOf(reportId))]).toEqual([[], ['quote-not-cleared!']]);
    expect((await core.client.reports.blocks({ reportId })).blocks[0]?.label).toBe('');
  });

  test('[R22] no person is named: actions and meetings tell of organisations and sides', async () => {
    const document = await core.client.reports.document({ reportId: finalReport(core) });
    const names = core.session.workspace.sql.all(z.object({ name: z.string() }), 'SELECT name FROM person');
    const words = wordsIn(document);
    expect(names.filter(({ name }) => words.includes(name))).toEqual([]);
    expect(words).toContain('31 til stede');
  });

  test('the number of a meeting’s few is not told by its total either', async () => {
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: false };
    const meetingId = idIn(core, "SELECT id FROM meeting WHERE project_id = :p AND kind = 'dialogue-conference'", { p: core.projectId });
    workspace.operations.run(intent, () => {
      workspace.sql.run('DELETE FROM attendance WHERE meeting_id = :meetingId', { meetingId });
      workspace.sql.insert('attendance', { id: workspace.newId(), meeting_id: meetingId, role: 'bruker', count: 3, precision: 'exact' });
      workspace.sql.run(
        "UPDATE meeting SET attendance_count = 3, attendance_precision = 'exact', attendance_as_said = '3' WHERE id = :meetingId",
        { meetingId },
      );
    });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'meetings', options: { meetingId } }]);
    const present = partsOf(await blocksOf(reportId), 'facts').flatMap(({ rows }) => rows.filter(({ label }) => label === 'Til stede'));
    expect(present).toEqual([{ label: 'Til stede', lines: ['Bruker'] }]);
  });

  test('[R86] a photo stands only once everybody in it has said yes', async () => {
    const { sql } = core.session.workspace;
    const photo = core.session.workspace.newId();
    const person = core.session.workspace.newId();
    const intent = { ...core.session.workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: false };
    core.session.workspace.operations.run(intent, () => {
      const facts = {
        name: 'bilde.png',
        media_type: 'image/png',
        sha256: 'x',
        byte_count: 1,
        caption: 'Fra konferansen',
        credit: 'Panelet',
      };
      sql.insert('attachment', { id: photo, project_id: core.projectId, ...facts, shows_people: 1 });
      sql.insert('attachment_person', { id: person, attachment_id: photo, shown_as: 'I midten' });
    });
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'attachment', attachmentId: photo }]);
    expect(codesOf(await blocksOf(reportId))).toEqual(['photo-not-allowed!']);
    core.session.workspace.operations.run(intent, () =>
      sql.run('UPDATE attachment_person SET consented_on = :on WHERE id = :person', { person, on: '2026-01-02' }),
    );
    expect(partsOf(await blocksOf(reportId), 'picture')).toMatchObject([{ caption: 'Fra konferansen', credit: 'Foto: Panelet' }]);
  });

  test('a report that tells the world has final findings only; one to talk about says how sure each is', async () => {
    const finding = idIn(core, "SELECT id FROM finding WHERE code = 'F03'");
    const world = await emptyReport(core, core.projectId, 'final-report');
    await append(core, world, [{ kind: 'finding', findingId: finding }, { kind: 'findings' }]);
    expect(codesOf(await blocksOf(world))).toEqual(['finding-not-final!', 'finding-not-final']);
    const talk = await emptyReport(core, core.projectId);
    await append(core, talk, [{ kind: 'finding', findingId: finding }]);
    const words = wordsIn(await core.client.reports.document({ reportId: talk }));
    expect([words.includes('Planen finnes'), words.includes('bekreftet')]).toEqual([true, true]);
  });
});

test('[R91] actions of a place are those that the list of actions has there: agreed in a meeting in it, too', async () => {
  const { id: meetingId, placeId } = one(
    core,
    z.object({ id: MeetingId, placeId: z.string() }),
    'SELECT id, place_id AS placeId FROM meeting WHERE project_id = :p AND place_id IS NOT NULL LIMIT 1',
    { p: core.projectId },
  );
  await core.client.actions.create({ wording: 'Lage et oppslag om møtet', meetingId, today: '2025-12-08' });
  const listed = (await core.client.actions.list({ projectId: core.projectId, placeIds: [placeId] })).actions;
  const reportId = await emptyReport(core, core.projectId);
  await append(core, reportId, [{ kind: 'actions', options: { placeId } }]);
  const told = partsOf(await blocksOf(reportId), 'table').flatMap(({ rows }) => rows.map(({ cells: [wording] }) => wording));
  expect(told).toContain('Lage et oppslag om møtet');
  expect(listed.map(({ wording }) => wording).filter((wording) => !told.includes(wording))).toEqual([]);
  // Of a service there, it is told only what rests on a finding about it.
  const serviceId = idIn(core, 'SELECT service_id AS id FROM finding WHERE service_id IS NOT NULL LIMIT 1');
  const [blockId = ''] = (await core.client.reports.blocks({ reportId })).blocks.map(({ id }) => id);
  await core.client.reports.changeBlock({ blockId, options: { placeId, serviceId } });
  expect(wordsIn(await core.client.reports.document({ reportId }))).not.toContain('Lage et oppslag om møtet');
});

test('[R91] findings of a place are those that are counted there: made in a meeting in it, too', async () => {
  const { id: meetingId, placeId } = one(
    core,
    z.object({ id: MeetingId, placeId: z.string() }),
    'SELECT id, place_id AS placeId FROM meeting WHERE project_id = :p AND place_id IS NOT NULL LIMIT 1',
    { p: core.projectId },
  );
  const wording = 'Mange kom i feil bygg';
  await core.client.findings.create({
    projectId: core.projectId,
    wording,
    polarity: 'negative',
    language: 'nb',
    meetingId,
    today: '2025-12-08',
  });
  const reportId = await emptyReport(core, core.projectId);
  await append(core, reportId, [{ kind: 'findings', options: { placeId } }]);
  expect(wordsIn(await core.client.reports.document({ reportId }))).toContain(wording);
  const [blockId = ''] = (await core.client.reports.blocks({ reportId })).blocks.map(({ id }) => id);
  const other = idIn(
    core,
    "SELECT id FROM place WHERE id <> :placeId AND name = (SELECT name FROM place AS one WHERE one.name <> 'Fjordvik' LIMIT 1)",
    { placeId },
  );
  await core.client.reports.changeBlock({ blockId, options: { placeId: other } });
  expect(wordsIn(await core.client.reports.document({ reportId }))).not.toContain(wording);
});

test('findings of a theme, or actions of a place, that is gone are missed, not told as none', async () => {
  const gone = core.session.workspace.newId();
  const reportId = await emptyReport(core, core.projectId);
  await append(core, reportId, [
    { kind: 'findings', options: { themeId: gone }, body: 'Om brev:' },
    { kind: 'actions', options: { placeId: gone } },
    { kind: 'actions', options: { serviceId: gone } },
    { kind: 'meetings', options: { roundId: gone } },
    { kind: 'meetings', options: { meetingId: gone } },
    { kind: 'findings' },
  ]);
  const blocks = await blocksOf(reportId);
  expect(blocks.map(({ problems }) => problems.map(({ code }) => code).filter((code) => code !== 'finding-not-final'))).toEqual([
    ...Array.from({ length: 5 }, () => ['about-gone']),
    [],
  ]);
  expect(blocks.slice(0, 5).map(({ parts }) => parts.length)).toEqual([1, 0, 0, 0, 0]);
  await expect(exported(core, reportId)).rejects.toMatchObject({ code: 'NOT_RELEASABLE', data: { message: 'reports.problem.aboutGone' } });
});

test('[R73] a theme that is merged into another takes its findings out of no report without a word', async () => {
  const { theme_id: themeId } = one(
    core,
    z.object({ theme_id: ThemeId }),
    `SELECT theme_id FROM finding_evidence JOIN theme ON theme.id = theme_id WHERE theme_id NOT IN (SELECT parent_id FROM theme WHERE parent_id IS NOT NULL) LIMIT 1`,
  );
  const reportId = await emptyReport(core, core.projectId);
  await append(core, reportId, [{ kind: 'findings', options: { themeId } }]);
  const before = wordsIn(await core.client.reports.document({ reportId }));
  expect(before).not.toContain('Ingen funn');
  const intoId = ThemeId.parse(idIn(core, 'SELECT id FROM theme WHERE parent_id IS NULL AND id <> :themeId LIMIT 1', { themeId }));
  await core.client.themes.merge({ themeId, intoId });
  const blocks = await blocksOf(reportId);
  expect(codesOf(blocks)).not.toContain('about-gone!');
  expect(partsOf(blocks, 'paragraph').some(({ style }) => style === 'bullet')).toBe(true);
  await core.client.history.undo({});
  expect(wordsIn(await core.client.reports.document({ reportId }))).toBe(before);
});

test('[R73] nor does a service that is joined with another', async () => {
  const services = core.session.workspace.db.prepare('SELECT id FROM service ORDER BY id LIMIT 2').pluck().all() as string[];
  const [keep = '', gone = ''] = services;
  const reportId = await emptyReport(core, core.projectId);
  await append(core, reportId, [{ kind: 'actions', options: { serviceId: gone } }]);
  await core.client.registers.join({ kind: 'services', keepId: keep, goneId: gone });
  expect(codesOf(await blocksOf(reportId))).not.toContain('about-gone!');
  await core.client.history.undo({});
  expect(codesOf(await blocksOf(reportId))).not.toContain('about-gone!');
});

describe('what is filled in', () => {
  test('[R8] method, response and checklist are made of what the project knows, in released numbers', async () => {
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [
      { kind: 'methods' },
      { kind: 'response' },
      { kind: 'checklist', options: { checklist: 'coreq', answers: { '8': 'Egen erfaring.' } } },
    ]);
    const blocks = await blocksOf(reportId);
    const method = JSON.stringify(blocks[0]?.parts);
    for (const said of ['47 personer ble spurt', 'versjon 1', 'færre enn 5 personer', 'Krippendorffs alfa']) expect(method).toContain(said);
    const rows = partsOf(blocks, 'table').flatMap((table) => table.rows.map(({ cells }) => cells));
    expect(rows).toContainEqual(['Spurt', '47', '']);
    // Between those reached and those who ended lie fewer than may be told of.
    expect(rows).toContainEqual(['Begynte', ':', '']);
    const list = partsOf(blocks, 'table').at(-1);
    expect(list?.rows).toHaveLength(32);
    expect(list?.rows[7]?.cells[2]).toBe('Egen erfaring.');
    expect(list?.rows[26]?.cells[2]).toBe('Røst.');
    expect(codesOf(blocks)).toEqual(['checklist-open']);
  });

  test.each([
    ['coreq', 32],
    ['gripp2-sf', 5],
    ['srqr', 21],
    ['cross', 40],
    ['gramms', 6],
  ] as const)('the checklist %s has its %i items, each with a number of its own', async (checklist, count) => {
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'checklist', options: { checklist } }]);
    const rows = partsOf(await blocksOf(reportId), 'table')[0]?.rows ?? [];
    expect(new Set(rows.map(({ cells }) => cells[0])).size).toBe(count);
    expect(rows.every(({ cells }) => cells[1] !== '' && !cells[1]?.includes('reports.'))).toBe(true);
  });

  test('[R8] an item of a checklist of which nothing is known stays open: no other item’s answer stands in its place', async () => {
    const answersOf = async (checklist: 'coreq' | 'srqr' | 'cross', items: readonly string[]) => {
      const reportId = await emptyReport(core, core.projectId);
      await append(core, reportId, [{ kind: 'checklist', options: { checklist } }]);
      const rows = partsOf(await blocksOf(reportId), 'table')[0]?.rows ?? [];
      return items.map((item) => rows.find(({ cells }) => cells[0] === item)?.cells[2] ?? '');
    };
    const [approach = '', mode = ''] = [(await answersOf('coreq', ['11']))[0], (await answersOf('cross', ['7a']))[0]];
    expect([approach, mode].every((said) => said.includes('ansikt til ansikt'))).toBe(true);
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: false };
    // How well two coders agree is known without a codebook.
    workspace.operations.run(intent, () => workspace.sql.run('DELETE FROM codebook_version', {}));
    expect((await answersOf('srqr', ['15']))[0]).toContain('Krippendorffs alfa');
    // Too few for anything to be said of how they were asked; and whom it was about is not written down.
    workspace.operations.run(intent, () => {
      workspace.sql.run('UPDATE project SET target_group = NULL WHERE id = :p', { p: core.projectId });
      workspace.sql.run(
        `UPDATE interview SET status = 'declined' WHERE project_id = :p
         AND key NOT IN (SELECT key FROM interview AS other WHERE other.project_id = :p ORDER BY key LIMIT 4)`,
        { p: core.projectId },
      );
    });
    expect(await answersOf('coreq', ['11'])).toEqual(['']);
    expect(await answersOf('cross', ['6a', '7a'])).toEqual(['', '']);
  });

  test('what is filled in becomes the author’s own text, and one undo gives it back', async () => {
    const reportId = await emptyReport(core, core.projectId);
    const [, actions = ''] = await append(core, reportId, [
      { kind: 'text', body: 'Før' },
      { kind: 'actions' },
      { kind: 'text', body: 'Etter' },
    ]);
    const { blockIds } = await core.client.reports.takeOver({ blockId: actions });
    const { blocks } = await core.client.reports.blocks({ reportId });
    expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
    expect(blocks[1]).toMatchObject({ id: blockIds[0], body: expect.stringContaining('**Ringe alle på venteliste hver tredje uke**') });
    await core.client.history.undo({});
    expect((await core.client.reports.blocks({ reportId })).blocks.map(({ kind }) => kind)).toEqual(['text', 'actions', 'text']);
  });
});

describe('templates', () => {
  test.each(ReportTemplate.options.flatMap((template) => languages.map((language) => [template, language] as const)))(
    'issue 7.1: %s in %s has no word missing, and nothing in it keeps it from being written out',
    async (template, language) => {
      const asked = { projectId: core.projectId, kind: template, title: 'Rapport', language, template } as const;
      const { reportId } = await core.client.reports.create(asked);
      const document = await core.client.reports.document({ reportId });
      const words = wordsIn(document);
      expect(words).not.toMatch(/reports\.(?:doc|template|methods|checklist|known|meetings)\.|[{}][a-z]+[,}]/u);
      expect(document.blocks.filter(({ problems }) => problems.some(({ isBlocking }) => isBlocking))).toEqual([]);
      expect(document.blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(3);
      expect(codesOf(document.blocks)).toContain('text-to-write');
      await core.client.history.undo({});
      expect((await core.client.reports.list({ projectId: core.projectId })).reports.some(({ id }) => id === reportId)).toBe(false);
    },
  );

  test('the final report has the sections of such reports, service by service and theme by theme, with the kept tables in them', async () => {
    const asked = { projectId: core.projectId, kind: 'final-report', title: 'Rapport', language: 'nb', template: 'final-report' } as const;
    const { reportId } = await core.client.reports.create(asked);
    const headings = partsOf(await blocksOf(reportId), 'heading').map(({ text }) => text);
    for (const name of [
      'Bakgrunn',
      'Mål',
      'Problemstillinger',
      'Gjennomføring',
      'Rekruttering',
      'Metode',
      'Pålitelighet',
      'Anonymitet',
      'Tjenestene',
    ])
      expect(headings).toContain(name);
    expect(headings).toEqual(expect.arrayContaining(['Psykisk helsetjeneste Fjordvik', 'Respekt', 'Vedlegg']));
    expect(partsOf(await blocksOf(reportId), 'exhibit').length).toBeGreaterThanOrEqual(5);
  });
});

test('issue 7: while coders code blind, a report is not shown, for its tables and findings would tell', async () => {
  const reportId = finalReport(core);
  await core.client.agreement.setBlind({ projectId: core.projectId, isBlind: true });
  await expect(core.client.reports.document({ reportId })).rejects.toMatchObject({ code: 'CODING_IS_BLIND' });
});
