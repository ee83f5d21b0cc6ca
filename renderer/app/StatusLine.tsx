import { useEffect, useState } from 'react';
import { printedKey } from '../../shared/commands/keys.ts';
import { formatTime } from '../lib/format.ts';
import { platform } from '../lib/platform.ts';
import { connection, isSaving, jobs, lastDeed, notice, saveState, standing } from '../lib/status.ts';
import { useLanguage, useText } from '../lib/text.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import { Keycap } from '../ui/keycap/Keycap.tsx';
import styles from './StatusLine.module.css';
import { useNextDeeds } from './use-undo.ts';

/** What is saved, what was done last, and what is under way. Nothing here disappears before it is replaced. */
export function StatusLine({ isLost, isOpen }: { readonly isLost: boolean; readonly isOpen: boolean }) {
  const say = useText();
  const { next } = useNextDeeds(isOpen);
  const last = lastDeed.use();
  const said = notice.use();
  const running = jobs.use();
  const facts = standing.use();
  const canUndo = last?.verb === 'done' && next?.seq === last.deed.seq;
  const sentence =
    said?.text ??
    (last === null ? '' : say(canUndo ? 'app.undo' : verbs[last.verb], { what: say.any(last.deed.labelId, last.deed.params) }));
  // A new deed replaces an older sentence.
  useEffect(() => notice.set(null), [last]);
  return (
    <footer className={styles.line} data-region="status">
      <SaveWords isLost={isLost} />
      <p aria-live="polite" className={styles.deed} data-tone={said?.tone} role="status">
        <span className={styles.sentence} title={sentence}>
          {sentence}
        </span>
        {said === null && canUndo ? <Keycap isSilent keys={printedKey('Mod+Z', platform)} /> : null}
      </p>
      {running.map((job) => (
        <p className={styles.job} key={job.jobId}>
          {say.any(job.labelId)} {say('app.jobSteps', { done: job.done, of: job.of })}
          <progress aria-label={say.any(job.labelId)} className={styles.bar} max={job.of} value={job.done} />
        </p>
      ))}
      {facts.length === 0 ? null : (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </footer>
  );
}

const verbs = { done: 'app.done', undone: 'app.undone', redone: 'app.redone' } as const;

/** A change is on the disk sooner than this as a rule; one that takes longer is told of while it is under way, ms. */
const soon = 300;

function SaveWords({ isLost }: { readonly isLost: boolean }) {
  const say = useText();
  const language = useLanguage();
  const state = saveState.use();
  const isBusy = isSaving.use();
  const isLate = useLate(isBusy);
  if (isLost || connection.get() === 'lost') {
    return (
      <p className={styles.save} data-tone="bad" role="alert">
        <Icon name="softCheck" size={14} /> {say('app.lost')}
      </p>
    );
  }
  if (state.kind === 'unsaved') {
    return (
      <p className={styles.save} data-tone="bad" role="alert">
        <Icon name="stopped" size={14} /> {say.any(state.message, state.params)}
      </p>
    );
  }
  if (isLate) return <p className={styles.save}>{say('app.saving')}</p>;
  return (
    <p aria-busy={isBusy || undefined} className={styles.save} data-tone="good">
      <Icon name="saved" size={14} />
      {state.kind === 'saved' ? say('app.savedAt', { time: formatTime(state.at, language) }) : say('app.allSaved')}
    </p>
  );
}

/** True when something has gone on for a while: what is over in a moment would only flicker at every key. */
function useLate(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setLate(true), soon);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isOn]);
  return isOn && isLate;
}
