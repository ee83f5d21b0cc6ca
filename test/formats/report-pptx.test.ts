import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readXml, type XmlElement } from '../../electron/core/documents/xml.ts';
import { rulerOf, lineHeight, places } from '../../electron/core/features/reports/files/pptx/measures.ts';
import { exhibitPieces } from '../../electron/core/features/reports/files/pptx/table-slides.ts';
import { onSlides, paragraphLines } from '../../electron/core/features/reports/files/pptx/text-slides.ts';
import { writePptx } from '../../electron/core/features/reports/files/pptx/write-pptx.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { cellText, printedTable } from '../../shared/report-page/index.ts';
import type { DocumentPart, ReportDocument } from '../../shared/contract/reports-document.ts';
import { convert, officeSkip } from '../support/office.ts';
import { pdfSkip, pdfText } from '../support/pdf.ts';
import { manyGroups } from './chart-samples.ts';
import { crosstabExhibit, likertExhibit, themesExhibit } from './exhibit-fixtures.ts';
import { blocksOf, emptyReport, exhibit, groundOf, paragraph, reportDocument } from './report-fixture.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const decoder = new TextDecoder();

async function elementsOf(bytes: Uint8Array): Promise<XmlElement[]> {
  const found: XmlElement[] = [];
  await readXml(
    [bytes],
    { open: (element) => found.push(element), close: () => {}, text: () => {} },
    { bytes: 50_000_000, depth: 200, elements: 500_000 },
  );
  return found;
}

function namesOf(files: Files, start: string, end = '.xml'): string[] {
  return Object.keys(files).filter((name) => name.startsWith(start) && name.endsWith(end) && !name.includes('_rels'));
}

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';

/** What the text runs of a part say, run after run. */
function textOf(files: Files, name: string): string {
  return [...decoder.decode(files[name]).matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text = '']) => text).join('\n');
}

const document = reportDocument();
const exhibits = document.blocks.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'exhibit' ? [part] : [])));

