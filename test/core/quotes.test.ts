import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { QuoteFileFormat, QuoteSearch } from '../../shared/contract/quotes.ts';
import type { TextId, ThemeId } from '../../shared/model/ids.ts';
import { convert, officeSkip } from '../support/office.ts';
import { makeCodingFixture, type CodingFixture } from './coding-fixture.ts';

const waiting = 'Ventetiden 😀 var elleve uker.\nÅ ringe hjalp ikke.';
const others = Array.from({ length: 14 }, (_, at) => ({
  code: `R${String(at + 4).padStart(3, '0')}`,
  body: `Svar nummer ${at}: det tok lang tid.`,
  age: 2,
}));
const said = [
  { code: 'R001', body: waiting, age: 2 },
  { code: 'R002', body: '=1+1 er «to», sa han; "og" så videre.', age: 2 },
  { code: 'R003', body: null },
  ...others,
];

interface Setting {
  readonly core: Core;
  readonly at: CodingFixture;
  readonly put: (code: string, theme: ThemeId, words?: string) => Promise<string>;
}

async function start(): Promise<Setting> {
  const core = openCore();
  const at = await makeCodingFixture(core, said);
  const put: Setting['put'] = async (code, themeId, words) => {
    const textId = textOf(at, code);
    const body = said.find((one) => one.code === code)?.body ?? '';
    const from = words === undefined ? 0 : body.indexOf(words);
    const range = words === undefined ? {} : { range: { start: from, end: from + words.length } };
    const { codingIds } = await core.client.coding.apply({ textIds: [textId], themeId, ...range });
    return codingIds[0] ?? '';
  };
  return { core, at, put };
}

function textOf(at: CodingFixture, code: string): TextId {
  const id = at.texts.get(code);
  if (id === undefined) throw new Error(`${code} said nothing`);
  return id;
}

function write(core: Core, work: (insert: (table: string, row: SqlParams) => void) => void): void {
  const { workspace } = core.session;
  workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () =>
    work((table, row) => workspace.sql.insert(table, row)),
  );
}

/** A coding by somebody else. */
function byAnother(core: Core, textId: string, themeId: string, range: { start: number; end: number }): void {
  write(core, (insert) => {
    const coder = core.session.workspace.newId();
    insert('actor', { id: coder, name: 'Even Haugen', initials: 'EH' });
    insert('coding', {
      id: core.session.workspace.newId(),
      text_id: textId,
      theme_id: themeId,
      coder_id: coder,
      is_whole: 0,
      start_offset: range.start,
      end_offset: range.end,
      coded_at: '2026-04-01T10:00:00.000Z',
    });
  });
}

async function found({ core, at }: Setting, search: QuoteSearch, group: 'none' | 'theme' | 'person' | 'kept' = 'none') {
  return core.client.quotes.find({ projectId: at.projectId, search, group, from: 0, limit: 200 });
}

async function words(setting: Setting, search: QuoteSearch): Promise<string[]> {
  return (await found(setting, search)).rows.flatMap((row) => (row.kind === 'quote' ? [row.body] : []));
}

async function file(
  { core, at }: Setting,
  format: QuoteFileFormat,
  use: 'cleared' | 'internal',
  attributes: string[] = [],
  search: QuoteSearch = {},
) {
  const steps = await core.client.quotes.export({
    projectId: at.projectId,
    search,
    group: 'theme',
    use,
    format,
    attributes,
    language: 'nb',
    recipient: use === 'internal' ? 'Solfrid Lian' : '',
    purpose: use === 'internal' ? 'gjennomlesing' : '',
  } as Parameters<typeof core.client.quotes.export>[0]);
  for (;;) {
    const step = await steps.next();
    if (step.done === true)
      return { ...step.value, bytes: readFileSync(join(core.session.deps.temporaryFolder, 'out', step.value.ticket)) };
  }
}

