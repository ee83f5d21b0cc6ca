import { deflateSync, crc32 } from 'node:zlib';
import { wordsIn } from '../../electron/core/words.ts';
import { rasterise } from '../../electron/core/features/analysis/files/write-png.ts';
import { readRasterResources } from '../../electron/core/features/analysis/files/index.ts';
import type { FileGround, PictureBytes } from '../../electron/core/features/reports/files/file-ground.ts';
import { ReportDocument, type DocumentPart, type Run } from '../../shared/contract/reports-document.ts';
import type { BlockKind } from '../../shared/contract/reports-terms.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import type { Language } from '../../shared/model/text.ts';
import { rasterFolder } from '../support/raster-folder.ts';
import { groupsExhibit, itemsOverWaves, manyGroups, meansExhibit, stackableGroups, wavesExhibit, wordsExhibit } from './chart-samples.ts';
import {
  bannerExhibit,
  crosstabExhibit,
  likertExhibit,
  made,
  rowPercentExhibit,
  summaryExhibit,
  themesExhibit,
} from './exhibit-fixtures.ts';

/** A part as its author writes it: what is the same for all is filled in. */
type Part = DocumentPart;

export const pictureId = '00000000-0000-4000-8000-0000000000f1';
/** Eighty letters without a place to break a line. */
export const longWord = 'Brukermedvirkningserfaringskonsulentkompetansehevingsprosjektkoordinatoropplæring';

