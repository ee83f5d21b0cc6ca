import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { FailureLine } from '../../ui/failure-line/FailureLine.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { emptyOrder, isWhole, mayGo, orderAsLast, refusalOf, type RawOrder } from './raw-order.ts';
import styles from './RawExport.module.css';
import { RawFiles } from './RawFiles.tsx';
import { RawForm } from './RawForm.tsx';
import { useRawCheck } from './use-raw-check.ts';
import { useRawExport } from './use-raw-export.ts';

interface RawExportDialogProps {
  readonly projectId: ProjectId;
  readonly onClose: () => void;
}

/** Asks what the data are for, what goes into them, who gets them and why; makes the files, and hands them over. */
export function RawExportDialog({ projectId, onClose }: RawExportDialogProps) {
  const say = useText();
  const language = useLanguage();
  const { data, error } = useQuery(orpc.rawExport.versions.queryOptions({ input: { projectId } }));
  const [changed, setChanged] = useState<RawOrder | null>(null);
  const [isTried, setTried] = useState(false);
  const work = useRawExport(projectId);
  const order = changed ?? orderAsLast(emptyOrder(language), data?.last ?? null);
  const versions = data?.versions ?? [];
  const version = versions.find(({ id }) => id === order.versionId) ?? versions[0];
  const { check, error: unchecked } = useRawCheck(projectId, version?.id ?? null, order);
  const { state } = work;
  const unread = error ?? unchecked;
  const refusal = check === undefined ? null : refusalOf(order, check);
  const problem = state.kind === 'asking' ? (state.problem ?? (unread === null ? null : spoken(unread))) : null;
  function start(): void {
    setTried(true);
    const isReady = isWhole(order) && check !== undefined && mayGo(order, check);
    if (version !== undefined && isReady && state.kind !== 'running') void work.start({ ...order, versionId: version.id });
  }
  return (
    <Dialog
      actions={
        state.kind === 'done' ? (
          <Button onPress={onClose} variant="main">
            {say('rawExport.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{say('rawExport.cancel')}</Button>
            <Button
              isDisabled={state.kind === 'running' || version === undefined || refusal !== null}
              onPress={start}
              reason={refusal === null ? '' : say(`rawExport.refused.${refusal}`)}
              variant="main"
            >
              {say('rawExport.confirm')}
            </Button>
          </>
        )
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('rawExport.title')}
    >
      <div className={styles.form}>
        {state.kind === 'done' ? (
          <RawFiles files={state.files} releaseNumber={state.releaseNumber} />
        ) : data !== undefined && version === undefined ? (
          <p>{say('rawExport.none')}</p>
        ) : (
          <RawForm
            check={check}
            hasWeights={data?.hasWeights ?? false}
            isTried={isTried}
            onChange={setChanged}
            onEnter={start}
            order={order}
            versionId={version?.id ?? null}
            versions={versions}
          />
        )}
        {state.kind === 'running' ? (
          <ProgressBar
            label={say('rawExport.title')}
            max={state.of}
            showsText
            text={say('rawExport.running', { done: state.done, of: state.of })}
            value={state.done}
          />
        ) : null}
        <FailureLine text={problem === null ? null : say.any(problem.message, problem.params)} />
      </div>
    </Dialog>
  );
}
