import { SaxesParser } from 'saxes';
import { xmlAttribute, xmlText } from '../../../documents/xml.ts';

export const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
/** Told of a drawing, and not drawn: who made it, with what, and where it lay. What it shows is said where it stands. */
const told: ReadonlySet<string> = new Set(['metadata', 'title', 'desc']);
const sizes: ReadonlySet<string> = new Set(['viewBox', 'width', 'height']);

/** An attribute that is drawn by; those of drawing programs (names of layers, paths of files) are of other namespaces. */
function kept({ prefix, local, uri, value }: { prefix: string; local: string; uri: string; value: string }): string {
  if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) return '';
  if (uri === '') return ` ${local}="${xmlAttribute(value)}"`;
  if (uri === xlinkNamespace && local === 'href') return ` xlink:href="${xmlAttribute(value)}"`;
  return uri === xmlNamespace && local === 'space' ? ` xml:space="${xmlAttribute(value)}"` : '';
}

/** Pixels at 96 per inch of the longer side: enough for any title page, and no more than can be drawn at 300 dots per inch. */
const longest = 480;
const pixels: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

function lengthOf(text: string | undefined): number {
  const found = /^\s*(?<number>\d*\.?\d+(?:e[+-]?\d+)?)\s*(?<unit>[a-z]*)\s*$/iu.exec(text ?? '');
  return Number(found?.groups?.['number'] ?? Number.NaN) * (pixels[found?.groups?.['unit'] ?? ''] ?? Number.NaN);
}

/** Box and size of the whole drawing: its own shape, in a size that a page can hold. Nothing for one that says neither. */
function sizeAttributes(valueOf: (name: string) => string | undefined): string {
  const box = (valueOf('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [left = 0, top = 0, ...given] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const said = (): number[] => ['width', 'height'].map((name) => Math.round(lengthOf(valueOf(name)) * 100) / 100);
  const [width = Number.NaN, height = Number.NaN] = given.length === 2 ? given : said();
  const scale = longest / Math.max(width, height);
  // A drawing of another shape than this is a line, and no logo.
  if (!(Math.min(width, height) * scale >= 1)) return '';
  const rounded = (length: number): number => Math.round(length * scale * 100) / 100;
  return ` viewBox="${left} ${top} ${width} ${height}" width="${rounded(width)}" height="${rounded(height)}"`;
}

/**
 * A drawing with nothing beside what is drawn, in a size that can be drawn anywhere: without comments, metadata, names, and whatever programs note in namespaces of their own.
 * @param svg well-formed, and of the SVG namespace
 */
export function cleanSvg(svg: string): string {
  const out: string[] = [];
  /** Elements open that are left out: one, and all within it. */
  let left = 0;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (left > 0 || uri !== svgNamespace || told.has(local)) {
      left += 1;
      return;
    }
    const all = Object.values(attributes);
    if (depth > 0) out.push(`<${local}${all.map(kept).join('')}>`);
    else {
      const size = sizeAttributes((name) => all.find((one) => one.uri === '' && one.local === name)?.value);
      const rest = all.filter((one) => one.uri !== '' || !sizes.has(one.local)).map(kept);
      out.push(`<${local} xmlns="${svgNamespace}" xmlns:xlink="${xlinkNamespace}"${size}${rest.join('')}>`);
    }
    depth += 1;
  });
  parser.on('closetag', ({ local }) => {
    if (left > 0) left -= 1;
    else {
      depth -= 1;
      out.push(`</${local}>`);
    }
  });
  const text = (words: string): void => {
    if (left === 0 && depth > 0) out.push(xmlText(words));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(svg).close();
  return out.join('');
}
