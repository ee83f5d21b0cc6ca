import type { PageNode } from '../../../shared/report-page/index.ts';

const spaces = { html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg' } as const;

/** A page's tree as elements. Nothing is read from markup: the program's policy allows none. */
export function elementOf(node: PageNode, space: string = spaces.html): Element {
  const own = node.tag === 'svg' ? spaces.svg : space;
  const element = document.createElementNS(own, node.tag);
  for (const [name, value] of Object.entries(node.attrs)) if (name !== 'xmlns') element.setAttribute(name, String(value));
  element.append(...node.children.map((child) => (typeof child === 'string' ? child : elementOf(child, own))));
  return element;
}
