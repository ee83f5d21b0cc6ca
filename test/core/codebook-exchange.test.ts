import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodebookSnapshot } from '../../shared/model/codebook.ts';
import { ThemeId } from '../../shared/model/ids.ts';
import { localised } from '../../shared/model/text.ts';
import { anySnapshot, sameTheme } from '../../electron/core/features/codebook/exchange/snapshot-arbitrary.ts';
import { codebookOf, exportFrom, fillCodebook, importFrom, inspect, noChoices } from './codebook-fixture.ts';
import { finish, hashTables, openEmptyWorkspace } from './survey-upload-fixture.ts';

const ids = ['1', '2', '3', '4'].map((digit) => ThemeId.parse(`0190a0a0-0000-7000-8000-00000000000${digit}`));
const [waiting = sameTheme('').id, phone = waiting, ip = waiting, sip = waiting] = ids;

/** A small codebook with everything in it. */
const small: CodebookSnapshot = {
  themes: [
    {
      ...sameTheme(waiting),
      number: '16',
      colour: 4,
      terms: { nb: 'Ventetid', sv: 'Väntetid' },
      synonyms: [
        { language: 'nb', term: 'venting' },
        { language: 'en', term: 'waiting' },
      ],
      definition: { nb: 'Tiden til hjelpen kommer.' },
      inclusion: { nb: 'Kø' },
      exclusion: { nb: 'Reisetid' },
      examples: [{ language: 'nb', body: 'Det gikk et år før noen ringte.' }],
    },
    { ...sameTheme(phone), number: '17', parentId: waiting, terms: { nb: 'Telefonkø' }, status: 'retired' },
    {
      ...sameTheme(ip),
      number: '18',
      colour: 1,
      terms: { nb: 'IP' },
      definition: { nb: 'Individuell plan' },
      differsFrom: [{ themeId: sip, note: 'SIP er svensk' }],
    },
    {
      ...sameTheme(sip),
      number: '19',
      colour: 6,
      terms: { sv: 'SIP' },
      isCodable: false,
      differsFrom: [{ themeId: ip, note: 'SIP er svensk' }],
    },
  ],
};

const nameOf = (snapshot: CodebookSnapshot): string[] => snapshot.themes.map(({ terms }) => localised(terms, 'nb'));

