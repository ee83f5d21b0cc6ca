import { type DragEvent, useState } from 'react';

/** What is dragged: a variable of the pane, or a part of the columns by its place. */
export type Dragged = { readonly kind: 'variable'; readonly id: string } | { readonly kind: 'part'; readonly at: number };

const variableType = 'application/x-rost-variable';
const partType = 'application/x-rost-part';

/** Puts what is dragged on the pointer. */
export function startDrag(event: DragEvent, dragged: Dragged): void {
  event.dataTransfer.setData(
    dragged.kind === 'variable' ? variableType : partType,
    dragged.kind === 'variable' ? dragged.id : String(dragged.at),
  );
  event.dataTransfer.effectAllowed = 'copyMove';
}

function readDrag({ dataTransfer }: DragEvent): Dragged | null {
  const id = dataTransfer.getData(variableType);
  if (id !== '') return { kind: 'variable', id };
  const at = dataTransfer.getData(partType);
  return at === '' ? null : { kind: 'part', at: Number(at) };
}

function isOurs({ dataTransfer }: DragEvent, kinds: readonly Dragged['kind'][]): boolean {
  return (
    (kinds.includes('variable') && dataTransfer.types.includes(variableType)) ||
    (kinds.includes('part') && dataTransfer.types.includes(partType))
  );
}

/** Handlers that make a place take what is dragged to it; everything they do has keys too. */
export function useDropTarget(kinds: readonly Dragged['kind'][], onDropped: (dragged: Dragged) => void) {
  const [isOver, setOver] = useState(false);
  return {
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent): void => {
      if (!isOurs(event, kinds)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>): void => {
      // Moving on to something inside is not leaving.
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent): void => {
      setOver(false);
      const dragged = readDrag(event);
      if (dragged === null || !kinds.includes(dragged.kind)) return;
      event.preventDefault();
      event.stopPropagation();
      onDropped(dragged);
    },
  };
}
