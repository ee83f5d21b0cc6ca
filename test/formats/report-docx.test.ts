import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../electron/core/features/reports/files/docx/write-docx.ts';
import type { DocumentPart, ReportDocument } from '../../shared/contract/reports-document.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import {
  all,
  attribute,
  chartNumbers,
  child,
  openDocx,
  rowsOf,
  styleOf,
  wordsOf,
  workbookNumbers,
  type DocxParts,
} from './docx-reading.ts';
import { disorders, idFaults, packageFaults, tableFaults } from './docx-rules.ts';
import { crosstabExhibit, made, themesExhibit } from './exhibit-fixtures.ts';
import {
  blocksOf,
  brokenWavesExhibit,
  emptyReport,
  exhibit,
  groundOf,
  heading,
  paragraph,
  pngOf,
  reportDocument,
} from './report-fixture.ts';

const dot = pngOf(4, 4).bytes;
/** Drawing letters takes its time; most of these tests look at everything else. */
const quick = { rasterise: () => Promise.resolve(dot) };

function withParts(parts: readonly DocumentPart[], overrides: Partial<ReportDocument> = {}): ReportDocument {
  return reportDocument({
    ...overrides,
    blocks: reportDocument({ blocks: blocksOf([{ kind: 'text', parts }]) as ReportDocument['blocks'] }).blocks,
  });
}

async function written(document: ReportDocument, charts: 'native' | 'picture' = 'native'): Promise<DocxParts> {
  return openDocx(await writeDocx(groundOf(document, { ...quick, charts })));
}

function exhibitsIn({ blocks }: ReportDocument): ReleasedExhibit[] {
  return blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'exhibit' ? [part.released] : [])));
}

/** Every number that the exhibits of a report have let out. */
function releasedNumbers(document: ReportDocument): Set<number> {
  const told = exhibitsIn(document).flatMap(({ rows, columns }) => [
    ...[...rows, ...columns].map(({ base }) => base?.n),
    ...rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        if (cell.state === 'shown') return [cell.percent, cell.count, cell.low, cell.high];
        return cell.state === 'figure' ? [cell.value, cell.low, cell.high, cell.spread] : [];
      }),
    ),
  ]);
  const numbers = told.filter((number) => number !== null && number !== undefined);
  return new Set(numbers);
}

let document: ReportDocument;
let docx: DocxParts;

beforeAll(async () => {
  document = reportDocument();
  docx = await written(document);
});

