import { type KeyboardEvent, useRef, useState } from 'react';
import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { isCommand } from '../../lib/commands.tsx';
import { useContent, useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import styles from './wells.module.css';
import { useDropTarget } from './drop-target.ts';
import { ExpressionBox } from './ExpressionBox.tsx';
import { addFilter, filterChoices, filterParts, removeFilter } from './filter-choices.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { variableLabel } from './variable-words.ts';
import type { ViewChange, ViewState } from './view-state.ts';
import { WellBox } from './WellBox.tsx';
import { WellPlace } from './WellPlace.tsx';

interface FilterWellProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly all: readonly AnalysisVariable[];
  readonly waves: readonly { readonly id: string; readonly name: string }[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Whose answers are counted: a round, answers to a question, or an expression; each is a chip that Delete takes out. */
export function FilterWell({ state, change, all, waves, isOpen, onOpenChange }: FilterWellProps) {
  const say = useText();
  const content = useContent();
  const place = useRef<HTMLDivElement>(null);
  const [isWriting, setWriting] = useState(false);
  // A variable dropped here asks which of its answers.
  const [only, setOnly] = useState<string | null>(null);
  useReturnFocus(isOpen || isWriting, place, 'button');
  const words = { labelOf: (variable: AnalysisVariable) => variableLabel(variable, say, content), content };
  const parts = filterParts(state, all, waves, words);
  const choices = filterChoices(all, waves, words).filter(
    ({ id }) => only === null || (only === 'wave' ? id.startsWith('wave:') : id.startsWith(`${only}:`)),
  );
  const drop = useDropTarget(['variable'], (dragged) => {
    if (dragged.kind !== 'variable') return;
    setOnly(dragged.id);
    onOpenChange(true);
  });
  const close = (): void => {
    setOnly(null);
    onOpenChange(false);
  };
  const label = say('analysis.well.filter');
  function onKey(event: KeyboardEvent, kind: 'wave' | 'answers' | 'where'): void {
    if (!isCommand(event.nativeEvent, 'analysis.remove')) return;
    event.preventDefault();
    event.stopPropagation();
    change(removeFilter(kind));
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('button')?.focus());
  }
  return (
    <div className={styles.well} ref={place} {...drop}>
      <span aria-hidden className={styles.wellLabel}>
        {label}
      </span>
      {parts.map(({ kind, label: name }) => (
        <span className={styles.part} key={kind} onKeyDownCapture={(event) => onKey(event, kind)}>
          <FilterChip
            aria-label={
              kind === 'where' ? say('analysis.well.expressionSpoken', { where: name }) : say('analysis.well.filterSpoken', { name })
            }
            hasMenu={kind === 'where'}
            onPress={() => (kind === 'where' ? setWriting(true) : onOpenChange(true))}
            value={name}
          />
          <IconButton icon="close" label={say('analysis.well.remove')} onPress={() => change(removeFilter(kind))} size="small" />
        </span>
      ))}
      <WellPlace
        box={
          isOpen ? (
            <WellBox
              choices={choices}
              label={label}
              lastChoice={only === null ? { id: 'where', label: say('analysis.well.expression'), name: '' } : undefined}
              onChoose={(id) => {
                close();
                if (id === 'where') setWriting(true);
                else change(addFilter(state, id, all));
              }}
              onClose={close}
            />
          ) : null
        }
        chip={
          parts.length === 0 ? (
            <FilterChip
              aria-label={say('analysis.well.change', { well: label, value: say('analysis.well.everyone') })}
              onPress={() => onOpenChange(true)}
              value={say('analysis.well.everyone')}
            />
          ) : (
            <IconButton icon="add" kbd="F" label={say('analysis.well.filterAdd')} onPress={() => onOpenChange(true)} size="small" />
          )
        }
      />
      <Popover isOpen={isWriting} label={say('analysis.where.title')} onOpenChange={setWriting} triggerRef={place}>
        <ExpressionBox
          onCancel={() => setWriting(false)}
          onUse={(where) => {
            setWriting(false);
            change({ where: where === '' ? undefined : where });
          }}
          value={state.where ?? ''}
          variables={all.filter(({ isInRounds }) => !isInRounds)}
        />
      </Popover>
    </div>
  );
}