describe('finding quotes again', () => {
  it('gives the words with the person, the question and the themes; persons first, mentions second [F56] issue 5.9', async () => {
    const setting = await start();
    using _ = setting.core;
    const { at, put } = setting;
    await put('R001', at.themes.waiting, 'elleve uker');
    await put('R001', at.themes.waiting, 'Å ringe');
    await put('R004', at.themes.waiting);
    const result = await found(setting, { themes: [{ themeId: at.themes.access, isBranch: true }] }, 'theme');
    expect(result).toMatchObject({ quotes: 3, persons: 2, mentions: 3, isOneVoice: true });
    expect(result.rows[0]).toMatchObject({ kind: 'heading', themeId: at.themes.waiting, persons: 2, mentions: 3, isOneVoice: true });
    expect(result.rows[1]).toMatchObject({
      kind: 'quote',
      code: 'R001',
      body: 'elleve uker',
      question: { number: '23' },
      source: 'answers',
    });
    expect(await words(setting, { themes: [{ themeId: at.themes.access, isBranch: false }] })).toEqual([]);
  });

  it('shows overlapping segments of one theme by several coders once, with who', async () => {
    const setting = await start();
    using _ = setting.core;
    const { core, at, put } = setting;
    await put('R001', at.themes.waiting, 'elleve uker');
    byAnother(core, textOf(at, 'R001'), at.themes.waiting, { start: 0, end: 20 });
    const { rows, mentions } = await found(setting, {});
    expect(mentions).toBe(1);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ start: 0, body: 'Ventetiden 😀 var elleve uker' });
    expect(rows[0]?.kind === 'quote' ? rows[0].themes[0]?.coders.includes('Even Haugen') : false).toBe(true);
    expect(rows[0]?.kind === 'quote' ? rows[0].themes[0]?.coders.length : 0).toBe(2);
  });

  it('takes and, or, not, near, within, the same paragraph and the same answer', async () => {
    const setting = await start();
    using _ = setting.core;
    const { at, put } = setting;
    await put('R001', at.themes.waiting, 'elleve uker');
    await put('R001', at.themes.information, 'Ventetiden 😀 var elleve uker.');
    await put('R001', at.themes.hours, 'ringe');
    await put('R004', at.themes.waiting);
    const one = (themeId: ThemeId) => ({ themeId, isBranch: false });
    const base = [one(at.themes.waiting)];
    const other = (themeId: ThemeId, is: 'with' | 'without', place: 'overlap' | 'inside' | 'words' | 'paragraph' | 'text', count = 0) => ({
      themes: base,
      conditions: [{ is, themes: [one(themeId)], place, words: count }],
    });
    const { information, hours } = at.themes;
    expect(await words(setting, { themes: [...base, one(hours)] })).toHaveLength(3);
    expect(await words(setting, other(information, 'with', 'overlap'))).toEqual(['elleve uker']);
    expect(await words(setting, other(information, 'without', 'overlap'))).toEqual(['Svar nummer 0: det tok lang tid.']);
    expect(await words(setting, other(information, 'with', 'inside'))).toEqual(['elleve uker']);
    expect(await words(setting, other(hours, 'with', 'paragraph'))).toEqual([]);
    expect(await words(setting, other(hours, 'with', 'text'))).toEqual(['elleve uker']);
    expect(await words(setting, other(hours, 'with', 'words', 0))).toEqual([]);
    expect(await words(setting, other(hours, 'with', 'words', 1))).toEqual(['elleve uker']);
  });

  it('is filtered by closed answers, service, source, polarity, certainty, coder and origin', async () => {
    const setting = await start();
    using _ = setting.core;
    const { core, at, put } = setting;
    const codingId = await put('R001', at.themes.waiting);
    await put('R002', at.themes.waiting);
    await core.client.coding.setPolarity({ codingIds: [codingId as never], polarity: 'negative' });
    const age = (await core.client.coding.columns({ projectId: at.projectId })).columns[0];
    const [first] = await words(setting, {});
    expect(await words(setting, { polarities: ['negative'] })).toEqual([first]);
    expect(await words(setting, { polarities: ['none'] })).toEqual([said[1]?.body]);
    expect(await words(setting, { serviceIds: [at.serviceId] })).toEqual([first]);
    expect(await words(setting, { sources: ['minutes'] })).toEqual([]);
    expect(await words(setting, { certainties: ['inferred'] })).toEqual([]);
    expect(await words(setting, { origins: ['coder'] })).toHaveLength(2);
    if (age === undefined) throw new Error('the fixture has a background variable');
    expect(await words(setting, { answers: [{ variableId: age.variableId, codes: [2] }] })).toHaveLength(2);
    expect(await words(setting, { answers: [{ variableId: age.variableId, codes: [null] }] })).toEqual([]);
  });

  it('pages through lines with headings as through one list', async () => {
    const setting = await start();
    using _ = setting.core;
    const { core, at, put } = setting;
    for (const { code } of others.slice(0, 6)) await put(code, at.themes.waiting);
    for (const { code } of others.slice(0, 4)) await put(code, at.themes.information);
    const whole = await found(setting, {}, 'theme');
    expect(whole.total).toBe(12);
    const pages = await Promise.all(
      [0, 5, 10].map((from) => core.client.quotes.find({ projectId: at.projectId, search: {}, group: 'theme', from, limit: 5 })),
    );
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole.rows.map(({ id }) => id));
  });

  it('never shows or counts whoever has withdrawn, and what coders see blind is their own', async () => {
    const setting = await start();
    using _ = setting.core;
    const { core, at, put } = setting;
    await put('R001', at.themes.waiting);
    await put('R004', at.themes.waiting);
    expect((await found(setting, {})).persons).toBe(2);
    await core.client.fieldwork.withdraw({ respondentId: at.respondents.get('R004') ?? '', withdrawnOn: '2026-01-01' } as never);
    expect((await found(setting, {})).persons).toBe(1);
    byAnother(core, textOf(at, 'R002'), at.themes.waiting, { start: 0, end: 4 });
    expect((await found(setting, {})).persons).toBe(2);
    await core.client.agreement.setBlind({ projectId: at.projectId, isBlind: true });
    expect((await found(setting, {})).persons).toBe(1);
    await expect(file(setting, 'csv', 'internal')).rejects.toMatchObject({ code: 'CODING_IS_BLIND' });
  });
});

