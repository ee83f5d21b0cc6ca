import { useEffect, useRef } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { localised } from '../../../shared/model/text.ts';
import { takesAnswer } from '../../../shared/model/questionnaire.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './EntryEnd.module.css';
import { needsLook } from './entry-model.ts';
import type { EntryActions } from './use-entry-actions.ts';
import type { Entry } from './use-entry.ts';

export interface EntryEndProps {
  readonly entry: Entry;
  readonly actions: EntryActions;
  readonly isCurrent: boolean;
  readonly onComplete: () => void;
  readonly onEndPartial: () => void;
  readonly onLeave: () => void;
}

/** Below this share of the questions asked, ending as partial is offered first (AAPOR's usual bound for a complete interview). */
const completeShare = 0.8;

/** The last page: what is unanswered or to be looked at, and the ways to end. */
export function EntryEnd({ entry, actions, isCurrent, onComplete, onEndPartial, onLeave }: EntryEndProps) {
  const say = useText();
  const block = useRef<HTMLDivElement>(null);
  const { model } = entry;
  const isAway = entry.stay.isGoToOpen;
  useEffect(() => {
    if (isCurrent && !isAway) block.current?.focus({ preventScroll: true });
  }, [isCurrent, isAway]);
  if (!isCurrent) {
    return (
      <button className={styles.row} onClick={() => actions.goTo(null)} tabIndex={-1} type="button">
        {say('interviews.end.title')}
      </button>
    );
  }
  const asked = model.questions.filter((question) => model.asked.has(question.id) && takesAnswer(question));
  const open = asked.filter((question) => needsLook(model, question));
  const done = asked.filter((question) => model.valueOf(question.id) !== null).length;
  const isUnderWay = ['started', 'partial'].includes(model.interview.status);
  const isEnough = asked.length === 0 || done / asked.length >= completeShare;
  return (
    <div aria-labelledby="entry-end" className={styles.block} data-current="" ref={block} role="group" tabIndex={0}>
      <h2 className={styles.title} id="entry-end">
        {say('interviews.end.title')}
      </h2>
      <p>{say('interviews.end.done', { done, of: asked.length })}</p>
      {open.length === 0 ? <p>{say('interviews.end.allAnswered')}</p> : <Unfinished entry={entry} open={open} />}
      <div className={styles.actions}>
        {isUnderWay ? (
          <>
            <Button onPress={onEndPartial} variant={isEnough ? 'normal' : 'main'}>
              {say('interviews.end.partial')}
            </Button>
            <Button kbd={printedKey('Mod+Enter', platform)} onPress={onComplete} variant={isEnough ? 'main' : 'normal'}>
              {say('interviews.end.complete')}
            </Button>
          </>
        ) : (
          <Button onPress={onLeave} variant="main">
            {say('interviews.entry.toList')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Unfinished({ entry, open }: { readonly entry: Entry; readonly open: ReturnType<typeof asList> }) {
  const say = useText();
  const { model, language } = entry;
  return (
    <>
      <h3 className={styles.heading}>{say('interviews.end.open', { count: open.length })}</h3>
      <ul className={styles.open}>
        {open.map((question) => (
          <li key={question.id}>
            <button className={styles.link} onClick={() => entry.goTo(question.id)} type="button">
              <span className={styles.number}>{question.number}</span>
              <span lang={language}>{localised(question.wording, language)}</span>
              {model.valueOf(question.id) === null ? null : <Icon name="softCheck" size={14} tone="warn" />}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function asList(entry: Entry) {
  return entry.model.questions;
}