describe('a report as DOCX', () => {
  it('holds what Word demands of a package: types, relationships, ids, order of elements [F86]', () => {
    expect(packageFaults(docx)).toEqual([]);
    expect(idFaults(docx)).toEqual([]);
    const roots = docx.names.filter((name) => /^word\/[^/]*\.xml$/u.test(name)).map((name) => docx.xml(name));
    expect(roots.flatMap(disorders)).toEqual([]);
    expect(tableFaults(docx.xml('word/document.xml'))).toEqual([]);
  });

  it('has headings, captions, lists, quotes and tables in real styles that Word knows by name [F86]', () => {
    const body = docx.xml('word/document.xml');
    const styled = (style: string): string[] =>
      all(body, 'p')
        .filter((each) => styleOf(each) === style)
        .map(wordsOf);
    expect(styled('Title')).toEqual(['Bruker Spør Bruker Fjordvik 2026']);
    expect(styled('Heading1')).toEqual(['1\u2002Å bli hørt og få vite', '2\u2002Slik gjorde vi det', 'Vedlegg: alle tabeller']);
    expect(styled('Heading2')).toEqual(['2.1\u2002Hvem svarte']);
    expect(styled('ListBullet3')).toEqual(['særlig på kveldstid']);
    expect(styled('ListNumber2')).toEqual(['i klart språk', 'innen to uker']);
    expect(styled('Quote')).toHaveLength(2);
    const names = new Map(
      all(docx.xml('word/styles.xml'), 'style').map((style) => [attribute(style, 'styleId'), attribute(child(style, 'name'), 'val')]),
    );
    for (const [id, name] of Object.entries({
      Heading1: 'heading 1',
      Caption: 'caption',
      ListNumber: 'List Number',
      Quote: 'Quote',
      FootnoteText: 'footnote text',
    }))
      expect(names.get(id)).toBe(name);
  });

  it('counts captions in fields that hold their number, and refers to them in words that stand there already [F86]', () => {
    const body = docx.xml('word/document.xml');
    const fields = all(body, 'fldSimple').map((field) => [attribute(field, 'instr'), wordsOf(field)]);
    const tables = fields.filter(([code]) => code?.startsWith('SEQ Tabell'));
    expect(tables).toEqual(Array.from({ length: 10 }, (_, at) => ['SEQ Tabell \\* ARABIC', String(at + 1)]));
    expect(fields).toContainEqual(['REF _Ref_table_1 \\h', 'Tabell 1']);
    expect(fields).toContainEqual(['REF _Ref_heading_2 \\h', 'Slik gjorde vi det']);
    const captions = all(body, 'p')
      .filter((each) => styleOf(each) === 'Caption')
      .map(wordsOf);
    expect(captions).toContain(
      'Figur\u00A01. Flertallet blir hørt, men bare én av tre får vite hva som er bestemt. Seks spørsmål om medvirkning, prosent av dem som svarte. Runde vår 2026.',
    );
  });

  it('gives a caption its own number outright where the report does not count from one', async () => {
    const { xml } = await written(withParts([exhibit(crosstabExhibit(), 1, { table: 4 })]));
    expect(attribute(all(xml('word/document.xml'), 'fldSimple')[0], 'instr')).toBe('SEQ Tabell \\* ARABIC \\r 4');
  });

  it('has contents that are filled with headings and page numbers, and asks for nothing when it is opened [F86]', () => {
    const entries = all(docx.xml('word/document.xml'), 'p')
      .filter((each) => /^TOC\d$/u.test(styleOf(each)))
      .map(wordsOf);
    expect(entries).toHaveLength(5);
    expect(entries[0]).toMatch(/^1\u2002Å bli hørt og få vite[23]$/u);
    expect(entries.every((entry) => /\d+$/u.test(entry))).toBe(true);
    expect(/w:dirty="(?:true|1)"/u.test(docx.text('word/document.xml'))).toBe(false);
    expect(docx.text('word/settings.xml').includes('updateFields')).toBe(false);
  });

  it('says its language, and that of words in another', () => {
    expect(docx.text('word/styles.xml')).toContain('<w:lang w:val="nb-NO"');
    const foreign = all(docx.xml('word/document.xml'), 'r').filter((run) => attribute(all(run, 'lang')[0], 'val') === 'sv-SE');
    expect(foreign.map(wordsOf)).toEqual(['”Ingen frågade mig.”']);
    expect(docx.names.filter((name) => name.startsWith('word/charts/chart')).every((name) => !docx.text(name).includes('en-US'))).toBe(
      true,
    );
  });

  it('tells of its making without persons, paths or machines', () => {
    const core = docx.text('docProps/core.xml');
    expect(core).toContain('<dc:creator>Erfaringsloftet</dc:creator>');
    expect(core).toContain('>2026-05-12T12:32:07Z</dcterms:created>');
    expect(core).toContain('utkast 3 · utlevering 12–15');
    const telling = docx.names.filter(
      (name) => /\.(?:xml|rels)$/u.test(name) && /Un-named|\/home\/|\/work\/|\/tmp\/|[A-Z]:\\\\/u.test(docx.text(name)),
    );
    expect(telling).toEqual([]);
  });

  it('leads to what it links to, and keeps footnotes', () => {
    expect(docx.text('word/_rels/document.xml.rels')).toContain('Target="https://example.org/rapport?a=1&amp;b=2"');
    expect(docx.text('word/footnotes.xml')).toContain('Tall fra 2023 er regnet om etter kommunesammenslåingen.');
  });

  it('counts a second list from one again, and goes on in the first after deeper items', () => {
    const body = docx.xml('word/document.xml');
    const items = all(body, 'p').filter((each) => styleOf(each).startsWith('ListNumber'));
    const lists = items.map((each) => attribute(all(each, 'numId')[0], 'val'));
    expect(lists[0]).toBe(lists[4]);
    expect(lists[5]).not.toBe(lists[0]);
  });

  it('stands alt text on every table, chart and picture', () => {
    const body = docx.xml('word/document.xml');
    expect(all(body, 'tblPr').filter((each) => attribute(child(each, 'tblCaption'), 'val') === '')).toEqual([]);
    const drawn = all(body, 'docPr').map((each) => attribute(each, 'descr'));
    expect(drawn.length).toBeGreaterThan(11);
    expect(drawn.filter((text) => text === '')).toEqual([]);
    expect(drawn).toContain('Tolv mennesker rundt et langbord');
  });
});

