import { createElement, type ReactElement } from 'react';
import type { SvgNode } from '../../shared/charts/index.ts';

interface SvgViewProps {
  readonly node: SvgNode;
  readonly className?: string;
}

/** React's name of an attribute: `stroke-width` is `strokeWidth`, but `aria-` and `data-` stay. */
function propName(name: string): string {
  if (name.startsWith('aria-') || name.startsWith('data-')) return name;
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function toElement(node: SvgNode, key: number, className: string | undefined): ReactElement {
  const props = Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [propName(name), value]));
  const children = node.children.map((child, at) => (typeof child === 'string' ? child : toElement(child, at, undefined)));
  return createElement(node.tag, { ...props, key, ...(className === undefined ? {} : { className }) }, ...children);
}

/** A chart of the shared builder on the page. Elements, not markup: the page takes no HTML from strings. */
export function SvgView({ node, className }: SvgViewProps): ReactElement {
  return toElement(node, 0, className);
}
