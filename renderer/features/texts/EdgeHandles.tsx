import { type PointerEvent, type RefObject, useLayoutEffect, useState } from 'react';
import type { Coding } from '../../../shared/contract/coding.ts';
import { characterEdges, type TextRange } from '../../../shared/texts/index.ts';
import { offsetOf } from '../../texts/text-selection.ts';
import { snappedEdge } from './moved-edge.ts';
import styles from './TextDesk.module.css';

/** What the handles of a segment need. */
export interface EdgeHandlesProps {
  readonly coding: Coding;
  readonly body: string;
  readonly language: string;
  readonly regionRef: RefObject<HTMLElement | null>;
  /** Where a character stands in the window; null while its part is not in the page. */
  readonly placeOf: (offset: number) => DOMRect | null;
  /** Changes when other parts are in the page, or they are measured anew. */
  readonly layout: string;
  readonly onPreview: (range: TextRange | null) => void;
  readonly onMove: (range: TextRange) => void;
}

interface Handle {
  readonly edge: 'start' | 'end';
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Handles at both ends of the segment at hand. Dragged, an edge goes to the nearest word; with Alt to the character. Keys do the same on the lane. */
export function EdgeHandles({ coding, body, language, regionRef, placeOf, layout, onPreview, onMove }: EdgeHandlesProps) {
  const [handles, setHandles] = useState<readonly Handle[]>([]);
  const [drag, setDrag] = useState<TextRange | null>(null);
  const { start, end } = drag ?? coding;
  useLayoutEffect(() => {
    const origin = regionRef.current?.getBoundingClientRect();
    const at = (edge: 'start' | 'end', offset: number): Handle[] => {
      const rect = placeOf(offset);
      if (rect === null || origin === undefined) return [];
      return [{ edge, left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height }];
    };
    setHandles([...at('start', start), ...at('end', end)]);
  }, [start, end, layout, body]);

  function moved(edge: 'start' | 'end', event: PointerEvent): TextRange | null {
    const region = regionRef.current;
    const place = document.caretPositionFromPoint(event.clientX, event.clientY);
    const offset = region === null || place === null ? null : offsetOf(region, place.offsetNode, place.offset);
    if (offset === null) return null;
    const at = event.altKey ? characterEdges(body).before(offset) : snappedEdge(body, language, offset, edge);
    const range = { start: coding.start, end: coding.end, [edge]: at };
    return range.end > range.start ? range : null;
  }
  function follow(edge: 'start' | 'end', event: PointerEvent): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const range = moved(edge, event);
    if (range === null) return;
    setDrag(range);
    onPreview(range);
  }
  function finish(event: PointerEvent): void {
    event.currentTarget.releasePointerCapture(event.pointerId);
    if (drag !== null && (drag.start !== coding.start || drag.end !== coding.end)) onMove(drag);
    setDrag(null);
    onPreview(null);
  }
  return handles.map(({ edge, left, top, height }) => (
    <span
      aria-hidden
      className={styles.handle}
      data-edge={edge}
      key={edge}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => follow(edge, event)}
      onPointerUp={finish}
      style={{ insetInlineStart: left, insetBlockStart: top, blockSize: height }}
    />
  ));
}
