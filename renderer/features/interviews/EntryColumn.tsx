import { useEffect, useRef, type KeyboardEvent } from 'react';
import { localised } from '../../../shared/model/text.ts';
import type { Section } from '../../../shared/model/questionnaire.ts';
import { hasCaret, useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { CurrentQuestion } from './CurrentQuestion.tsx';
import styles from './Entry.module.css';
import { EntryEnd } from './EntryEnd.tsx';
import { EntryKeys } from './EntryKeys.tsx';
import { EntryRow } from './EntryRow.tsx';
import { readKey } from './entry-keys.ts';
import { sectionProgress } from './entry-model.ts';
import { GoToQuestion } from './GoToQuestion.tsx';
import type { Draft } from './use-draft.ts';
import type { EntryActions } from './use-entry-actions.ts';
import { useHeldKeys } from './use-held-keys.ts';
import type { Entry } from './use-entry.ts';

export interface EntryColumnProps {
  readonly entry: Entry;
  readonly draft: Draft;
  readonly actions: EntryActions;
  readonly onComplete: () => void;
  readonly onEndPartial: () => void;
  readonly onLeave: () => void;
}

/** The column: answered rows above, the current question ringed, the next ones below; and its keys. */
export function EntryColumn({ entry, draft, actions, onComplete, onEndPartial, onLeave }: EntryColumnProps) {
  const { model, current, stay } = entry;
  useHeldKeys(entry, draft, actions);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[data-own-keys]') !== null)) return;
    const field = hasCaret(event.target);
    const isNumberField = field && current?.type === 'number';
    const isEmpty = field && draft.text === '';
    const place = {
      hasCaret: field,
      isNumberField,
      isEmpty,
      isEmptyLine: isEmpty && current?.type === 'date',
      isChoice: (current?.options.length ?? 0) > 0,
    };
    const action = readKey(event.nativeEvent, place);
    if (action !== null && actions.perform(action)) event.preventDefault();
  };
  useCommand('entry.nextOpen', () => actions.perform({ do: 'open', by: 1 }));
  useCommand('entry.previousOpen', () => actions.perform({ do: 'open', by: -1 }));
  useCommand('entry.remark', () => actions.perform({ do: 'remark' }), current !== null);
  useCommand('entry.languageBoth', entry.nextLanguage);
  useCommand('entry.done', () => actions.perform({ do: 'done' }));
  useCommand('entry.endPartial', onEndPartial);
  useCommand('goTo', actions.openGoTo);
  const scroll = useCentred(current?.id ?? '');
  return (
    <div className={styles.main} data-density="comfortable">
      <StateBanner entry={entry} />
      {stay.isGoToOpen ? <GoToQuestion entry={entry} onGo={actions.goTo} /> : null}
      {/* Keys bubble here from the question and its parts; the column itself is no widget. */}
      <div className={styles.column} onKeyDown={onKeyDown} ref={scroll} role="presentation">
        {model.version.sections.map((section) => (
          <SectionRows actions={actions} draft={draft} entry={entry} key={section.id} section={section} />
        ))}
        <EntryEnd
          actions={actions}
          entry={entry}
          isCurrent={current === null}
          onComplete={onComplete}
          onEndPartial={onEndPartial}
          onLeave={onLeave}
        />
        <div className={styles.room} />
      </div>
      <EntryKeys entry={entry} />
    </div>
  );
}

interface SectionRowsProps {
  readonly entry: Entry;
  readonly section: Section;
  readonly draft: Draft;
  readonly actions: EntryActions;
}

function SectionRows({ entry, section, draft, actions }: SectionRowsProps) {
  const say = useText();
  const { model, current, language } = entry;
  const { done, of } = sectionProgress(model, section.questions);
  const isHere = current !== null && section.questions.includes(current);
  return (
    <section aria-label={localised(section.title, language)}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle} lang={language}>
          {localised(section.title, language)}
        </h2>
        <span className={styles.sectionCount}>
          {done === of && !isHere ? say('interviews.entry.sectionAnswered') : say('interviews.entry.sectionDone', { done, of })}
        </span>
      </div>
      {section.questions.map((question) =>
        question === current ? (
          <CurrentQuestion actions={actions} draft={draft} entry={entry} key={question.id} question={question} />
        ) : (
          <EntryRow entry={entry} key={question.id} onGo={() => actions.goTo(question.id)} question={question} />
        ),
      )}
    </section>
  );
}

function StateBanner({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { interview } = entry.model;
  if (interview.isWithdrawn) return <Banner icon="locked" title={say('interviews.entry.withdrawn')} tone="bad" />;
  if (interview.status === 'started' || interview.status === 'partial') return null;
  return (
    <Banner icon="done" title={say('interviews.entry.isStatus', { status: say(`interviews.status.${interview.status}`) })} tone="neutral">
      {say('interviews.entry.changesNeedReason')}
    </Banner>
  );
}

/** Keeps what is current at about a third of the column's height: the column moves, not the question. */
function useCentred(key: string) {
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const centre = (): void => centreIn(scroll.current);
    centre();
    window.addEventListener('resize', centre);
    return () => window.removeEventListener('resize', centre);
  }, [key]);
  return scroll;
}

function centreIn(column: HTMLDivElement | null): void {
  const block = column?.querySelector<HTMLElement>('[data-current]');
  if (column === null || block === null || block === undefined) return;
  const room = column.clientHeight - block.offsetHeight;
  column.scrollTo({ top: block.offsetTop - Math.max(16, Math.min(column.clientHeight * 0.36, room - 16)) });
  // In one column (200 % and more) the whole page scrolls, not the column.
  block.scrollIntoView({ block: 'nearest' });
}
