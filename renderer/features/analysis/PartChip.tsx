import type { KeyboardEvent } from 'react';
import { isCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { Menu, type MenuEntry } from '../../ui/menu/Menu.tsx';
import styles from './wells.module.css';
import { canNest, movePart, nestPart, placePart, removePart, type ColumnPart } from './banner-parts.ts';
import { startDrag, useDropTarget } from './drop-target.ts';

interface PartChipProps {
  readonly parts: readonly ColumnPart[];
  readonly at: number;
  /** What each part is called. */
  readonly names: readonly string[];
  readonly onParts: (parts: readonly ColumnPart[], focusAt: number) => void;
  readonly onDropVariable: (id: string) => void;
}

type Deed = 'up' | 'down' | 'nest' | 'remove';

/** One grouping of the columns: Alt and arrows move it, Delete takes it out, Enter shows all that can be done. */
export function PartChip({ parts, at, names, onParts, onDropVariable }: PartChipProps) {
  const say = useText();
  const part = parts[at];
  const name = names[at] ?? '';
  const isNested = part?.within !== undefined;
  const drop = useDropTarget(['variable', 'part'], (dragged) =>
    dragged.kind === 'part' ? onParts(placePart(parts, dragged.at, at), at) : onDropVariable(dragged.id),
  );
  const deeds: Readonly<Record<Deed, () => void>> = {
    up: () => onParts(movePart(parts, at, -1), Math.max(0, at - 1)),
    down: () => onParts(movePart(parts, at, 1), Math.min(parts.length - 1, at + 1)),
    nest: () => onParts(nestPart(parts, at), isNested ? at : Math.max(0, at - 1)),
    remove: () => onParts(removePart(parts, at), at),
  };
  const entries: MenuEntry<Deed>[] = [
    { id: 'up', label: say('analysis.well.moveUp'), kbd: 'Alt ↑', isDisabled: at === 0 },
    { id: 'down', label: say('analysis.well.moveDown'), kbd: 'Alt ↓', isDisabled: at === parts.length - 1 },
    ...(isNested
      ? [{ id: 'nest' as const, label: say('analysis.well.unnest'), kbd: 'Alt →' }]
      : canNest(parts, at)
        ? [{ id: 'nest' as const, label: say('analysis.well.nest', { outer: names[at - 1] ?? '' }), kbd: 'Alt →' }]
        : []),
    { id: 'remove', label: say('analysis.well.remove'), kbd: 'Del' },
  ];
  function onKey(event: KeyboardEvent): void {
    const deed = isCommand(event.nativeEvent, 'analysis.moveUp')
      ? 'up'
      : isCommand(event.nativeEvent, 'analysis.moveDown')
        ? 'down'
        : isCommand(event.nativeEvent, 'analysis.nest')
          ? 'nest'
          : isCommand(event.nativeEvent, 'analysis.remove')
            ? 'remove'
            : null;
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    deeds[deed]();
  }
  return (
    <span
      className={styles.part}
      data-part={at}
      draggable
      onDragStart={(event) => startDrag(event, { kind: 'part', at })}
      // Before the button under it takes Alt and an arrow for opening its menu.
      onKeyDownCapture={onKey}
      {...drop}
    >
      <Menu
        entries={entries}
        label={name}
        onAction={(id) => deeds[id]()}
        trigger={<FilterChip aria-label={say('analysis.well.partSpoken', { name, index: at + 1, count: parts.length })} value={name} />}
      />
    </span>
  );
}
