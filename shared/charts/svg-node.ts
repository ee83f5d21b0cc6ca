/** The elements a chart may use. No script, style, link, image or foreignObject: the file is safe to pass on. */
export type SvgTag =
  | 'svg'
  | 'title'
  | 'desc'
  | 'defs'
  | 'pattern'
  | 'g'
  | 'rect'
  | 'line'
  | 'circle'
  | 'polygon'
  | 'polyline'
  | 'text'
  | 'tspan';

/** A tree that is both serialised to files and rendered on screen, so both show the same. */
export interface SvgNode {
  readonly tag: SvgTag;
  /** SVG attribute names as written in a file (`stroke-width`). */
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

/** Makes a node; lengths are rounded to hundredths of a pixel, so that output is stable. */
export function el(tag: SvgTag, attrs: Readonly<Record<string, string | number>>, ...children: readonly (SvgNode | string)[]): SvgNode {
  const rounded = Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 100) / 100 : value]),
  );
  return { tag, attrs: rounded, children };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text made safe for XML 1.0: the five signs escaped, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(notXml, '')
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** Value of a `points` attribute. */
export function pointsOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`).join(' ');
}

/** The SVG source of a tree, without an XML declaration. */
export function toSvgString(node: SvgNode): string {
  const attrs = Object.entries(node.attrs)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attrs}/>`;
  const inner = node.children.map((child) => (typeof child === 'string' ? escapeXml(child) : toSvgString(child))).join('');
  return `<${node.tag}${attrs}>${inner}</${node.tag}>`;
}

/** Without the hooks of the screen: keys of rows are the workspace's own and mean nothing outside. */
export function withoutKeys(node: SvgNode): SvgNode {
  return {
    ...node,
    attrs: Object.fromEntries(Object.entries(node.attrs).filter(([name]) => !name.startsWith('data-'))),
    children: node.children.map((child) => (typeof child === 'string' ? child : withoutKeys(child))),
  };
}
