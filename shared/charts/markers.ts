import type { ChartPalette } from './palette.ts';
import { el, pointsOf, type SvgNode } from './svg-node.ts';

/** Shapes that tell series apart without colour. */
export const markerShapes = ['circle', 'square', 'diamond', 'triangle', 'triangle-down'] as const;
export type MarkerShape = (typeof markerShapes)[number];

export interface MarkerLook {
  readonly shape: MarkerShape;
  readonly colour: string;
  /** A small base: the mark is open. */
  readonly isOpen: boolean;
  /** Half its size in px. */
  readonly r: number;
}

function corners(shape: 'diamond' | 'triangle' | 'triangle-down', r: number): { x: number; y: number }[] {
  const wide = r * 1.2;
  if (shape === 'diamond')
    return [
      { x: 0, y: -wide },
      { x: wide, y: 0 },
      { x: 0, y: wide },
      { x: -wide, y: 0 },
    ];
  const sign = shape === 'triangle' ? 1 : -1;
  return [
    { x: 0, y: -wide * sign },
    { x: wide, y: r * 0.9 * sign },
    { x: -wide, y: r * 0.9 * sign },
  ];
}

/** A mark at a point: filled, or open with an edge in its colour. */
export function marker({ x, y }: { readonly x: number; readonly y: number }, look: MarkerLook, palette: ChartPalette): SvgNode {
  const { shape, colour, isOpen } = look;
  const r = isOpen ? look.r - 1 : look.r;
  const paint = { fill: isOpen ? palette.surface : colour, stroke: colour, 'stroke-width': isOpen ? 2 : 0 };
  if (shape === 'circle') return el('circle', { cx: x, cy: y, r, ...paint });
  if (shape === 'square') return el('rect', { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, rx: 0.5, ...paint });
  return el('polygon', { points: pointsOf(corners(shape, r).map((corner) => ({ x: x + corner.x, y: y + corner.y }))), ...paint });
}