describe('keeping quotes', () => {
  it('keeps them once, lets go of loose ones, and undoes both', async () => {
    const setting = await start();
    using _ = setting.core;
    const { core, at, put } = setting;
    await put('R001', at.themes.waiting, 'elleve uker');
    const { places } = await core.client.quotes.places({ projectId: at.projectId, search: {}, group: 'none' });
    const first = await core.client.quotes.keep({ places });
    expect(first.kept).toBe(1);
    expect(await core.client.quotes.keep({ places })).toEqual({ quoteIds: first.quoteIds, kept: 0 });
    expect((await found(setting, { statuses: ['raw'] }, 'kept')).rows).toMatchObject([
      { isKept: true },
      { status: 'raw', quoteId: first.quoteIds[0] },
    ]);
    expect(await core.client.quotes.letGo({ quoteIds: first.quoteIds })).toEqual({ letGo: 1, inUse: 0 });
    expect((await found(setting, { statuses: ['raw'] })).rows).toEqual([]);
    await core.client.history.undo({});
    expect((await found(setting, { statuses: ['raw'] })).rows).toHaveLength(1);
  });

  it('makes a finding that rests on quotes; it shows them, and loses those of whoever withdraws issue 5.14', async () => {
    const setting = await start();
    using _ = setting.core;
    const { core, at, put } = setting;
    await put('R001', at.themes.waiting, 'elleve uker');
    await put('R004', at.themes.waiting);
    const { places } = await core.client.quotes.places({ projectId: at.projectId, search: {}, group: 'none' });
    const { code } = await core.client.quotes.makeFinding({
      projectId: at.projectId,
      places,
      wording: 'Ventetiden er lang.',
      polarity: 'negative',
      language: 'nb',
      today: '2026-05-01',
    });
    const shown = async () => (await core.client.findings.list({ projectId: at.projectId })).findings.find((one) => one.code === code);
    expect(await shown()).toMatchObject({
      wording: 'Ventetiden er lang.',
      evidence: { quotes: 2, texts: 0 },
      restsOn: [{ kind: 'quote', words: 'elleve uker' }, { kind: 'quote' }],
    });
    const { rows } = await found(setting, { statuses: ['raw'] });
    const ids = rows.flatMap((row) => (row.kind === 'quote' && row.quoteId !== null ? [row.quoteId] : []));
    expect(await core.client.quotes.letGo({ quoteIds: ids })).toEqual({ letGo: 0, inUse: 2 });
    await core.client.fieldwork.withdraw({ respondentId: at.respondents.get('R001') ?? '', withdrawnOn: '2026-01-01' } as never);
    expect(await shown()).toMatchObject({ evidence: { quotes: 1 }, withdrawnTexts: 1 });
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect(await shown()).toBeUndefined();
  });
});