describe('tables in a report as DOCX', () => {
  it('are native: heads repeat, rows are never split, rules are three [F85] [F86]', () => {
    const tables = all(docx.xml('word/document.xml'), 'tbl').filter((each) => attribute(all(each, 'tblStyle')[0], 'val') === 'ReportTable');
    expect(tables).toHaveLength(10);
    for (const table of tables) {
      const rows = table.children.filter(({ name }) => name === 'tr');
      expect(rows.every((row) => all(row, 'cantSplit').length === 1)).toBe(true);
      const heads = rows.map((row) => all(row, 'tblHeader').length === 1);
      expect(heads[0]).toBe(true);
      expect(heads.lastIndexOf(true)).toBe(heads.filter(Boolean).length - 1);
      expect(all(table, 'left').filter(({ attributes }) => attributes.has('sz'))).toEqual([]);
    }
    const style = /<w:style [^>]*w:styleId="ReportTable".*?<\/w:style>/su.exec(docx.text('word/styles.xml'))?.[0] ?? '';
    expect([...style.matchAll(/<w:(top|bottom|left|right|insideH|insideV) w:val="single"/gu)].map(([, side]) => side)).toEqual([
      'top',
      'bottom',
    ]);
  });

  it('merge the headings of a banner over their columns [F85]', () => {
    const banner = all(docx.xml('word/document.xml'), 'tbl').find((table) => wordsOf(table).includes('Bor du alene?'));
    const spans = (banner === undefined ? [] : all(banner, 'tc'))
      .filter((cell) => wordsOf(cell) === 'Hvilken tjeneste?')
      .map((cell) => attribute(all(cell, 'gridSpan')[0], 'val'));
    expect(spans).toEqual([expect.stringMatching(/^[24]$/u)]);
  });

  it('show decimals with a comma, hidden figures as a colon, letters raised, the base row in italics [F85]', () => {
    const tables = all(docx.xml('word/document.xml'), 'tbl');
    const banner = tables.find((table) => wordsOf(table).includes('Gjennomsnitt'));
    const rows = banner === undefined ? [] : rowsOf(banner);
    const means = rows.find(([label]) => label === 'Gjennomsnitt') ?? [];
    expect(means.join(' ')).toContain('2,2');
    expect(means.at(-1)).toMatch(/^:?$/u);
    expect(rows.find(([label]) => label === 'Netto')?.join(' ')).toContain('−30');
    const raised = (banner === undefined ? [] : all(banner, 'r')).filter((run) => all(run, 'vertAlign').length > 0).map(wordsOf);
    expect(raised).toEqual(['A']);
    const base = (banner === undefined ? [] : all(banner, 'tr')).at(-1);
    expect(base === undefined ? [] : all(base, 'r').filter((run) => all(run, 'i').length === 0)).toEqual([]);
  });

  it('lie across where they are too wide, with the heading above them', () => {
    const body = docx.xml('word/document.xml');
    const sections = all(body, 'pgSz').map((size) => attribute(size, 'orient'));
    expect(sections).toEqual(['portrait', 'landscape', 'portrait']);
    const texts = (child(body, 'body')?.children ?? []).map((each) => ({ text: wordsOf(each), ends: all(each, 'sectPr').length > 0 }));
    const heading = texts.findIndex(({ text }) => text === 'Vedlegg: alle tabeller');
    const ends = texts.flatMap(({ ends: isEnd }, at) => (isEnd ? [at] : []));
    expect(ends.filter((at) => at < heading)).toHaveLength(1);
  });
});

