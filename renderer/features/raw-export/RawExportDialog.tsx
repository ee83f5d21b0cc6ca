import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { emptyOrder, isWhole, knownOf, standsOut, type RawOrder } from './raw-order.ts';
import styles from './RawExport.module.css';
import { RawFiles } from './RawFiles.tsx';
import { RawForm } from './RawForm.tsx';
import { useRawExport } from './use-raw-export.ts';

interface RawExportDialogProps {
  readonly projectId: ProjectId;
  readonly onClose: () => void;
}

/** Asks what goes into the files, who gets them and why; makes them, and hands them over one by one. */
export function RawExportDialog({ projectId, onClose }: RawExportDialogProps) {
  const say = useText();
  const { data } = useQuery(orpc.rawExport.versions.queryOptions({ input: { projectId } }));
  const [order, setOrder] = useState<RawOrder>(emptyOrder);
  const [isTried, setTried] = useState(false);
  const work = useRawExport(projectId);
  const versions = data?.versions ?? [];
  const version = versions.find(({ id }) => id === order.versionId) ?? versions[0];
  const check = useQuery({
    ...orpc.rawExport.check.queryOptions({
      input: version === undefined ? skipToken : { projectId, versionId: version.id, ...knownOf(order) },
    }),
    placeholderData: keepPreviousData,
  }).data;
  function start(): void {
    setTried(true);
    const mayGo = isWhole(order) && check !== undefined && (order.acceptsRisk || !standsOut(check));
    if (version !== undefined && mayGo && work.state.kind !== 'running') void work.start({ ...order, versionId: version.id });
  }
  const { state } = work;
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
            <Button isDisabled={state.kind === 'running' || version === undefined} onPress={start} variant="main">
              {say('rawExport.confirm')}
            </Button>
          </>
        )
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
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
            isTried={isTried}
            onChange={setOrder}
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
      </div>
    </Dialog>
  );
}
