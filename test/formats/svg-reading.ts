import { textWidth } from '../../shared/charts/layout.ts';
import type { SvgNode } from '../../shared/charts/index.ts';

export interface FoundNode {
  readonly node: SvgNode;
  readonly dx: number;
  readonly dy: number;
  /** Key of the row the node belongs to. */
  readonly row: string | null;
  /** True inside a pattern: not drawn by itself. */
  readonly isDef: boolean;
}

/** Every element with its offset and row. */
export function walk(node: SvgNode, dx = 0, dy = 0, row: string | null = null, isDef = false): FoundNode[] {
  const [, x = '0', y = '0'] = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(String(node.attrs['transform'] ?? '')) ?? [];
  const key = node.attrs['data-row'] === undefined ? row : String(node.attrs['data-row']);
  const here = { node, dx: dx + Number(x), dy: dy + Number(y), row: key, isDef: isDef || node.tag === 'defs' };
  return [here, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : walk(child, here.dx, here.dy, key, here.isDef)))];
}

export function textOf(node: SvgNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The texts that are drawn, in order; with `row`, those of one row. */
export function textsIn(svg: SvgNode, row?: string): string[] {
  return walk(svg)
    .filter((each) => each.node.tag === 'text' && (row === undefined || each.row === row))
    .map(({ node }) => textOf(node));
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly what: string;
}

const num = (value: string | number | undefined) => Number(value ?? 0);

function textBox({ node, dx, dy }: FoundNode): Box {
  const size = num(node.attrs['font-size']);
  const text = textOf(node);
  // The measure is 5 % generous; the ink itself must be inside.
  const ink = textWidth(text, { size, weight: node.attrs['font-weight'] === 600 ? 600 : 400 }) / 1.05;
  const anchor = node.attrs['text-anchor'] ?? 'start';
  const left = num(node.attrs['x']) + dx - (anchor === 'end' ? ink : anchor === 'middle' ? ink / 2 : 0);
  const y = num(node.attrs['y']) + dy;
  return { left, right: left + ink, top: y - size * 0.68, bottom: y + 1, what: `text "${text}"` };
}

function pointBox(points: string, dx: number, dy: number, what: string): Box {
  const pairs = points.split(' ').map((pair) => pair.split(',').map(Number));
  const [xs, ys] = [pairs.map(([x = Number.NaN]) => x + dx), pairs.map(([, y = Number.NaN]) => y + dy)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), what };
}

function boxOf(found: FoundNode): Box | null {
  const { node, dx, dy } = found;
  const at = (name: string) => num(node.attrs[name]);
  if (node.tag === 'text') return textBox(found);
  if (node.tag === 'rect')
    return { left: at('x') + dx, right: at('x') + at('width') + dx, top: at('y') + dy, bottom: at('y') + at('height') + dy, what: 'rect' };
  if (node.tag === 'circle')
    return {
      left: at('cx') - at('r') + dx,
      right: at('cx') + at('r') + dx,
      top: at('cy') - at('r') + dy,
      bottom: at('cy') + at('r') + dy,
      what: 'circle',
    };
  if (node.tag === 'line')
    return {
      left: Math.min(at('x1'), at('x2')) + dx,
      right: Math.max(at('x1'), at('x2')) + dx,
      top: Math.min(at('y1'), at('y2')) + dy,
      bottom: Math.max(at('y1'), at('y2')) + dy,
      what: 'line',
    };
  if (node.tag === 'polygon' || node.tag === 'polyline') return pointBox(String(node.attrs['points']), dx, dy, node.tag);
  return null;
}

/** Everything that is drawn, as boxes. */
export function boxesIn(svg: SvgNode): Box[] {
  return walk(svg).flatMap((found) => (found.isDef ? [] : (boxOf(found) ?? [])));
}

/** What is wrong with a picture: numbers that are none, negative sizes, marks outside it, texts on top of each other. */
export function faultsOf(svg: SvgNode): string[] {
  const found = walk(svg);
  const [, , width = 0, height = 0] = String(svg.attrs['viewBox']).split(' ').map(Number);
  const bad = found.flatMap(({ node }) =>
    Object.entries(node.attrs).flatMap(([name, value]) => {
      const isBad = /NaN|Infinity|undefined/.test(String(value)) || (/^(width|height|r)$/.test(name) && num(value) < 0);
      return isBad ? [`${node.tag} ${name}=${String(value)}`] : [];
    }),
  );
  const small = found
    .filter(({ node }) => node.tag === 'text' && num(node.attrs['font-size']) < 12)
    .map(({ node }) => `small ${textOf(node)}`);
  const boxes = boxesIn(svg);
  const outside = boxes.filter((box) => box.left < -0.6 || box.right > width + 0.6 || box.top < -0.6 || box.bottom > height + 0.6);
  const texts = boxes.filter(({ what, right, left }) => what.startsWith('text') && right - left > 0.5);
  const overlaps = texts.flatMap((a, at) =>
    texts
      .slice(at + 1)
      .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
      .map((b) => `${a.what} on ${b.what}`),
  );
  return [...bad, ...small, ...outside.map((box) => `outside ${width}x${height}: ${JSON.stringify(box)}`), ...overlaps];
}

/** True for one well-formed XML element without a declaration: tags are closed in order and text holds no bare signs. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let rest = xml;
  while (rest !== '') {
    const [, text = ''] = /^([^<]*)/.exec(rest) ?? [];
    // eslint-disable-next-line no-control-regex -- XML cannot hold them
    if (/&(?!amp;|lt;|gt;|quot;|#39;)|>|[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) return false;
    if (open.length === 0 && text !== '') return false;
    rest = rest.slice(text.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<>]*")*)(\/?)>/.exec(rest);
    if (tag === null) return false;
    const [all, close, name = '', , self] = tag;
    if (close === '/') {
      if (open.pop() !== name) return false;
    } else if (self === '') open.push(name);
    rest = rest.slice(all.length);
  }
  return open.length === 0;
}
