import { useLayoutEffect, useRef } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { localised } from '../../../shared/model/text.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './EntryEnd.module.css';
import { filledAt } from './entry-filled.ts';
import { needsLook, progressOf, valueAt } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import type { Entry } from './use-entry.ts';

export interface EntryEndProps {
  readonly entry: Entry;
  readonly onEnd: () => void;
  readonly onEndPartial: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** The last page: what is unanswered or to be looked at, and the ways to end. Under the project's limit of complete, partial is offered first. */
export function EntryEnd({ entry, onEnd, onEndPartial, onLeave }: EntryEndProps) {
  const say = useText();
  const block = useRef<HTMLDivElement>(null);
  const { model, stay, actions, spot, isSecond } = entry;
  const isCurrent = spot === null;
  useLayoutEffect(() => {
    if (isCurrent && !stay.isGoToOpen) block.current?.focus({ preventScroll: true });
  }, [isCurrent, stay.isGoToOpen]);
  if (!isCurrent) {
    return (
      <button className={styles.row} onClick={() => actions.goTo(null)} tabIndex={-1} type="button">
        {say('interviews.end.title')}
      </button>
    );
  }
  const open = model.layout.spots.filter((one) => needsLook(model, one) || entry.conflicts.has(one.key));
  const { done, of } = progressOf(model, model.layout.spots);
  const isUnderWay = ['started', 'partial'].includes(model.interview.status);
  const isEnough = done * 100 >= of * model.interview.completeFrom;
  const isEndable = isSecond || isUnderWay;
  return (
    <div aria-labelledby="entry-end" className={styles.block} data-current="" ref={block} role="group" tabIndex={0}>
      <h2 className={styles.title} id="entry-end">
        {say('interviews.end.title')}
      </h2>
      <p>{say('interviews.end.done', { done, of })}</p>
      {open.length === 0 ? <p>{say('interviews.end.allAnswered')}</p> : null}
      <div className={styles.actions}>
        {isEndable && onEndPartial !== undefined ? (
          <Button onPress={onEndPartial} variant={isEnough ? 'normal' : 'main'}>
            {say('interviews.end.partial')}
          </Button>
        ) : null}
        {isEndable ? (
          <Button kbd={printedKey('Mod+Enter', platform)} onPress={onEnd} variant={isEnough || isSecond ? 'main' : 'normal'}>
            {say(isSecond ? 'entry.second.finish' : 'interviews.end.complete')}
          </Button>
        ) : (
          <Button onPress={onLeave} variant="main">
            {say('interviews.entry.toList')}
          </Button>
        )}
      </div>
      {open.length === 0 ? null : <Unfinished entry={entry} open={open} />}
    </div>
  );
}

function Unfinished({ entry, open }: { readonly entry: Entry; readonly open: readonly Spot[] }) {
  const say = useText();
  const { model, language, actions, desk } = entry;
  return (
    <>
      <h3 className={styles.heading}>{say('interviews.end.open', { count: open.length })}</h3>
      <ul className={styles.open}>
        {open.map((spot) => (
          <li key={spot.key}>
            <button className={styles.link} onClick={() => actions.goTo(spot.key)} type="button">
              <span className={styles.number}>{spot.question.number}</span>
              <span lang={language}>{localised(filledAt(model, spot, { language, say, nameOf: desk.nameOf }).wording, language)}</span>
              {valueAt(model, spot) === null && !entry.conflicts.has(spot.key) ? null : <Icon name="softCheck" size={14} tone="warn" />}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
