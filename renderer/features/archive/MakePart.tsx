import { useState } from 'react';
import type { ProjectEnd } from '../../../shared/contract/archive.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useDates } from '../../lib/dates.ts';
import { desktop } from '../../lib/pipe.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './archive.module.css';
import { PapersField } from './PapersField.tsx';
import { SaveArchive } from './SaveArchive.tsx';
import { useArchive, type ArchiveOrder } from './use-archive.ts';

/** Makes the archive package: who gets it and why, finished papers beside it, and what it can be known by. */
export function MakePart({ projectId, overview }: { readonly projectId: ProjectId; readonly overview: ProjectEnd }) {
  const say = useText();
  const dates = useDates();
  const [order, setOrder] = useState<ArchiveOrder>({ recipient: '', reason: '', identifiers: false, papers: [] });
  const [isTried, setTried] = useState(false);
  const { state, start, cancel } = useArchive(projectId);
  const isFree = state.kind === 'asking' || state.kind === 'done';
  const lacks = (text: string) => (isTried && text.trim() === '' ? { error: say('archive.needed') } : {});
  function begin(): void {
    setTried(true);
    if (order.recipient.trim() !== '' && order.reason.trim() !== '' && isFree) void start(order);
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('archive.make.title')}</h2>
      <p>{say('archive.make.what')}</p>
      <p className={styles.quiet}>{say(desktop === null ? 'archive.make.noPrints' : 'archive.make.prints')}</p>
      <StatusText icon="softCheck" tone="warn">
        {say('archive.make.personal')}
      </StatusText>
      <TextField
        label={say('export.recipient')}
        maxLength={200}
        onChange={(recipient) => setOrder({ ...order, recipient })}
        value={order.recipient}
        {...lacks(order.recipient)}
      />
      <TextField
        label={say('archive.reason')}
        maxLength={500}
        onChange={(reason) => setOrder({ ...order, reason })}
        value={order.reason}
        {...lacks(order.reason)}
      />
      <Checkbox isSelected={order.identifiers} onChange={(identifiers) => setOrder({ ...order, identifiers })}>
        {say('archive.identifiers')}
      </Checkbox>
      <PapersField onChange={(papers) => setOrder({ ...order, papers })} papers={order.papers} />
      {state.kind === 'printing' || state.kind === 'running' ? (
        <div className={styles.row}>
          {state.kind === 'printing' ? (
            <ProgressBar
              label={say('archive.make.title')}
              max={state.of}
              showsText
              text={say('archive.make.printing', { at: state.at, of: state.of, title: state.title })}
              value={state.at - 1}
            />
          ) : (
            <ProgressBar
              label={say('archive.make.title')}
              max={state.of}
              showsText
              text={say('archive.make.running', { done: state.done, of: state.of })}
              value={state.done}
            />
          )}
          <Button onPress={cancel}>{say('archive.make.cancel')}</Button>
        </div>
      ) : (
        <div>
          <Button icon="export" onPress={begin} variant={state.kind === 'done' ? 'normal' : 'main'}>
            {say('archive.make.start')}
          </Button>
        </div>
      )}
      {state.kind === 'asking' && state.notPrinted !== undefined ? (
        <p className={styles.bad} role="alert">
          {say('archive.make.notPrinted', { title: state.notPrinted })}
        </p>
      ) : null}
      {state.kind === 'done' ? <SaveArchive made={state.made} /> : null}
      {overview.archives.length === 0 ? null : (
        <>
          <h3 className={styles.heading}>{say('archive.made')}</h3>
          <ul className={styles.list}>
            {overview.archives.map(({ releaseNumber, madeAt, recipient, sha256 }) => (
              <li key={releaseNumber}>
                {say('archive.made.line', { number: releaseNumber, day: dates.day(madeAt), recipient })}
                <div className={styles.hash}>{say('archive.sha256', { sha256 })}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
