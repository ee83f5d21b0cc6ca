import { useRef, type KeyboardEvent } from 'react';
import { hasCaret, useCommand } from '../../lib/commands.tsx';
import { preferences } from '../../lib/preferences.ts';
import type { NameOf } from './answer-sentence.ts';
import styles from './Entry.module.css';
import { EntryBanner } from './EntryBanner.tsx';
import { EntryEnd } from './EntryEnd.tsx';
import { EntryKeys } from './EntryKeys.tsx';
import { EntrySection } from './EntrySection.tsx';
import { readKey, type KeyPlace } from './entry-keys.ts';
import { GoToQuestion } from './GoToQuestion.tsx';
import { useCentred } from './use-centred.ts';
import { useHeldKeys } from './use-held-keys.ts';
import { useEntryAhead } from './use-entry-ahead.ts';
import type { Entry, EntryHandle } from './use-entry.ts';
import { useLettingGo } from './use-question-focus.ts';
import type { Registers } from './use-registers.ts';
import { WordsConflicts } from './WordsConflicts.tsx';

export interface EntryColumnProps {
  readonly handle: EntryHandle;
  readonly registers: Registers;
  readonly nameOf: NameOf;
  readonly isSamePerson: boolean;
  readonly onEnd: () => void;
  readonly onEndPartial: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** The column: answered rows above, the current question ringed, the next ones below; and its keys. */
export function EntryColumn({ handle, registers, nameOf, isSamePerson, onEnd, onEndPartial, onLeave }: EntryColumnProps) {
  const entry = useEntryAhead(handle);
  const { spot, stay, actions, model } = entry;
  const column = useRef<HTMLDivElement>(null);
  useHeldKeys(entry);
  useCentred(column, spot?.key ?? '');
  useLettingGo(column, handle.desk);
  useEntryCommands(entry, onEndPartial);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[data-own-keys]') !== null)) return;
    const action = readKey(event.nativeEvent, placeOfKey(event.target, entry));
    if (action !== null && actions.perform(action)) event.preventDefault();
  };
  return (
    <div className={styles.main} data-density="comfortable" data-second={entry.isSecond || undefined}>
      <EntryBanner entry={entry} isSamePerson={isSamePerson} />
      <WordsConflicts entry={entry} />
      {stay.isGoToOpen ? <GoToQuestion entry={entry} /> : null}
      {/* Keys bubble here from the question and its parts; the column itself is no widget. */}
      <div className={styles.column} onKeyDown={onKeyDown} ref={column} role="presentation">
        {model.layout.sections.map((section) => (
          <EntrySection entry={entry} key={section.section.id} nameOf={nameOf} registers={registers} section={section} />
        ))}
        <EntryEnd entry={entry} onEnd={onEnd} onEndPartial={onEndPartial} onLeave={onLeave} />
        <div className={styles.room} />
      </div>
      <EntryKeys entry={entry} />
    </div>
  );
}

/** Where a key was pressed: what the caret, the field and the question make of it. */
function placeOfKey(target: EventTarget, { spot }: Entry): KeyPlace {
  const field = hasCaret(target);
  const text = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
  const isAnswerField = target instanceof HTMLElement && target.dataset['answerField'] !== undefined;
  const isEmpty = field && text === '';
  return {
    hasCaret: field,
    isNumberField: isAnswerField && spot?.question.type === 'number',
    isEmpty,
    isEmptyLine: isEmpty && target instanceof HTMLInputElement,
    isChoice: !field,
    enterMakesLine: target instanceof HTMLTextAreaElement && preferences.get().enterInText === 'line',
  };
}

function useEntryCommands({ actions, spot, desk, model }: Entry, onEndPartial: (() => void) | undefined): void {
  const isFirst = desk.pass.first !== null;
  useCommand('entry.nextOpen', () => actions.perform({ do: 'open', by: 1 }));
  useCommand('entry.previousOpen', () => actions.perform({ do: 'open', by: -1 }));
  useCommand('entry.remark', () => actions.perform({ do: 'remark' }), spot !== null && isFirst);
  useCommand('entry.languageBoth', actions.nextLanguage, model.version.languages.length > 1);
  useCommand('entry.done', () => actions.perform({ do: 'done' }));
  useCommand('entry.newRound', () => actions.perform({ do: 'newRound' }), isInRepeat(spot));
  useCommand('entry.removeRound', () => actions.perform({ do: 'removeRound' }), spot?.turn?.questionId != null);
  useCommand('entry.endPartial', () => onEndPartial?.(), onEndPartial !== undefined);
  useCommand('goTo', actions.openGoTo);
}

function isInRepeat(spot: Entry['spot']): boolean {
  return spot?.kind === 'more' || spot?.turn?.questionId != null;
}
