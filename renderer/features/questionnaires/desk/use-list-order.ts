import { useState, type DragEvent } from 'react';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { DesignRow } from '../design/rows.ts';
import type { Desk } from './use-desk.ts';

/** Where what is held would land. */
export interface Drop {
  readonly key: string;
  readonly place: 'before' | 'after';
}

/** Questions in another order by the mouse; the keys are Alt and an arrow. */
export function useListOrder(desk: Desk, rows: readonly DesignRow[]) {
  const [held, setHeld] = useState<QuestionId | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const { store } = desk.design;
  const rowOf = (event: DragEvent): { readonly element: HTMLElement; readonly row: DesignRow } | null => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const row = rows.find((candidate) => store.keyOf(candidate.id) === element?.dataset['row']);
    return element === null || row === undefined ? null : { element, row };
  };
  const end = (): void => {
    setHeld(null);
    setDrop(null);
  };
  return {
    drop: held === null ? null : drop,
    handlers: {
      onDragStart: (event: DragEvent): void => {
        const found = rowOf(event);
        if (desk.isFrozen || found?.row.kind !== 'question' || !found.element.draggable) return;
        event.dataTransfer.effectAllowed = 'move';
        setHeld(found.row.id);
      },
      onDragOver: (event: DragEvent): void => {
        const found = held === null ? null : rowOf(event);
        if (found === null) return;
        event.preventDefault();
        const box = found.element.getBoundingClientRect();
        const isAbove = found.row.kind === 'question' && event.clientY < box.top + box.height / 2;
        const [key, place] = [store.keyOf(found.row.id), isAbove ? ('before' as const) : ('after' as const)];
        setDrop((old) => (old?.key === key && old.place === place ? old : { key, place }));
      },
      onDrop: (event: DragEvent): void => {
        const found = held === null || drop === null ? null : rows.find((row) => store.keyOf(row.id) === drop.key);
        if (held !== null && drop !== null && found !== null && found !== undefined && found.id !== held) {
          event.preventDefault();
          store.make({ kind: 'move', id: held, place: placeAt(rows, found, drop.place) });
          desk.open(store.keyOf(held));
        }
        end();
      },
      onDragEnd: end,
    },
  };
}

/** Below a head is first in its section; before a question is below the one before it on the same level. */
function placeAt(rows: readonly DesignRow[], row: DesignRow, place: Drop['place']) {
  const sectionId = row.section.id;
  if (row.kind === 'section') return { sectionId, afterId: null, parentId: null };
  const { parentId } = row.question;
  if (place === 'after') return { sectionId, afterId: row.id, parentId };
  const level = rows.flatMap((other) =>
    other.kind === 'question' && other.section.id === sectionId && other.question.parentId === parentId ? other.id : [],
  );
  return { sectionId, afterId: level[level.indexOf(row.id) - 1] ?? null, parentId };
}