const Row = z.record(z.string(), z.string());
function csvRows(bytes: Uint8Array): Record<string, string>[] {
  return z.array(Row).parse(
    parse(Buffer.from(bytes), {
      bom: true,
      columns: true,
      delimiter: ';',
      comment: '#',
      comment_no_infix: true,
      relax_column_count: true,
    }),
  );
}

async function coded(): Promise<Setting> {
  const setting = await start();
  const { at, put } = setting;
  await put('R001', at.themes.waiting, waiting);
  await put('R002', at.themes.information);
  for (const { code } of others.slice(0, 8)) await put(code, at.themes.waiting);
  return setting;
}

describe('quotes to a file', () => {
  it('refuses an internal file without recipient and purpose', async () => {
    const setting = await coded();
    using _ = setting.core;
    const { core, at } = setting;
    const wanted = {
      projectId: at.projectId,
      search: {},
      group: 'none',
      use: 'internal',
      format: 'csv',
      attributes: [],
      language: 'nb',
      recipient: '',
      purpose: '',
    } as const;
    await expect(
      (async () => {
        const steps = await core.client.quotes.export({ ...wanted, attributes: [] });
        await steps.next();
      })(),
    ).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
  });

  it('[F66] says that a whole transcript is too long for a cell, and makes the other files of it', async () => {
    const setting = await coded();
    using _ = setting.core;
    const { core, at } = setting;
    const note = { projectId: at.projectId, title: 'Utskrift', language: 'nb', saidOn: null, interviewId: null } as const;
    const { textId } = await core.client.texts.createNote(note);
    await core.client.texts.write({ textId, body: 'Lang ventetid. '.repeat(2500), base: '' });
    await core.client.coding.apply({ textIds: [textId], themeId: at.themes.waiting });
    await expect(file(setting, 'xlsx', 'internal')).rejects.toMatchObject({ code: 'OUT_OF_RANGE', data: { params: { limit: 32_767 } } });
    const first = await file(setting, 'csv', 'internal');
    expect((await file(setting, 'docx', 'internal')).releaseNumber).toBe(first.releaseNumber + 1);
    expect(Buffer.from(first.bytes).toString('utf8')).toContain('Lang ventetid. '.repeat(2499));
  });

  it('[F66] one row per quote with variables as columns; the words are those on the screen, and nothing runs as a formula', async () => {
    const setting = await coded();
    using _ = setting.core;
    const { core, at } = setting;
    const age = (await core.client.coding.columns({ projectId: at.projectId })).columns[0]?.variableId ?? '';
    const screen = await words(setting, {});
    const xlsx = await file(setting, 'xlsx', 'internal', [age]);
    const [sheet, themes] = (await readXlsx(xlsx.bytes)).sheets;
    expect(sheet?.rows[0]).toEqual(['Nr.', 'Person', 'Sitat', 'Temaer', 'Spørsmål', 'Kilde', 'Hvor gammel er du?']);
    expect(sheet?.rows.slice(1).map((row) => row[2])).toEqual(screen);
    expect(sheet?.rows.slice(1).map((row) => row[0])).toEqual(screen.map((_, index) => index + 1));
    expect(sheet?.rows.slice(1).every((row) => row[6] === '30–49')).toBe(true);
    // Nine of sixteen persons are told; one person is not, and nobody can count who is left.
    expect(themes?.rows.find((row) => row[0] === 'Ventetid')?.slice(0, 3)).toEqual(['Ventetid', 9, 9]);
    expect(themes?.rows.find((row) => row[0] === 'Informasjon')?.slice(0, 3)).toEqual(['Informasjon', ':', ':']);
    const csv = csvRows((await file(setting, 'csv', 'internal', [age])).bytes);
    expect(csv.map((row) => row['Sitat'])).toEqual(screen.map((text) => (text.startsWith('=') ? `'${text}` : text)));
  });

  it('numbers of persons hold for one file, and no code of a participant leaves', async () => {
    const setting = await coded();
    using _ = setting.core;
    const people = async (): Promise<string[]> => csvRows((await file(setting, 'csv', 'internal')).bytes).map((row) => row['Person'] ?? '');
    const [first, second] = [await people(), await people()];
    expect(first.toSorted()).toEqual(second.toSorted());
    expect(first).not.toEqual(second);
    expect(Buffer.from((await file(setting, 'csv', 'internal')).bytes).toString('utf8')).not.toMatch(/R0\d\d/u);
  });

  it('refuses attributes that too few share, names the value, and offers coarser ones; nothing enters the register', async () => {
    const setting = await coded();
    using _ = setting.core;
    const { core, at } = setting;
    // The service alone is shared by eight; one person alone is of another age.
    write(core, () => core.session.workspace.sql.run('UPDATE answer SET code = 3 WHERE interview_key = 1 AND question_key = 1', {}));
    const age = (await core.client.coding.columns({ projectId: at.projectId })).columns[0]?.variableId;
    if (age === undefined) throw new Error('the fixture has a background variable');
    const scope = { projectId: at.projectId, search: {}, group: 'none', use: 'internal', language: 'nb' } as const;
    const check = await core.client.quotes.fileCheck({ ...scope, attributes: [age, 'service'] });
    expect(check.refused).toEqual([{ values: ['3', 'Rus- og botjenesten'], reason: 'too-few' }]);
    expect(check.coarser).toEqual([['service']]);
    await expect(file(setting, 'csv', 'internal', [age, 'service'])).rejects.toMatchObject({ code: 'QUOTE_ATTRIBUTES' });
    expect((await core.client.privacy.listReleases({})).total).toBe(0);
    expect((await core.client.quotes.fileCheck({ ...scope, attributes: ['service'] })).refused).toEqual([]);
  });

  it('lets cleared wordings leave with their own attributes and nothing raw, and enters them in the register', async () => {
    const setting = await coded();
    using _ = setting.core;
    const { core, at } = setting;
    const { places } = await core.client.quotes.places({ projectId: at.projectId, search: {}, group: 'none' });
    const { quoteIds } = await core.client.quotes.keep({ places });
    write(core, () =>
      core.session.workspace.sql.run(
        `UPDATE quote SET status = 'cleared', cleared_body = 'Jeg ventet i mange uker.', attributes = '["service"]' WHERE id = :id`,
        { id: quoteIds[0] ?? '' },
      ),
    );
    const made = await file(setting, 'csv', 'cleared');
    expect(made.quotes).toBe(1);
    const text = made.bytes.toString('utf8');
    expect(csvRows(made.bytes)).toMatchObject([{ Sitat: 'Jeg ventet i mange uker.', Temaer: 'Ventetid', Tjeneste: 'Rus- og botjenesten' }]);
    expect(text).not.toContain('elleve');
    expect(text).not.toContain('Person;');
    const { releases } = await core.client.privacy.listReleases({});
    expect(releases).toMatchObject([{ number: made.releaseNumber, format: 'csv', exhibit: 'Sitater: Fjordvik' }]);
    write(core, (insert) => {
      const respondent = at.respondents.get('R001') ?? '';
      insert('consent', {
        id: core.session.workspace.newId(),
        respondent_id: respondent,
        scope: 'quotes',
        given_on: '2026-01-01',
        withdrawn_on: '2026-02-01',
      });
    });
    expect(
      await core.client.quotes.fileCheck({
        projectId: at.projectId,
        search: {},
        group: 'none',
        use: 'cleared',
        attributes: [],
        language: 'nb',
      }),
    ).toMatchObject({ quotes: 0 });
  });

  it('tells of a cleared quote only what enough share among those the file was narrowed to [F66] [R73]', async () => {
    const setting = await coded();
    using _ = setting.core;
    const { core, at } = setting;
    const age = (await core.client.coding.columns({ projectId: at.projectId })).columns[0]?.variableId;
    if (age === undefined) throw new Error('the fixture has a background variable');
    const { places } = await core.client.quotes.places({ projectId: at.projectId, search: {}, group: 'none' });
    const { quoteIds } = await core.client.quotes.keep({ places });
    write(core, () => {
      const { sql } = core.session.workspace;
      sql.run(`UPDATE quote SET status = 'cleared', cleared_body = 'Lenge.', attributes = '["service"]' WHERE id = :id`, {
        id: quoteIds[0] ?? '',
      });
      // Whoever is quoted is alone in this age group.
      sql.run('UPDATE answer SET code = 3 WHERE interview_key = 1 AND question_key = 1', {});
    });
    expect(csvRows((await file(setting, 'csv', 'cleared')).bytes)).toMatchObject([{ Tjeneste: 'Rus- og botjenesten' }]);
    const narrow: QuoteSearch = { answers: [{ variableId: age, codes: [3] }] };
    const [row] = csvRows((await file(setting, 'csv', 'cleared', [], narrow)).bytes);
    expect(row).toMatchObject({ Sitat: 'Lenge.' });
    expect(row).not.toHaveProperty('Tjeneste');
  });

  const skip = officeSkip('writer');
  it.skipIf(skip !== null)(
    `[F65] opens in LibreOffice with headings, quotes in their style and the details under each${skip === null ? '' : `: ${skip}`}`,
    async () => {
      const setting = await coded();
      using _ = setting.core;
      const { core, at } = setting;
      const age = (await core.client.coding.columns({ projectId: at.projectId })).columns[0]?.variableId ?? '';
      const docx = await file(setting, 'docx', 'internal', [age, 'service']).catch(() => file(setting, 'docx', 'internal', [age]));
      const html = convert(docx.bytes, 'sitater.docx', 'html').toString('utf8');
      expect(html).toMatch(/<h1[^>]*>[\s\S]*?Ventetid/u);
      const text = convert(docx.bytes, 'sitater.docx', 'txt:Text (encoded):UTF8').toString('utf8');
      for (const quote of await words(setting, {})) for (const line of quote.split('\n')) expect(text).toContain(line);
      expect(text).toContain('30–49');
      expect(text).toContain('9 personer, 9 utsagn');
      expect(text).not.toMatch(/R0\d\d/u);
    },
    120_000,
  );

  const skipCalc = officeSkip('calc');
  it.skipIf(skipCalc !== null)(
    `[F66] the workbook opens in LibreOffice with the same words${skipCalc === null ? '' : `: ${skipCalc}`}`,
    async () => {
      const setting = await coded();
      using _ = setting.core;
      const xlsx = await file(setting, 'xlsx', 'internal');
      const csv = convert(xlsx.bytes, 'sitater.xlsx', 'csv:Text - txt - csv (StarCalc):59,34,76').toString('utf8');
      const rows = z.array(z.array(z.string())).parse(parse(csv, { delimiter: ';' }));
      expect(rows.slice(1).map((row) => row[2])).toEqual(await words(setting, {}));
    },
    120_000,
  );
});
