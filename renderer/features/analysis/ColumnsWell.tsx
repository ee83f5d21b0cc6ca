import { useEffect, useRef } from 'react';
import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { notice } from '../../lib/status.ts';
import { useContent, useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './wells.module.css';
import { addPart, mostParts, placePart, type ColumnPart } from './banner-parts.ts';
import type { KnownPart } from './definitions.ts';
import { useDropTarget } from './drop-target.ts';
import { PartChip } from './PartChip.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import { shortLabel, variableLabel } from './variable-words.ts';
import { WellBox, type WellChoice } from './WellBox.tsx';
import { WellPlace } from './WellPlace.tsx';

interface ColumnsWellProps {
  readonly known: readonly KnownPart[];
  readonly choices: readonly WellChoice[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onParts: (parts: readonly ColumnPart[]) => void;
}

/** The groups beside each other, in order: one chip each, nested ones in one chip. */
export function ColumnsWell({ known, choices, isOpen, onOpenChange, onParts }: ColumnsWellProps) {
  const say = useText();
  const content = useContent();
  const place = useRef<HTMLDivElement>(null);
  const focusAt = useRef<number | null>(null);
  useReturnFocus(isOpen, place, 'button');
  const parts = known.map(({ part }) => part);
  const nameOf = (variable: AnalysisVariable): string => shortLabel(variableLabel(variable, say, content));
  const names = known.map(({ by, within }) =>
    within === null ? nameOf(by) : say('analysis.well.within', { outer: nameOf(within), inner: nameOf(by) }),
  );
  // A chip that was moved or taken away leaves the focus with itself, or with the one that took its place.
  useEffect(() => {
    if (focusAt.current === null) return;
    const all = place.current?.querySelectorAll<HTMLElement>('[data-part] button') ?? [];
    const next = all[Math.min(focusAt.current, all.length - 1)] ?? place.current?.querySelector<HTMLElement>('button');
    next?.focus();
    focusAt.current = null;
  });
  const add = (id: string): void => {
    if (parts.length >= mostParts) notice.set({ text: say('analysis.well.full', { count: mostParts }), tone: 'bad' });
    else onParts(addPart(parts, id));
  };
  const drop = useDropTarget(['variable', 'part'], (dragged) => {
    if (dragged.kind === 'part') onParts(placePart(parts, dragged.at, parts.length));
    else if (choices.some(({ id }) => id === dragged.id)) add(dragged.id);
  });
  const label = say('analysis.well.columns');
  return (
    <div className={styles.well} ref={place} {...drop}>
      <span aria-hidden className={styles.wellLabel}>
        {label}
      </span>
      {known.length === 0 ? null : (
        <span aria-label={say('analysis.well.parts')} className={styles.parts} role="group">
          {known.map(({ part }, at) => (
            <PartChip
              at={at}
              key={`${part.within ?? ''} ${part.by}`}
              names={names}
              onDropVariable={add}
              onParts={(next, focus) => {
                focusAt.current = focus;
                onParts(next);
              }}
              parts={parts}
            />
          ))}
        </span>
      )}
      <WellPlace
        box={
          isOpen ? (
            <WellBox
              choices={choices.filter(({ id }) => !parts.some(({ by, within }) => by === id && within === undefined))}
              label={label}
              onChoose={(id) => {
                onOpenChange(false);
                add(id);
              }}
              onClose={() => onOpenChange(false)}
            />
          ) : null
        }
        chip={
          known.length === 0 ? (
            <FilterChip
              aria-label={say('analysis.well.change', { well: label, value: say('analysis.well.onlyAll') })}
              onPress={() => onOpenChange(true)}
              value={say('analysis.well.onlyAll')}
            />
          ) : (
            <IconButton icon="add" kbd="K" label={say('analysis.well.columnsAdd')} onPress={() => onOpenChange(true)} size="small" />
          )
        }
      />
    </div>
  );
}
