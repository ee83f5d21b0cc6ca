import { useQuery } from '@tanstack/react-query';
import type { FrameworkScope } from '../../../shared/contract/framework.ts';
import { client, orpc } from '../../lib/client.ts';
import { ExportDialog } from '../../lib/dialogs/ExportDialog.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { runJob } from '../../lib/run-job.ts';
import { useContent, useText } from '../../lib/text.ts';
import styles from './framework.module.css';

export interface MatrixExportDialogProps {
  readonly scope: FrameworkScope;
  readonly onClose: () => void;
}

/** The matrix as a file. Where its rows are of few it is an internal document, for somebody who is named. */
export function MatrixExportDialog({ scope, onClose }: MatrixExportDialogProps) {
  const say = useText();
  const content = useContent();
  const query = useQuery(orpc.framework.fileCheck.queryOptions({ input: scope }));
  return (
    <ExportDialog
      canLeave={(query.data?.rows ?? 0) > 0}
      formats={['docx', 'xlsx']}
      hasPurpose
      isNeeded={query.data?.isInternal === true}
      isReady={query.data !== undefined}
      onClose={onClose}
      run={(order, { signal, onProgress }) => runJob(client.framework.export({ ...scope, ...order }, { signal }), onProgress)}
      title={say('framework.export')}
    >
      <Loaded query={query}>
        {({ rows, notDone, threshold, isInternal, withheld }) => (
          <div className={styles.form}>
            {rows === 0 ? (
              <p>{say('framework.export.nothing', { threshold })}</p>
            ) : (
              <p className={styles.quiet}>{say('framework.export.holds', { rows, notDone })}</p>
            )}
            {isInternal ? (
              <p>
                <strong>{say('framework.export.internal')}.</strong> {say('framework.export.internalWhy', { threshold })}
              </p>
            ) : null}
            {withheld.length === 0 ? null : (
              <p>
                {say('framework.export.withheld', {
                  n: withheld.length,
                  threshold,
                  answers: withheld.map((answer) => content(answer)).join(', '),
                })}
              </p>
            )}
          </div>
        )}
      </Loaded>
    </ExportDialog>
  );
}