describe('[F86] a report as a presentation', { timeout: 60_000 }, () => {
  let bytes = new Uint8Array();
  let files: Files = {};
  beforeAll(async () => {
    bytes = new Uint8Array(await writePptx(groundOf(document)));
    files = unzipSync(bytes);
  });

  test('is a package whose parts are all well-formed, typed, and lead to parts that are there', async () => {
    const types = await elementsOf(files['[Content_Types].xml'] ?? new Uint8Array());
    const overrides = types.filter(({ name }) => name === 'Override').map((each) => attribute(each, 'PartName').slice(1));
    const defaults = types.filter(({ name }) => name === 'Default').map((each) => attribute(each, 'Extension'));
    expect(overrides.filter((name) => files[name] === undefined)).toEqual([]);
    expect(new Set(overrides).size).toBe(overrides.length);
    for (const name of Object.keys(files)) {
      expect([
        name,
        overrides.includes(name) ||
          (defaults.includes(name.split('.').at(-1) ?? '') && (!name.endsWith('.xml') || name === '[Content_Types].xml')),
      ]).toEqual([name, true]);
      if (/\.(?:xml|rels)$/u.test(name)) expect((await elementsOf(files[name] ?? new Uint8Array())).length).toBeGreaterThan(0);
    }
    for (const name of namesOf(files, 'ppt/')) {
      const relations = await elementsOf(files[name.replace(/([^/]*)$/u, '_rels/$1.rels')] ?? new TextEncoder().encode('<none/>'));
      const ids = relations.filter((each) => each.name === 'Relationship').map((each) => attribute(each, 'Id'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const each of relations.filter((relation) => relation.name === 'Relationship' && attribute(relation, 'TargetMode') === '')) {
        const path = new URL(attribute(each, 'Target'), `file:///${name}`).pathname.slice(1);
        expect([name, path, files[path] !== undefined]).toEqual([name, path, true]);
      }
      const used = [...decoder.decode(files[name]).matchAll(/ r:(?:id|embed|link)="([^"]*)"/gu)].map(([, id = '']) => id);
      expect([name, used.filter((id) => !ids.includes(id))]).toEqual([name, []]);
    }
  });

  test('numbers slides, layouts and shapes once each', async () => {
    const presentation = await elementsOf(files['ppt/presentation.xml'] ?? new Uint8Array());
    const slides = presentation.filter(({ name }) => name === 'sldId').map((each) => Number(attribute(each, 'id')));
    expect(slides).toHaveLength(namesOf(files, 'ppt/slides/').length);
    expect(Math.min(...slides)).toBeGreaterThanOrEqual(256);
    const master = await elementsOf(files['ppt/slideMasters/slideMaster1.xml'] ?? new Uint8Array());
    const ids = [...master, ...presentation]
      .filter(({ name }) => name === 'sldLayoutId' || name === 'sldMasterId')
      .map((each) => attribute(each, 'id'));
    expect(new Set(ids).size).toBe(5);
    for (const name of [...namesOf(files, 'ppt/slides/'), ...namesOf(files, 'ppt/notesSlides/'), ...namesOf(files, 'ppt/slideLayouts/')]) {
      const shapes = (await elementsOf(files[name] ?? new Uint8Array()))
        .filter((each) => each.name === 'cNvPr')
        .map((each) => attribute(each, 'id'));
      expect([name, new Set(shapes).size]).toEqual([name, shapes.length]);
    }
  });

  test('gives every slide a title, a language, a number, and words for whatever is seen', async () => {
    const names = namesOf(files, 'ppt/slides/');
    for (const name of names) {
      const source = decoder.decode(files[name]);
      expect([name, /<p:ph type="(?:ctrTitle|title)"\/>.*?<a:t>[^<]+<\/a:t>/su.test(source)]).toEqual([name, true]);
      const runs = source.match(/<a:rPr [^>]*>/gu) ?? [];
      expect(runs.filter((run) => !/ lang="(?:nb-NO|sv-SE)"/u.test(run))).toEqual([]);
      const seen = [...source.matchAll(/<p:(?:pic|graphicFrame)>.*?<p:cNvPr [^>]*?descr="([^"]*)"/gsu)].map(([, words = '']) => words);
      expect(seen).toHaveLength(source.match(/<p:(?:pic|graphicFrame)>/gu)?.length ?? 0);
      for (const words of seen) expect(words.length).toBeGreaterThan(5);
      if (name !== 'ppt/slides/slide1.xml') expect(source).toContain('type="slidenum"');
      if (name !== 'ppt/slides/slide1.xml') expect(textOf(files, name)).toContain(document.provenance);
    }
    expect(decoder.decode(files['ppt/slides/slide1.xml'])).toContain('Prosessrapport');
    for (const table of names.map((name) => decoder.decode(files[name])).filter((source) => source.includes('<a:tbl>')))
      expect(table).toContain('firstRow="1" firstCol="1"');
  });

  test('has every released figure on a slide or in its notes, and ":" where one is hidden [F38]', () => {
    const all = [...namesOf(files, 'ppt/slides/'), ...namesOf(files, 'ppt/notesSlides/')].map((name) => textOf(files, name)).join('\n');
    for (const { released } of exhibits) {
      const { columns, rows } = printedTable(released, wordsIn('nb'));
      for (const { label, cells } of rows) {
        const line = `${label}: ${cells.map((cell, at) => `${columns[at]} ${cellText(cell)}`).join('; ')}`;
        expect(all).toContain(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
      }
    }
  });

  test('has native charts whose cache and workbook hold the same released numbers, and nothing where one is hidden [F38]', async () => {
    const charts = namesOf(files, 'ppt/charts/');
    expect(charts.length).toBeGreaterThanOrEqual(4);
    const released = new Set(
      exhibits.flatMap((part) =>
        part.released.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => (cell.state === 'shown' ? [cell.percent] : cell.state === 'figure' ? [cell.value] : [])),
        ),
      ),
    );
    for (const [at, name] of charts.entries()) {
      const source = decoder.decode(files[name]);
      const series = [...source.matchAll(/<c:ser>.*?<\/c:ser>/gsu)].map(([ser]) => {
        const val = /<c:val>.*<\/c:val>/su.exec(ser)?.[0] ?? '';
        const count = Number(/<c:ptCount val="(\d+)"/u.exec(val)?.[1]);
        const points = new Map(
          [...val.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/gu)].map(([, index, value]) => [Number(index), Number(value)]),
        );
        return Array.from({ length: count }, (_, place) => points.get(place) ?? null);
      });
      const book = await readXlsx(files[`ppt/embeddings/Microsoft_Excel_Sheet${at + 1}.xlsx`] ?? new Uint8Array());
      const rows = book.sheets[0]?.rows.slice(1) ?? [];
      expect(series.map((_, column) => rows.map((row) => row[column + 1] ?? null))).toEqual(series);
      for (const value of series.flat()) if (value !== null) expect(released.has(value)).toBe(true);
    }
    // The battery has an item that too few have answered: its bar is empty.
    const first = decoder.decode(files[charts[0] ?? '']);
    expect(first).toContain('Ble pårørende tatt med slik du ønsket? (vises ikke)');
  });

  test('draws what has no native chart, as a drawing with a picture beside it', () => {
    const slides = namesOf(files, 'ppt/slides/').map((name) => decoder.decode(files[name]));
    const pictures = slides.filter((source) => source.includes('asvg:svgBlip'));
    expect(pictures.length).toBeGreaterThanOrEqual(5);
    for (const name of namesOf(files, 'ppt/media/', '.svg')) expect(decoder.decode(files[name])).not.toMatch(/ data-|<script|href/u);
    for (const name of namesOf(files, 'ppt/media/', '.png'))
      expect(
        Buffer.from(files[name] ?? [])
          .subarray(1, 4)
          .toString('latin1'),
      ).toBe('PNG');
  });

  test('holds no person but those its author put on the first page, and no path', () => {
    const properties = decoder.decode(files['docProps/core.xml']);
    expect(properties).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-05-12T12:32:07Z');
    expect(properties).not.toContain('Vigdis');
    for (const [name, content] of Object.entries(files)) {
      if (/\.(?:xml|rels|svg)$/u.test(name))
        expect([name, /[A-Z]:\\|\/(?:home|Users|tmp|root)\//u.test(decoder.decode(content))]).toEqual([name, false]);
    }
  });

  test('is the same file each time', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await writePptx(groundOf(document))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('stands for an empty report, and takes any text', async () => {
    expect(namesOf(unzipSync(await writePptx(groundOf(emptyReport()))), 'ppt/slides/')).toHaveLength(1);
    const text = '<&"\u0001\uD800 ]]> \u{1F600}';
    const hostile = reportDocument({
      title: text,
      provenance: text,
      blocks: blocksOf([
        {
          kind: 'text',
          parts: [
            paragraph([
              { text, href: 'javascript:alert(1)' },
              { text, href: 'https://example.org/?a="b"&c' },
            ]),
          ],
        },
        { kind: 'quote', parts: [{ kind: 'quote', text, note: text, language: null }] },
      ]) as ReportDocument['blocks'],
    });
    const made = unzipSync(await writePptx(groundOf(hostile)));
    for (const name of Object.keys(made)) if (/\.(?:xml|rels)$/u.test(name)) await elementsOf(made[name] ?? new Uint8Array());
    expect(
      Object.values(made)
        .map((content) => decoder.decode(content))
        .join(''),
    ).not.toContain('javascript:');
  });

  test('draws every chart when that is asked for', async () => {
    const part = exhibit(crosstabExhibit(), 1, { figure: 1 }, { chart: 'diverging' });
    const report = reportDocument({ blocks: blocksOf([{ kind: 'exhibit', parts: [part] }]) as ReportDocument['blocks'] });
    expect(namesOf(unzipSync(await writePptx(groundOf(report, { charts: 'picture' }))), 'ppt/charts/')).toEqual([]);
  });

  const why = officeSkip('impress') ?? pdfSkip();
  test.skipIf(why !== null)(
    `opens in LibreOffice, a page for every slide, its figures in it${why === null ? '' : ` (${why})`}`,
    { timeout: 120_000 },
    () => {
      const text = pdfText(convert(bytes, 'rapport.pptx', 'pdf'));
      expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(namesOf(files, 'ppt/slides/').length);
      for (const said of [
        'Flertallet blir hørt',
        '«Jeg fikk høre etterpå',
        'Tiltak som ble avtalt',
        '19 (11–31)',
        'Utlevering 12',
        'I svært stor grad',
      ])
        expect(text).toContain(said);
    },
  );
});

describe('what a slide holds', () => {
  const ruler = rulerOf('Source Serif 4');

  test('any text is cut into slides of which none runs over, and no word is lost', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoæøå'), minLength: 1, maxLength: 14 });
    const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => `${words.join(' ')}.`);
    const body = fc.array(
      fc.array(sentence, { minLength: 1, maxLength: 60 }).map((sentences) => sentences.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(body, fc.constantFrom('body', 'bullet', 'lead', 'quiet'), (texts, style) => {
        const lines = texts.flatMap((text) => {
          const part = paragraph(text, style);
          return part.kind === 'paragraph' ? paragraphLines(part, ruler, 0).lines : [];
        });
        const slides = onSlides(lines);
        for (const slide of slides) {
          const height = slide.reduce((sum, line) => sum + (lines.find((each) => each.line === line)?.height ?? 0), 0);
          expect(height).toBeLessThanOrEqual(places.body.h);
        }
        const said = slides
          .flat()
          .flatMap(({ runs }) => runs.map(({ text }) => text))
          .join(' ');
        expect(said.split(/\s+/u)).toEqual(texts.join(' ').split(/\s+/u));
      }),
      { numRuns: 60 },
    );
  });

  test('a wide table goes on beside itself, and each slide has the base under it', () => {
    const sans = rulerOf('Source Sans 3');
    const table = printedTable(manyGroups(), wordsIn('nb'));
    const pieces = exhibitPieces(table, sans);
    expect(pieces.length).toBeGreaterThan(1);
    const columns = pieces.reduce((sum, { widths }) => sum + widths.length - 1, 0);
    expect(columns % table.columns.length).toBe(0);
    for (const { widths, rows } of pieces) {
      expect(Math.round(widths.reduce((sum, width) => sum + width, 0))).toBeLessThanOrEqual(places.exhibit.w);
      expect(rows.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(places.exhibit.h);
      expect(rows.at(-1)?.cells[0]?.lines[0]?.runs[0]?.text).toBe('n');
      expect(rows.filter(({ isHead }) => isHead === true).length).toBeGreaterThan(0);
    }
    expect(lineHeight).toBeGreaterThan(1);
  });
});

test('a quote of several lines stands in as many: a text of a slide holds no line ends', async () => {
  const part = { kind: 'quote', text: '«Jeg ventet.\nLenge.»', note: '', language: null } as const;
  const blocks = blocksOf([{ kind: 'quote', parts: [part] }]) as ReportDocument['blocks'];
  const files = unzipSync(await writePptx(groundOf(reportDocument({ blocks }))));
  const slides = namesOf(files, 'ppt/slides/slide').map((name) => decoder.decode(files[name]));
  expect(slides.join('')).toMatch(/<a:t>«Jeg ventet\.<\/a:t><\/a:r><\/a:p><a:p>.*<a:t>Lenge\.»<\/a:t>/u);
  expect(slides.join('')).not.toMatch(/<a:t>[^<]*\n/u);
});

test('words of several lines, of a finding or a meeting, stand in one: no text of a slide holds a line end', async () => {
  const parts: DocumentPart[] = [
    paragraph([{ text: 'Brevene er\nvanskelige', isBold: true }]),
    paragraph('Ingen\r\nringer', 'bullet'),
    { kind: 'facts', rows: [{ label: 'Funn', lines: ['Brevene er\nvanskelige'] }] },
  ];
  const blocks = blocksOf([{ kind: 'findings', parts }]) as ReportDocument['blocks'];
  const files = unzipSync(await writePptx(groundOf(reportDocument({ blocks, title: 'To\nlinjer' }))));
  for (const name of [...namesOf(files, 'ppt/slides/slide'), ...namesOf(files, 'ppt/notesSlides/')])
    expect([name, /<a:t>[^<]*[\r\n]/u.test(decoder.decode(files[name])) || decoder.decode(files[name]).includes('&#13;')]).toEqual([
      name,
      false,
    ]);
  expect(
    namesOf(files, 'ppt/slides/slide')
      .map((name) => textOf(files, name))
      .join('\n'),
  ).toContain('Brevene er vanskelige');
});

test('a scale with two directions that is drawn from zero is not called a split one', async () => {
  const part = exhibit(likertExhibit(), 1, { figure: 1 });
  const describe = async (charts: 'native' | 'picture') => {
    const blocks = blocksOf([{ kind: 'exhibit', parts: [part] }]) as ReportDocument['blocks'];
    const files = unzipSync(await writePptx(groundOf(reportDocument({ blocks }), { charts })));
    const slides = namesOf(files, 'ppt/slides/slide').map((name) => decoder.decode(files[name]));
    return /<p:(?:pic|graphicFrame)>.*?descr="([^".]*)/su.exec(slides.join(''))?.[1];
  };
  expect([await describe('native'), await describe('picture')]).toEqual(['Stablet søylediagram', 'Delt stablet søylediagram']);
});

test('bars that PowerPoint draws say how many have answered, as the drawn ones do', async () => {
  const part = exhibit(themesExhibit(), 1, { figure: 1 }, { chart: 'bars' });
  const blocks = blocksOf([{ kind: 'exhibit', parts: [part] }]) as ReportDocument['blocks'];
  const files = unzipSync(await writePptx(groundOf(reportDocument({ blocks }))));
  expect(namesOf(files, 'ppt/charts/')).toHaveLength(1);
  expect(textOf(files, 'ppt/slides/slide2.xml')).toContain('n = 61.');
});
