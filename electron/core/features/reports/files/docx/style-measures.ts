/** How a paragraph of a style is set, in twentieths of a point. */
export interface StyleMeasure {
  /** Half points, as Word counts. */
  readonly size: number;
  readonly font: string;
  readonly isBold: boolean;
  readonly before: number;
  readonly after: number;
  /** Height of a line for each of its size. */
  readonly line: number;
  readonly left: number;
  readonly right: number;
  /** Stands on the page of the next paragraph. */
  readonly keepNext: boolean;
}

const plain: StyleMeasure = { size: 22, font: '', isBold: false, before: 0, after: 0, line: 1, left: 0, right: 0, keepNext: false };

/** The value of an attribute of an element in a stretch of XML. */
function valueOf(xml: string, element: string, attribute: string): string | undefined {
  return new RegExp(`<w:${element}\\b[^>]*? w:${attribute}="([^"]*)"`, 'u').exec(xml)?.[1];
}

/** The largest measure that Word takes: 22 inches. What goes beyond it is no measure. */
const largest = 31_680;

function numberOf(xml: string, element: string, attribute: string): number | undefined {
  const value = Number(valueOf(xml, element, attribute) ?? Number.NaN);
  return Math.abs(value) <= largest ? value : undefined;
}

/** What a stretch of XML sets, over what it is based on. */
function measureOver(base: StyleMeasure, xml: string): StyleMeasure {
  const line = numberOf(xml, 'spacing', 'line');
  const isAuto = (valueOf(xml, 'spacing', 'lineRule') ?? 'auto') === 'auto';
  return {
    size: numberOf(xml, 'sz', 'val') ?? base.size,
    font: valueOf(xml, 'rFonts', 'ascii') ?? base.font,
    isBold: /<w:b\/>/u.test(xml) || base.isBold,
    before: numberOf(xml, 'spacing', 'before') ?? base.before,
    after: numberOf(xml, 'spacing', 'after') ?? base.after,
    line: line === undefined || !isAuto ? base.line : line / 240,
    left: numberOf(xml, 'ind', 'left') ?? base.left,
    right: numberOf(xml, 'ind', 'right') ?? base.right,
    keepNext: /<w:keepNext\/>/u.test(xml) || base.keepNext,
  };
}

/** The measures of every paragraph style of a styles.xml, with what each inherits. */
export function styleMeasures(stylesXml: string): (id: string | undefined) => StyleMeasure {
  const defaults = measureOver(plain, /<w:docDefaults>.*?<\/w:docDefaults>/su.exec(stylesXml)?.[0] ?? '');
  const sources = new Map<string, string>();
  for (const [xml] of stylesXml.matchAll(/<w:style\b[^>]*w:type="paragraph".*?<\/w:style>/gsu)) {
    const id = / w:styleId="([^"]*)"/u.exec(xml)?.[1];
    if (id !== undefined) sources.set(id, xml);
  }
  const normal = [...sources].find(([, xml]) => /^<w:style\b[^>]* w:default="1"/u.test(xml))?.[0];
  const known = new Map<string, StyleMeasure>();
  const find = (id: string, depth: number): StyleMeasure => {
    const ready = known.get(id);
    if (ready !== undefined) return ready;
    const xml = sources.get(id);
    if (xml === undefined || depth > 12) return defaults;
    const base = valueOf(xml, 'basedOn', 'val');
    const made = measureOver(base === undefined ? defaults : find(base, depth + 1), xml);
    known.set(id, made);
    return made;
  };
  return (id) => find(id ?? normal ?? '', 0);
}
