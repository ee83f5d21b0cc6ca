import type { EstimatedPageNumbers, IXmlableObject } from 'docx';
import { textWidth } from '../../../../../../shared/charts/layout.ts';
import { fontMeasure } from './font-measures.ts';
import { flowPages, type FlowBox } from './page-flow.ts';
import type { PageShape } from './page-shape.ts';
import { styleMeasures, type StyleMeasure } from './style-measures.ts';

type Node = Readonly<Record<string, unknown>>;

/** English Metric Units in a twentieth of a point. */
const emu = 635;
/** Text measured here has some room in it already; words do not fill their lines to the end. */
const fill = 1.01;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements in an element, as the library has them before they are written. */
function childrenOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
}

function attributeOf(content: unknown, name: string): string | undefined {
  for (const child of childrenOf(content)) {
    const attributes = child['_attr'];
    const value = isNode(attributes) ? attributes[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return undefined;
}

/** Every element of a name, however deep, in order. The body is walked many times, so nothing is made on the way. */
function findAll(value: unknown, name: string, found: unknown[] = []): unknown[] {
  if (Array.isArray(value)) {
    for (const child of value) if (typeof child === 'object' && child !== null) findAll(child, name, found);
    return found;
  }
  if (!isNode(value)) return found;
  for (const key in value) {
    if (key === '_attr') continue;
    if (key === name) found.push(value[key]);
    findAll(value[key], name, found);
  }
  return found;
}

function first(value: unknown, name: string): unknown {
  return findAll(value, name)[0];
}

function textOf(value: unknown): string {
  return findAll(value, 'w:t')
    .map((text) => (Array.isArray(text) ? text.filter((part) => typeof part === 'string').join('') : typeof text === 'string' ? text : ''))
    .join('');
}

interface Setting {
  readonly styleOf: (id: string | undefined) => StyleMeasure;
}

/** Text of a paragraph set in lines: how many there are, and how high each is. */
function linesOf(text: string, style: StyleMeasure, width: number): { readonly count: number; readonly height: number } {
  const points = style.size / 2;
  const font = fontMeasure(style.font);
  const measured = textWidth(text, { size: points, weight: style.isBold ? 600 : 400 }) * 20 * font.width;
  const room = Math.max(300, width - style.left - style.right);
  return { count: Math.max(1, Math.ceil((measured / 1.05 / room) * fill)), height: points * 20 * font.line * style.line };
}

function numberOf(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : otherwise;
}

function paragraphBox(paragraph: unknown, width: number, { styleOf }: Setting): FlowBox {
  const properties = first(paragraph, 'w:pPr');
  const style = styleOf(attributeOf(first(properties, 'w:pStyle'), 'w:val'));
  const spacing = first(properties, 'w:spacing');
  const lines = linesOf(textOf(paragraph), style, width);
  const breaks = findAll(paragraph, 'w:br').filter((content) => attributeOf(content, 'w:type') !== 'page').length;
  const picture = Math.max(0, ...findAll(paragraph, 'wp:extent').map((extent) => numberOf(attributeOf(extent, 'cy'), 0) / emu));
  const before = numberOf(attributeOf(spacing, 'w:before'), style.before);
  const after = numberOf(attributeOf(spacing, 'w:after'), style.after);
  const height = picture > 0 ? picture : (lines.count + breaks) * lines.height;
  return {
    height: before + height + after,
    lineHeight: picture > 0 ? 0 : lines.height,
    keepNext: style.keepNext || findAll(properties, 'w:keepNext').length > 0,
    bookmarks: findAll(paragraph, 'w:bookmarkStart').flatMap((mark) => attributeOf(mark, 'w:name') ?? []),
    breaksAfter: findAll(paragraph, 'w:br').some((content) => attributeOf(content, 'w:type') === 'page'),
    nextPage: null,
    repeated: 0,
  };
}

function rowBox(row: unknown, setting: Setting): FlowBox {
  const cells = findAll(row, 'w:tc').map((cell) => {
    const width = numberOf(attributeOf(first(cell, 'w:tcW'), 'w:w'), 1500) - 120;
    return findAll(cell, 'w:p').map((paragraph) => paragraphBox(paragraph, width, setting));
  });
  const heights = cells.map((boxes) => boxes.reduce((sum, { height }) => sum + height, 30));
  const fixed = numberOf(attributeOf(first(row, 'w:trHeight'), 'w:val'), 0);
  return {
    height: fixed > 0 ? fixed : Math.max(0, ...heights),
    lineHeight: 0,
    keepNext: cells.some((boxes) => boxes.some(({ keepNext }) => keepNext)),
    bookmarks: cells.flatMap((boxes) => boxes.flatMap(({ bookmarks }) => bookmarks)),
    breaksAfter: false,
    nextPage: null,
    repeated: 0,
  };
}

function tableBoxes(table: unknown, setting: Setting): FlowBox[] {
  const rows = findAll(table, 'w:tr').map((row) => ({ box: rowBox(row, setting), isHead: findAll(row, 'w:tblHeader').length > 0 }));
  const repeated = rows.filter(({ isHead }) => isHead).reduce((sum, { box }) => sum + box.height, 0);
  return rows.map(({ box, isHead }) => (isHead ? { ...box, keepNext: true } : { ...box, repeated }));
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

function sheetOf(section: unknown, { width, height, margin }: PageShape): Sheet {
  const isTurned = attributeOf(first(section, 'w:pgSz'), 'w:orient') === 'landscape';
  const [across, down] = isTurned ? [height, width] : [width, height];
  return { width: across - margin.left - margin.right, height: down - margin.top - margin.bottom };
}

/** Paragraphs and tables of a body; those of a table of contents stand among the others. */
function blocksOf(body: IXmlableObject): { readonly name: string; readonly content: unknown }[] {
  const entries = (value: unknown): [string, unknown][] =>
    childrenOf(value).flatMap((child) => Object.entries(child).filter(([name]) => name !== '_attr'));
  return entries(body['w:body']).flatMap(([name, content]) =>
    name === 'w:sdt' ? entries(first(content, 'w:sdtContent')).map(([inner, its]) => ({ name: inner, content: its })) : [{ name, content }],
  );
}

/**
 * Works out the pages that bookmarks are on, near enough that contents are not empty before Word has counted itself: text is measured by the widths of
 * Source Sans, footnotes are left out. Takes as long as reading the document once.
 */
export function pageEstimator(page: PageShape, stylesXml: string): (body: IXmlableObject) => EstimatedPageNumbers {
  const setting: Setting = { styleOf: styleMeasures(stylesXml) };
  return (body) => {
    const blocks = blocksOf(body);
    const sections = blocks.flatMap(({ name, content }) =>
      name === 'w:sectPr' ? [content] : findAll(first(content, 'w:pPr'), 'w:sectPr'),
    );
    const sheets = sections.map((section) => sheetOf(section, page));
    let at = 0;
    const boxes = blocks.flatMap(({ name, content }): FlowBox[] => {
      const width = sheets[at]?.width ?? 9000;
      if (name === 'w:tbl') return tableBoxes(content, setting);
      if (name !== 'w:p') return [];
      const box = paragraphBox(content, width, setting);
      if (findAll(first(content, 'w:pPr'), 'w:sectPr').length === 0) return [box];
      at += 1;
      return [{ ...box, nextPage: sheets[at]?.height ?? null }];
    });
    const { bookmarks, count } = flowPages(boxes, sheets[0]?.height ?? 13000);
    return { bookmarks: new Map([...bookmarks].map(([name, number]) => [name, String(number)])), pageCount: count };
  };
}
