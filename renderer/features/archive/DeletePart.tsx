import { useState } from 'react';
import { countNames, type ProjectEnd } from '../../../shared/contract/archive.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { runJob } from '../../lib/run-job.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './archive.module.css';

/** Deletes the project for good: what goes, what stays, why, and its name typed out. */
export function DeletePart({ projectId, overview }: { readonly projectId: ProjectId; readonly overview: ProjectEnd }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { name, counts, deleteOn, archives, hasBackups } = overview;
  const isRight = typed.trim().normalize('NFC') === name.normalize('NFC') && reason.trim() !== '';
  async function remove(): Promise<void> {
    setBusy(true);
    const wanted = { projectId, typedName: typed.trim(), reason: reason.trim() };
    await save(() => runJob(client.archive.deleteProject(wanted), () => undefined));
    setBusy(false);
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('archive.delete.title')}</h2>
      {deleteOn === null ? null : <p>{say('archive.delete.due', { day: dates.day(deleteOn) })}</p>}
      <p>{say('archive.delete.what')}</p>
      <ul className={styles.counts}>
        {countNames.flatMap((kind) =>
          counts[kind] === 0 ? [] : [<li key={kind}>{say(`archive.count.${kind}`, { n: counts[kind] })}</li>],
        )}
      </ul>
      <p>{say('archive.delete.stays')}</p>
      {archives.length > 0 ? null : (
        <StatusText icon="softCheck" tone="warn">
          {say('archive.delete.noArchive')}
        </StatusText>
      )}
      {hasBackups ? <p className={styles.quiet}>{say('archive.delete.backups')}</p> : null}
      <TextField label={say('archive.delete.reason')} maxLength={500} onChange={setReason} value={reason} />
      <TextField autoComplete="off" label={say('archive.delete.typed', { name })} maxLength={200} onChange={setTyped} value={typed} />
      <div>
        <Button isDanger isDisabled={!isRight || isBusy} onPress={() => void remove()} reason={isRight ? '' : say('archive.delete.needed')}>
          {isBusy ? say('archive.delete.running') : say('archive.delete.start')}
        </Button>
      </div>
    </section>
  );
}