describe('a codebook that leaves and comes back', () => {
  test('as REFI-QDA is the same in an empty workspace, in one step that can be undone [F52] [R60] issue 5.3', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const file = await exportFrom(core, 'qdc');
    expect(file.name).toBe('Kodebok.qdc');
    using other = await openEmptyWorkspace();
    const before = hashTables(other, 'logged');
    const { inspection, result } = await importFrom(other, file);
    expect(inspection).toMatchObject({ isOwn: true, format: 'qdc', themeCount: 4, levels: 2, newCount: 4, sameCount: 0, notes: [] });
    expect(result).toEqual({ newCount: 4, changedCount: 0, unchangedCount: 0, skippedCount: 0 });
    expect(codebookOf(other)).toEqual(small);
    await other.client.history.undo({});
    expect(hashTables(other, 'logged')).toEqual(before);
    await other.client.history.redo({});
    expect(codebookOf(other)).toEqual(small);
  });

  test('any codebook at all, whatever its words [F52] [R60] issue 5.3', async () => {
    using core = await openEmptyWorkspace();
    using other = await openEmptyWorkspace();
    const clear = ({ session: { workspace } }: typeof core): void => {
      const source = {
        actorId: workspace.sourceFor('program').actorId,
        windowId: 'program',
        kind: 'test',
        labelId: 'test',
        isUndoable: false,
      };
      workspace.operations.run(source, () => {
        workspace.db.pragma('defer_foreign_keys = ON');
        for (const table of ['theme_difference', 'theme_example', 'theme_term', 'theme']) workspace.sql.run(`DELETE FROM ${table}`);
      });
    };
    await fc.assert(
      fc.asyncProperty(anySnapshot, fc.constantFrom('nb', 'nn', 'sv', 'en' as const), async (snapshot, language) => {
        clear(core);
        clear(other);
        fillCodebook(core, snapshot);
        expect(codebookOf(core)).toEqual(snapshot);
        await importFrom(other, await exportFrom(core, 'qdc', { language }), { language: 'en' });
        expect(codebookOf(other)).toEqual(snapshot);
      }),
      { numRuns: 40 },
    );
  });

  test('as a table too, with semicolons or commas, with or without the mark of UTF-8 issue 5.3', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    for (const options of [
      { separator: ';', hasMark: true },
      { separator: ',', hasMark: false },
    ] as const) {
      using other = await openEmptyWorkspace();
      const file = await exportFrom(core, 'csv', options);
      expect(file.content.subarray(0, 3).equals(Buffer.from('\uFEFF'))).toBe(options.hasMark);
      const { inspection } = await importFrom(other, file);
      expect(inspection).toMatchObject({ isOwn: true, format: 'csv', notes: [] });
      expect(codebookOf(other)).toEqual(small);
    }
  });

  test.each([
    ['a single example with a semicolon', { examples: [{ language: 'nb' as const, body: 'Jeg ventet; ingen ringte.' }] }],
    ['words that begin with an apostrophe and a sign', { definition: { nb: "'+' betyr bra", sv: "''=1" } }],
    ['no name at all', { terms: {} }],
  ])('as a table keeps %s', async (_what, fields) => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, { themes: [{ ...sameTheme(waiting), colour: 1, terms: { nb: 'Ventetid' }, ...fields }] });
    using other = await openEmptyWorkspace();
    await importFrom(other, await exportFrom(core, 'csv'));
    expect(codebookOf(other)).toEqual(codebookOf(core));
  });

  test('as a table in which a row was copied to write another theme brings both [F68]', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const lines = (await exportFrom(core, 'csv')).content.toString().split('\r\n');
    const copied = lines.flatMap((line) => (line.startsWith(waiting) ? [line, line.replace(';Ventetid;', ';Reisetid;')] : [line]));
    const { inspection } = await importFrom(core, { name: 'kodebok.csv', content: copied.join('\r\n') });
    expect(inspection).toMatchObject({ newCount: 1, sameCount: 4 });
    expect(inspection.notes.map(({ code }) => code).toSorted()).toEqual(['guid-twice', 'number-taken']);
    expect(nameOf(codebookOf(core))).toEqual(['Ventetid', 'Telefonkø', 'IP', 'SIP', 'Reisetid']);
    expect(codebookOf(core).themes[1]?.parentId).toBe(waiting);
  });

  test('as indented text keeps names and places', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const file = await exportFrom(core, 'text', { hasMark: false });
    expect(file.content.toString()).toBe('Ventetid\n\tTelefonkø\nIP\nSIP\n');
    using other = await openEmptyWorkspace();
    await importFrom(other, file);
    expect(nameOf(codebookOf(other))).toEqual(['Ventetid', 'Telefonkø', 'IP', 'SIP']);
    expect(codebookOf(other).themes[1]?.parentId).toBe(codebookOf(other).themes[0]?.id);
  });

  test('never as a formula in a table', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, { themes: [{ ...sameTheme(waiting), terms: { nb: '=1+1' }, definition: { nb: '@SUM(A1)' } }] });
    const file = await exportFrom(core, 'csv');
    expect(file.content.toString()).toContain(";'=1+1;");
    expect(file.content.toString()).toContain(";'@SUM(A1);");
    using other = await openEmptyWorkspace();
    await importFrom(other, file);
    expect(codebookOf(other).themes[0]?.terms).toEqual({ nb: '=1+1' });
  });

  test('cannot leave while it is empty, and shows its examples before it does', async () => {
    using core = await openEmptyWorkspace();
    await expect(exportFrom(core, 'qdc')).rejects.toMatchObject({ code: 'NOTHING_TO_SEND' });
    fillCodebook(core, small);
    expect(await core.client.codebook.exportFacts({})).toMatchObject({
      themeCount: 4,
      exampleCount: 1,
      examples: [{ number: '16', body: 'Det gikk et år før noen ringte.' }],
    });
  });
});

const foreign = (codes: string): { name: string; content: string } => ({
  name: 'Annet program.qdc',
  content: `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`,
});
const code = (name: string, more = '', inside = ''): string =>
  `<Code guid="${crypto.randomUUID()}" name="${name}" isCodable="true" ${more}>${inside}</Code>`;