describe('numbers in a report as DOCX', () => {
  it('are those that were released, in every table, chart and workbook [F38]', async () => {
    const released = releasedNumbers(document);
    const halves = new Set([...released].flatMap((number) => [number / 2, -number / 2, -number]));
    const charts = chartNumbers(docx);
    expect(charts.length).toBe(5);
    const drawn = charts.flatMap(({ numbers }) => numbers);
    expect(drawn.filter((number) => !released.has(number) && !halves.has(number))).toEqual([]);
    const books = await workbookNumbers(docx);
    expect(books.toSorted((a, b) => a - b)).toEqual(drawn.toSorted((a, b) => a - b));
    const tables = all(docx.xml('word/document.xml'), 'tbl').filter(
      (table) => !wordsOf(table).includes('Tiltak') && !wordsOf(table).includes('Svarprosent'),
    );
    const printed = tables
      .flatMap((table) =>
        rowsOf(table)
          .slice(1)
          .flatMap((row) => row.slice(1)),
      )
      .flatMap(
        (cell) =>
          cell
            .replaceAll('\u00A0', '')
            .replaceAll(/[A-Za-zæøåÆØÅ]+/gu, ' ')
            .match(/−?\d+(?:,\d+)?/gu) ?? [],
      );
    expect(printed.length).toBeGreaterThan(400);
    const values = printed.map((text) => Number(text.replace(',', '.').replace('−', '-')));
    const heads = new Set([18, 29, 30, 44, 45, 59, 60]);
    expect(values.filter((value) => !released.has(value) && !heads.has(value))).toEqual([]);
  });

  it('come from the released table alone: what it was made from is in no part [F38]', async () => {
    const hidden = made({ ...crosstabExhibit(), definition: { project: 'hemmelig-prosjekt', counts: [4711] } });
    const secret = await written(
      withParts([exhibit(hidden, 1, { table: 1, figure: 1 }), exhibit(hidden, 2, { figure: 2 }, { chart: 'stacked' })]),
    );
    for (const [name, bytes] of secret.files) {
      const parts = name.startsWith('word/embeddings/') ? [...openDocx(bytes).files.values()] : [bytes];
      for (const part of parts) expect(Buffer.from(part).toString('latin1')).not.toMatch(/hemmelig-prosjekt|4711/u);
    }
  });

  it('of an exhibit whose audit has failed are not written [F38]', async () => {
    const failed = made({ ...crosstabExhibit(), audit: { ok: false } });
    await expect(written(withParts([exhibit(failed, 1, { table: 1 })]))).rejects.toThrow('exhibit-not-audited');
  });
});

describe('charts in a report as DOCX', () => {
  it('are native where Word can draw them: values in their order, hidden bars empty, waves broken where they cannot be joined [F86]', async () => {
    const texts = docx.names.filter((name) => /^word\/charts\/chart\d+\.xml$/u.test(name)).map((name) => docx.xml(name));
    const series = texts.map((chart) =>
      all(chart, 'ser').map((each) => all(each, 'tx').flatMap((tx) => all(tx, 'v').map(({ text }) => text))[0]),
    );
    expect(series[0]).toEqual([
      'I noen grad (½)',
      'I liten grad',
      'Ikke i det hele tatt',
      'I noen grad',
      'I stor grad',
      'I svært stor grad',
    ]);
    const waves = texts.find((chart) => all(chart, 'lineChart').length > 0 && all(chart, 'cat').some((cat) => all(cat, 'pt').length === 5));
    expect(waves).toBeDefined();
    const places =
      waves === undefined ? [] : all(waves, 'numCache').map((cache) => all(cache, 'pt').map((point) => attribute(point, 'idx')));
    expect(places.every((each) => !each.includes('2'))).toBe(true);
    const lines = await written(withParts([exhibit(brokenWavesExhibit(), 1, { figure: 1 })]));
    const said = wordsOf(lines.xml('word/document.xml'));
    expect(said).toContain('Brudd i linjen');
    expect(said.includes('Loddrette streker')).toBe(false);
  });

  it('say under bars how many have answered, as the drawn ones do: Word shows no name of a series alone', async () => {
    const bars = await written(withParts([exhibit(themesExhibit(), 1, { figure: 1 }, { chart: 'bars' })]));
    expect(bars.names.filter((name) => /^word\/charts\/chart\d+\.xml$/u.test(name))).toHaveLength(1);
    expect(wordsOf(bars.xml('word/document.xml'))).toContain('n = 61.');
  });

  it('are pictures where that is asked for: SVG with a PNG beside it [F86]', async () => {
    const pictures = await written(reportDocument(), 'picture');
    expect(packageFaults(pictures)).toEqual([]);
    expect(pictures.names.filter((name) => name.startsWith('word/charts/'))).toEqual([]);
    expect(all(pictures.xml('word/document.xml'), 'svgBlip')).toHaveLength(11);
    const svg = pictures.names.filter((name) => name.endsWith('.svg')).map((name) => pictures.text(name));
    expect(svg.length).toBeGreaterThan(8);
    for (const text of svg) expect(text).not.toMatch(/<script|href=|data-row/u);
  });
});

