import { escapeXml } from '../charts/svg-node.ts';

/** A page as a tree: written to a file as text, and built as elements where it is printed. A chart's tree is one of its nodes. */
export interface PageNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly PageChild[];
}

export type PageChild = PageNode | string;

/** Makes a node; attributes without a value are left out. */
export function node(
  tag: string,
  attrs: Readonly<Record<string, string | number | undefined | null>> = {},
  ...children: readonly PageChild[]
): PageNode {
  const given = Object.entries(attrs).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value] as const]));
  return { tag, attrs: Object.fromEntries(given), children };
}

/** Elements of HTML that have no end tag. */
const empty: ReadonlySet<string> = new Set(['meta', 'img', 'col', 'br', 'hr']);

/** The HTML source of a tree. Every text is escaped; nothing in it can open or close an element. */
export function toHtml(child: PageChild): string {
  if (typeof child === 'string') return escapeXml(child);
  const attrs = Object.entries(child.attrs)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  if (empty.has(child.tag)) return `<${child.tag}${attrs}>`;
  return `<${child.tag}${attrs}>${child.children.map(toHtml).join('')}</${child.tag}>`;
}