describe('a codebook of another program', () => {
  test('finds its themes here by name or synonym in any language, whatever case and accents [F52]', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const file = foreign(code('VENTING') + code('vantetid') + code('Mestring'));
    const { inspection } = await inspect(core, file);
    expect(inspection.rows.map(({ match, choice }) => ({ match, as: choice.as }))).toEqual([
      // One of ours is taken once: by its name before by a synonym.
      { match: null, as: 'new' },
      { match: { themeId: waiting, by: 'term', word: 'Väntetid' }, as: 'same' },
      { match: null, as: 'new' },
    ]);
    const alone = await inspect(core, foreign(code('Vénting')));
    expect(alone.inspection.rows[0]?.match).toEqual({ themeId: waiting, by: 'synonym', word: 'venting' });
    const exact = await inspect(core, foreign(code('Vénting')), { matching: 'exact' });
    expect(exact.inspection.rows[0]?.match).toBeNull();
  });

  test('is read in the language its names are ours in, when nobody has said which it is', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const file = foreign(code('Väntetid') + code('Anhöriga'));
    const guessed = await inspect(core, file, { isLanguageGuessed: true });
    expect(guessed.inspection.language).toBe('sv');
    expect(guessed.inspection.rows[1]?.terms).toEqual({ sv: 'Anhöriga' });
    const said = await inspect(core, file);
    expect(said.inspection.language).toBe('nb');
    const strange = await inspect(core, foreign(code('Ukjent')), { isLanguageGuessed: true, language: 'nn' });
    expect(strange.inspection.language).toBe('nn');
  });

  test('adds to a theme what it lacks, keeps what it has, and remembers the other name [F52] [R60]', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const file = foreign(code('Venting', '', '<Description>Å måtte vente</Description>'));
    const { inspection, result } = await importFrom(core, file);
    expect(inspection.rows[0]?.differences).toEqual([
      { field: 'term', language: 'nb', ours: 'Ventetid', theirs: 'Venting', effect: 'kept' },
      { field: 'definition', language: 'nb', ours: 'Tiden til hjelpen kommer.', theirs: 'Å måtte vente', effect: 'kept' },
    ]);
    // The word is there already, but for its capital letter: nothing is new.
    expect(result).toEqual({ newCount: 0, changedCount: 0, unchangedCount: 1, skippedCount: 0 });
    expect(codebookOf(core)).toEqual(small);
    const choices = { themes: { '0': { as: 'same', themeId: waiting, take: 'theirs' } } } as const;
    await importFrom(core, foreign(code('Køtid', '', '<Description>Å måtte vente</Description>')), choices);
    expect(codebookOf(core).themes[0]).toMatchObject({
      terms: { nb: 'Køtid', sv: 'Väntetid' },
      definition: { nb: 'Å måtte vente' },
      synonyms: [...(small.themes[0]?.synonyms ?? []), { language: 'nb', term: 'Ventetid' }],
    });
  });

  test('never takes for one another what differs [R60]', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, { themes: [{ ...sameTheme(ip), terms: { nb: 'Plan' } }] });
    const description = `<Description>--- Røst codebook 1 ---\nLanguage: nb\nDiffers from [${ip}]: Plan</Description>`;
    const { inspection } = await inspect(core, foreign(code('Plan', '', description)));
    expect(inspection.rows[0]).toMatchObject({ match: null, choice: { as: 'new' } });
  });

  test('is recognised the second time by its GUIDs, also those that are no UUID, and then brings what is new', async () => {
    using core = await openEmptyWorkspace();
    const codes = (name: string): string =>
      `<Code guid="{34653336-3766-3235-6466-363134396437}" name="${name}" isCodable="true" color="#0F0"><Code guid="A182CD3A-D83C-4D8C-BC80-26D9103EC6D6" name="Under" isCodable="true"/></Code>`;
    await importFrom(core, foreign(codes('Først')));
    const first = codebookOf(core);
    const { inspection, result } = await importFrom(core, foreign(codes('Så')));
    expect(inspection).toMatchObject({ newCount: 0, sameCount: 2, differentCount: 1 });
    expect(result).toMatchObject({ changedCount: 1, unchangedCount: 1 });
    expect(codebookOf(core).themes.map(({ id, terms }) => ({ id, terms }))).toEqual([
      { id: first.themes[0]?.id, terms: { nb: 'Så' } },
      { id: 'a182cd3a-d83c-4d8c-bc80-26d9103ec6d6', terms: { nb: 'Under' } },
    ]);
  });

  test('moves a theme where its word counts, and never into a ring', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const theirs = (themeId: ThemeId) => ({ as: 'same', themeId, take: 'theirs' }) as const;
    const file = foreign(code('Telefonkø', '', code('Ventetid')));
    // Both the wrong way round: under each other in the file's order is right, and no ring.
    await importFrom(core, file, { themes: { '0': theirs(phone), '1': theirs(waiting) } });
    expect(codebookOf(core).themes.find(({ id }) => id === waiting)?.parentId).toBe(phone);
    expect(codebookOf(core).themes.find(({ id }) => id === phone)?.parentId).toBeNull();
    // Only the upper one may be moved: under the one that stands under it. It stays.
    await importFrom(core, foreign(code('Ventetid', '', code('Telefonkø'))), { themes: { '0': { as: 'skip' }, '1': { as: 'new' } } });
    const { inspection } = await inspect(core, foreign(code('Ventetid', '', code('Telefonkø'))), {
      themes: { '0': { as: 'same', themeId: waiting, take: 'ours' }, '1': theirs(phone) },
    });
    expect(inspection.rows[1]?.differences.filter(({ field }) => field === 'parent')).toMatchObject([{ effect: 'kept' }]);
  });

  test('takes the colour from a theme that it moves below another, as moving does', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    using other = await openEmptyWorkspace();
    fillCodebook(other, { themes: small.themes.map((theme) => (theme.id === sip ? { ...theme, parentId: ip, colour: null } : theme)) });
    await importFrom(core, await exportFrom(other, 'qdc'));
    const moved = codebookOf(core).themes.find(({ id }) => id === sip);
    expect(moved).toMatchObject({ parentId: ip, colour: null });
    const table = 'parent;colour;term_nb\nVentetid;5;Brevkø\n;;Ventetid\n';
    await importFrom(core, { name: 'ny.csv', content: table });
    expect(codebookOf(core).themes.find(({ terms }) => terms.nb === 'Brevkø')).toMatchObject({ parentId: waiting, colour: null });
  });

  test('leaves out what is left out, and lifts what stood under it', async () => {
    using core = await openEmptyWorkspace();
    const file = foreign(code('A', '', code('B', '', code('C'))));
    const { result } = await importFrom(core, file, { themes: { '1': { as: 'skip' } } });
    expect(result).toMatchObject({ newCount: 2, skippedCount: 1 });
    const { themes } = codebookOf(core);
    expect(nameOf({ themes })).toEqual(['A', 'C']);
    expect(themes[1]?.parentId).toBe(themes[0]?.id);
  });

  test('is not taken in when the codebook is no longer what was shown, and nothing is half imported', async () => {
    using core = await openEmptyWorkspace();
    const { ticket, inspection } = await inspect(core, foreign(code('A')));
    await core.client.themes.create({ term: 'Nytt', language: 'nb' });
    const before = hashTables(core, 'all');
    const run = finish(core.client.codebook.importFile({ ticket, choices: noChoices, basis: inspection.basis }));
    await expect(run).rejects.toMatchObject({ code: 'STALE', data: { message: 'codebookExchange.error.stale' } });
    expect(hashTables(core, 'all')).toEqual(before);
  });

  test('gives no two themes one number, whatever the file says', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, { themes: [{ ...sameTheme(waiting), number: '16', terms: { nb: 'Ventetid' } }] });
    const { inspection } = await importFrom(core, { name: 'ny.csv', content: 'number;term_nb\n17;Kø\n17;Buss\n;Ferje\n18;Tog\n' });
    expect(codebookOf(core).themes.map(({ number }) => number)).toEqual(['16', '17', '19', '20', '18']);
    expect(inspection.notes).toMatchObject([{ code: 'number-taken', count: 1, places: [{ line: 3, what: '17' }] }]);
  });

  test('gets numbers of its own where its are taken, and colours for its branches', async () => {
    using core = await openEmptyWorkspace();
    fillCodebook(core, small);
    const { inspection } = await importFrom(core, { name: 'liste.csv', content: 'nr;navn;farge\n16;Mestring;#952c46\n7;Håp;\n' });
    expect(inspection.notes).toMatchObject([{ code: 'number-taken', isLost: false, places: [{ line: 2, what: '16' }] }]);
    const made = codebookOf(core).themes.filter(({ terms }) => ['Mestring', 'Håp'].includes(terms.nb ?? ''));
    expect(made.map(({ number, colour }) => ({ number, colour }))).toEqual([
      { number: '20', colour: 1 },
      { number: '7', colour: null },
    ]);
  });
});