describe('whatever a report holds', () => {
  it('is the same file every time', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => writeDocx(groundOf(reportDocument(), quick))));
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
  });

  it('is a document when there is nothing in it yet', async () => {
    const empty = await written(emptyReport());
    expect(packageFaults(empty)).toEqual([]);
    expect(wordsOf(empty.xml('word/document.xml'))).toContain('Bruker Spør Bruker Fjordvik 2026');
  });

  it('stays XML with signs that XML cannot hold, and shows emoji', async () => {
    const evil = 'a\uD800b\u0000c\u0008d\uFFFEe <script> & "q" \u{1F600} ]]>\nny linje';
    const nasty = made({ ...crosstabExhibit(), title: evil, subtitle: evil, source: evil, notes: [evil] });
    const labelled = made({ ...nasty, rows: nasty.rows.map((row) => ({ ...row, label: evil })), scale: null });
    const text = withParts(
      [
        heading(1, '1', evil, evil),
        paragraph([
          { text: evil },
          { text: evil, href: 'javascript:alert(1)' },
          { text: evil, ref: 'nowhere' },
          { text: '', footnote: evil },
        ]),
        { kind: 'quote', text: evil, note: evil, language: null },
        {
          kind: 'facts',
          rows: [
            { label: evil, lines: [evil, ''] },
            { label: '', lines: [] },
          ],
        },
        {
          kind: 'table',
          caption: null,
          columns: [{ label: evil, share: 0, isNumber: false }],
          rows: [
            { cells: [], isGroup: true, indent: 0 },
            { cells: [], isGroup: false, indent: 3 },
          ],
          note: '',
        },
        { kind: 'contents', entries: [] },
        exhibit(labelled, 1, { table: 1, figure: 1 }),
        exhibit(nasty, 2, { figure: 2 }, { chart: 'stacked' }),
      ],
      { title: evil, subtitle: evil, byline: evil, provenance: evil },
    );
    const file = await written(text);
    expect(packageFaults(file)).toEqual([]);
    expect(idFaults(file)).toEqual([]);
    expect(tableFaults(file.xml('word/document.xml'))).toEqual([]);
    expect(wordsOf(file.xml('word/document.xml'))).toContain('\u{1F600}');
    expect(file.text('word/_rels/document.xml.rels')).not.toContain('javascript');
  });

  it('keeps the line that names facts on their page', async () => {
    const facts: DocumentPart = { kind: 'facts', rows: [{ label: 'Når', lines: ['Onsdag 3. september'] }] };
    const file = await written(withParts([paragraph([{ text: 'Brukerpanelet', isBold: true }]), facts, paragraph('Etterpå')]));
    const kept = all(file.xml('word/document.xml'), 'p').filter((one) => all(one, 'keepNext').length > 0);
    expect(kept.map(wordsOf)).toEqual(['Brukerpanelet']);
  });

  it('is written whole at 200 pages', { timeout: 120_000 }, async () => {
    const chapter = (at: number): DocumentPart[] => [
      heading(1, String(at + 1), `Kapittel ${at + 1}`, `chapter-${at}`),
      ...Array.from({ length: 22 }, () => paragraph('Dette er det folk sa om å bli hørt, og om det de fikk vite etterpå. '.repeat(10))),
      exhibit(crosstabExhibit(), at, { table: at + 1 }),
    ];
    const parts = Array.from({ length: 40 }, (_, at) => chapter(at)).flat();
    const long = await written(withParts([{ kind: 'contents', entries: [] }, ...parts]));
    const body = long.xml('word/document.xml');
    expect(all(body, 'p').filter((each) => styleOf(each) === 'Heading1')).toHaveLength(40);
    expect(all(body, 'tbl')).toHaveLength(40);
    const last =
      all(body, 'p')
        .filter((each) => styleOf(each) === 'TOC1')
        .map(wordsOf)
        .at(-1) ?? '';
    expect(Number(/\d+$/u.exec(last)?.[0])).toBeGreaterThan(150);
  });
});