/** The n-th id of a kind: the same every time. */
export function idOf(kind: number, number: number): string {
  return `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
}

export function heading(level: number, number: string | null, text: string, anchor: string): Part {
  return { kind: 'heading', level, number, text, anchor };
}

type ParagraphStyle = Extract<Part, { kind: 'paragraph' }>['style'];

export function paragraph(
  runs: string | readonly Run[],
  style: ParagraphStyle = 'body',
  about: { depth?: number; ordinal?: number } = {},
): Part {
  return {
    kind: 'paragraph',
    style,
    depth: about.depth ?? 0,
    ordinal: about.ordinal ?? null,
    runs: typeof runs === 'string' ? [{ text: runs }] : [...runs],
    language: null,
  };
}

/** An exhibit as a table, a chart or both; the numbers are those given. */
export function exhibit(
  released: ReleasedExhibit,
  id: number,
  numbers: { readonly table?: number; readonly figure?: number },
  about: { readonly chart?: string; readonly chartAs?: 'native' | 'picture' } = {},
): Part {
  const { table, figure } = numbers;
  return {
    kind: 'exhibit',
    exhibitId: idOf(2, id),
    released,
    shows: table !== undefined && figure !== undefined ? 'both' : figure !== undefined ? 'chart' : 'table',
    chartAs: about.chartAs ?? 'native',
    chart: about.chart ?? null,
    table: table === undefined ? null : { number: table, anchor: `table-${table}` },
    figure: figure === undefined ? null : { number: figure, anchor: `figure-${figure}` },
  };
}

/** Blocks of a document: each with its parts and nothing wrong. */
export function blocksOf(blocks: readonly { readonly kind: BlockKind; readonly parts: readonly Part[] }[]): unknown[] {
  return blocks.map(({ kind, parts }, at) => ({ id: idOf(1, at + 1), kind, parts, problems: [], changes: [], changed: 0 }));
}

/** Waves of which the third cannot be joined to the second. */
export function brokenWavesExhibit(language: Language = 'nb'): ReleasedExhibit {
  const waves = wavesExhibit(4, language);
  const columns = waves.columns.map((column, at) => (at === 2 ? { ...column, isBroken: true as const } : column));
  return made({ ...waves, title: 'Flere blir hørt, men spørsmålet ble endret i 2020', columns, areWavesLinked: false });
}

function opening(language: Language): Part[] {
  const nb = [
    paragraph('De fleste som ble spurt, opplever at de blir hørt. Mange færre får vite hva som blir bestemt, og hvorfor.', 'lead'),
    paragraph([
      { text: 'Dette står i ' },
      { text: 'Tabell 1', ref: 'table-1' },
      { text: ' og ' },
      { text: 'Figur 1', ref: 'figure-1' },
      { text: ', og det er ' },
      { text: 'viktig', isBold: true },
      { text: ' og ' },
      { text: 'nytt', isItalic: true },
      { text: '.' },
      { text: '', footnote: 'Tall fra 2023 er regnet om etter kommunesammenslåingen.' },
      { text: ' Mer om måten vi spurte på i ' },
      { text: 'Slik gjorde vi det', ref: 'heading-2' },
      { text: ' og på ' },
      { text: 'nettsidene', href: 'https://example.org/rapport?a=1&b=2' },
      { text: '.' },
    ]),
  ];
  const sv = [
    paragraph('De flesta som tillfrågades upplever att de blir hörda. Betydligt färre får veta vad som bestäms, och varför.', 'lead'),
    paragraph([
      { text: 'Det framgår av ' },
      { text: 'Tabell 1', ref: 'table-1' },
      { text: ' och ' },
      { text: 'Figur 1', ref: 'figure-1' },
      { text: '.' },
      { text: '', footnote: 'Siffrorna från 2023 är omräknade.' },
      { text: ' Läs mer på ' },
      { text: 'webbplatsen', href: 'https://example.org/rapport' },
      { text: '.' },
    ]),
  ];
  return language === 'sv' ? sv : nb;
}

function lists(): Part[] {
  return [
    paragraph('Tre ting gikk igjen:'),
    paragraph('Beskjeder gis muntlig', 'bullet'),
    paragraph('og blir sjelden skrevet ned', 'bullet', { depth: 1 }),
    paragraph('særlig på kveldstid', 'bullet', { depth: 2 }),
    paragraph('Møtene holdes når bussen ikke går', 'bullet'),
    paragraph('Dette ble vi enige om:'),
    paragraph('Skrive brev etter hvert vedtak', 'numbered', { ordinal: 1 }),
    paragraph('i klart språk', 'numbered', { depth: 1, ordinal: 1 }),
    paragraph('innen to uker', 'numbered', { depth: 1, ordinal: 2 }),
    paragraph('regnet fra møtet', 'numbered', { depth: 2, ordinal: 1 }),
    paragraph('Holde åpent én kveld i uken', 'numbered', { ordinal: 2 }),
    paragraph('Og etterpå:'),
    paragraph('Telle på nytt fra én', 'numbered', { ordinal: 1 }),
    paragraph(`${longWord} er et langt ord i en smal spalte.`, 'quiet'),
  ];
}

function words(): Part[] {
  return [
    {
      kind: 'quote',
      text: '«Jeg fikk høre etterpå hva de hadde bestemt. Det var pent sagt, men jeg var jo ikke med.»',
      note: 'Bruker av Rus- og botjenesten',
      language: null,
    },
    { kind: 'quote', text: '”Ingen frågade mig.”', note: '', language: 'sv' },
    {
      kind: 'table',
      caption: { number: 7, anchor: 'table-7', text: 'Tiltak som ble avtalt' },
      columns: [
        { label: 'Tiltak', share: 55, isNumber: false },
        { label: 'Hvem', share: 25, isNumber: false },
        { label: 'Uker', share: 20, isNumber: true },
      ],
      rows: [
        { cells: ['Fjordvik', '', ''], isGroup: true, indent: 0 },
        { cells: ['Brev etter hvert vedtak skal skrives om til klart språk', 'Rus- og botjenesten', '12'], isGroup: false, indent: 1 },
        { cells: [longWord, '', '4'], isGroup: false, indent: 1 },
        { cells: ['Skogbygda', '', ''], isGroup: true, indent: 0 },
        { cells: ['Skyss til dagsenteret', 'Loftet dagsenter', '26'], isGroup: false, indent: 1 },
      ],
      note: 'Frister er regnet fra dialogmøtet.',
    },
    {
      kind: 'facts',
      rows: [
        { label: 'Tid', lines: ['12. januar til 3. april 2026'] },
        { label: 'Steder', lines: ['Fjordvik', 'Skogbygda', 'Älvnäs'] },
        { label: 'Svarprosent', lines: ['57 %'] },
      ],
    },
    {
      kind: 'picture',
      attachmentId: pictureId,
      caption: 'Dialogmøtet på Skogbygda gamle skole',
      credit: 'Foto: Solfrid Tangvåg',
      altText: 'Tolv mennesker rundt et langbord',
    },
  ];
}

/** Tables and figures of the fixture, by their place in it. */
function figures(language: Language): Part[] {
  return [
    exhibit(crosstabExhibit(language), 1, { table: 1 }),
    exhibit(likertExhibit(language), 2, { table: 2, figure: 1 }),
    exhibit(themesExhibit(language), 3, { table: 3, figure: 2 }),
    exhibit(bannerExhibit(language), 4, { table: 4, figure: 3 }),
    exhibit(brokenWavesExhibit(language), 5, { table: 5, figure: 4 }),
    exhibit(wavesExhibit(2, language), 6, { figure: 5 }),
    exhibit(summaryExhibit('mean', language), 7, { table: 6, figure: 6 }),
    exhibit(rowPercentExhibit(language), 8, { figure: 7 }),
    exhibit(made({ ...meansExhibit(), language }), 9, { figure: 8 }),
    exhibit(made({ ...stackableGroups(), language }), 10, { figure: 9 }, { chart: 'stacked' }),
    exhibit(made({ ...itemsOverWaves(), language }), 11, { figure: 10 }),
    exhibit(made({ ...stackableGroups(), language }), 12, { figure: 11 }, { chart: 'diverging', chartAs: 'picture' }),
  ];
}

function appendix(): Part[] {
  return [
    exhibit(manyGroups(), 13, { table: 8 }),
    exhibit(wordsExhibit(), 14, { table: 9 }),
    exhibit(
      groupsExhibit(
        { title: 'Desimaler og store tall' },
        [
          ['Alle', 12_345],
          ['Botjenesten', 6789],
        ],
        [
          ['Ja', [6000, 3001]],
          ['Nei', [6345, null]],
        ],
      ),
      15,
      { table: 10 },
    ),
  ];
}

const titles = {
  nb: {
    title: 'Bruker Spør Bruker Fjordvik 2026',
    subtitle: 'Prosessrapport',
    first: 'Å bli hørt og få vite',
    second: 'Slik gjorde vi det',
    last: 'Vedlegg: alle tabeller',
  },
  sv: {
    title: 'Brukare frågar brukare Älvnäs 2026',
    subtitle: 'Processrapport',
    first: 'Att bli hörd och få veta',
    second: 'Så gjorde vi',
    last: 'Bilaga: alla tabeller',
  },
};

/** A whole report with every kind of part, as the writers of files get it. */
export function reportDocument(overrides: Partial<ReportDocument> = {}): ReportDocument {
  const language = overrides.language ?? 'nb';
  const say = titles[language === 'sv' ? 'sv' : 'nb'];
  const headings: Part[] = [
    heading(1, '1', say.first, 'heading-1'),
    heading(1, '2', say.second, 'heading-2'),
    heading(2, '2.1', 'Hvem svarte', 'heading-3'),
    heading(3, null, longWord, 'heading-4'),
    heading(1, null, say.last, 'heading-5'),
  ];
  const entries = headings.flatMap((part) =>
    part.kind === 'heading' ? [{ level: part.level, number: part.number, text: part.text, anchor: part.anchor }] : [],
  );
  const [first, second, third, fourth, last] = headings.map((part) => [part]);
  const document = {
    id: idOf(3, 1),
    projectId: idOf(3, 2),
    project: 'Bruker Spør Bruker Fjordvik',
    kind: 'process-report',
    title: say.title,
    subtitle: say.subtitle,
    language,
    byline: 'Erfaringsloftet og Fjordvik kommune',
    authors: 'Vigdis Nordhylla, Even Strandmyr',
    place: language === 'sv' ? 'Älvnäs' : 'Fjordvik',
    year: 2026,
    style: {
      organisation: 'Erfaringsloftet',
      accent: '#2d509f',
      headingFont: 'Source Sans 3',
      bodyFont: 'Source Serif 4',
      logo: null,
      wordTemplate: null,
    },
    blocks: blocksOf([
      { kind: 'contents', parts: [{ kind: 'contents', entries }] },
      { kind: 'page-break', parts: [{ kind: 'page-break' }] },
      { kind: 'heading', parts: first ?? [] },
      { kind: 'text', parts: opening(language) },
      ...figures(language).map((part) => ({ kind: 'exhibit' as const, parts: [part] })),
      { kind: 'heading', parts: [...(second ?? []), ...(third ?? [])] },
      { kind: 'text', parts: [...lists(), ...(fourth ?? [])] },
      ...words().map((part) => ({ kind: part.kind === 'quote' ? ('quote' as const) : ('text' as const), parts: [part] })),
      { kind: 'appendix', parts: [...(last ?? []), ...appendix()] },
    ]),
    latest: null,
    provenance: `${say.title} · utkast 3 · utlevering 12–15`,
    origin: 'Tall fra prosjektet Fjordvik. Tall for færre enn 5 personer vises ikke.',
    pages: 14,
    ...overrides,
  };
  return ReportDocument.parse(document);
}

/** A report that nobody has written anything in. */
export function emptyReport(overrides: Partial<ReportDocument> = {}): ReportDocument {
  return reportDocument({
    subtitle: '',
    byline: null,
    authors: null,
    place: null,
    year: null,
    provenance: '',
    origin: '',
    pages: 1,
    ...overrides,
    blocks: [],
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0);
  return Buffer.concat([head, data, sum]);
}

/** A PNG of one colour. @param colour red, green, blue */
export function pngOf(width: number, height: number, colour: readonly [number, number, number] = [45, 80, 159]): PictureBytes {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const signature = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1');
  const bytes = Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
  return { bytes: new Uint8Array(bytes), mediaType: 'image/png', size: { width, height } };
}

/** What a writer gets for a document. */
export function groundOf(document: ReportDocument, overrides: Partial<FileGround> = {}): FileGround {
  return {
    document,
    words: wordsIn(document.language),
    pictures: new Map([[pictureId, pngOf(480, 320)]]),
    logo: null,
    wordTemplate: null,
    charts: 'native',
    rasterise: async (svg) => await rasterise(svg, await readRasterResources(rasterFolder())),
    madeAt: '2026-05-12T12:32:07.000Z',
    ...overrides,
  };
}
