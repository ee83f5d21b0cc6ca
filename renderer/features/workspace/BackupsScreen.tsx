import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BackupInfo } from '../../../shared/contract/workspace.ts';
import { client, orpc } from '../../lib/client.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { formatDay, formatNumber, formatTime } from '../../lib/format.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './workspace.module.css';

/** The verified copies beside the file, and the way back to one of them. */
export function BackupsScreen() {
  const say = useText();
  const save = useSave();
  const { data, isPending } = useQuery(orpc.workspace.listBackups.queryOptions({ input: {} }));
  const makeCopy = useOneAtATime(async () => {
    await save(() => client.workspace.makeBackup({}));
  });
  const make = (
    <Button onPress={() => void makeCopy()} variant="main">
      {say('backups.make')}
    </Button>
  );
  const restore = useOneAtATime(async (file: string) => {
    const restored = await save(() => client.workspace.restoreBackup({ file }));
    if (restored !== undefined) notice.set({ text: say('backups.restored'), tone: 'neutral' });
  });
  return (
    <div className={styles.page}>
      <PageHeader actions={make} facts={say('backups.facts')} title={say('backups.title')} />
      <p className={styles.note}>
        <Link to="/merge">{say('merge.title')}</Link>
      </p>
      {isPending ? <LoadingState>{say('app.connecting')}</LoadingState> : null}
      {data?.backups.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState what={say('backups.empty')} />
        </div>
      ) : null}
      {data === undefined || data.backups.length === 0 ? null : (
        <BackupTable backups={data.backups} onRestore={(file) => void restore(file)} />
      )}
    </div>
  );
}

function BackupTable({ backups, onRestore }: { readonly backups: readonly BackupInfo[]; readonly onRestore: (file: string) => void }) {
  const say = useText();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('backups.madeAt')}</th>
          <th scope="col">{say('backups.reason')}</th>
          <th className="num" scope="col">
            {say('backups.size')}
          </th>
          <th aria-label={say('backups.restore')} scope="col" />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.file}>
            <th scope="row">
              {formatDay(backup.madeAt, language)}, {formatTime(backup.madeAt, language)}
            </th>
            <td>{say.any(`backups.reason.${backup.reason}`)}</td>
            <td className="num">{formatNumber(backup.byteCount / 1_000_000, language, 1)} MB</td>
            <td>
              <Button onPress={() => onRestore(backup.file)} size="bar">
                {say('backups.restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
