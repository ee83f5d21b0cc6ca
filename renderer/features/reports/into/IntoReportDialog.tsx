import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { printedKey } from '../../../../shared/commands/keys.ts';
import type { KeepExhibit } from '../../../../shared/contract/analysis-exhibits.ts';
import type { NewBlock } from '../../../../shared/contract/reports.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { client, orpc } from '../../../lib/client.ts';
import { Loaded } from '../../../lib/Loaded.tsx';
import { platform } from '../../../lib/platform.ts';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { PickList } from '../PickList.tsx';
import styles from './into.module.css';

/** What is put in. */
export type IntoBlock = Pick<NewBlock, 'kind'> & Partial<NewBlock>;

interface IntoReportDialogProps {
  readonly projectId: ProjectId;
  /** The blocks to put in, in their order. */
  readonly blocks: readonly IntoBlock[];
  /** A table that is kept in the same step, for the exhibit that names none. */
  readonly keep?: KeepExhibit;
  readonly onClose: () => void;
}

type Places = Awaited<ReturnType<typeof client.reports.places>>['places'];

const end = 'end';

/** Which report, and where in it. What was used last is marked, so that Enter is enough. */
export function IntoReportDialog({ projectId, onClose, ...what }: IntoReportDialogProps) {
  const say = useText();
  const query = useQuery(orpc.reports.places.queryOptions({ input: { projectId } }));
  return (
    <Dialog
      actions={<Button onPress={onClose}>{say('app.cancel')}</Button>}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('reports.into.title')}
    >
      <Loaded query={query}>
        {({ places }) =>
          places.length === 0 ? <NoReports projectId={projectId} /> : <Choice {...what} onClose={onClose} places={places} />
        }
      </Loaded>
    </Dialog>
  );
}

function NoReports({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  return (
    <div className={styles.form}>
      <p>{say('reports.into.none')}</p>
      <p className={styles.quiet}>{say('reports.into.noneHow')}</p>
      <p>
        <Link params={{ project: projectId }} to="/projects/$project/reports">
          {say('reports.into.toReports')}
        </Link>
      </p>
    </div>
  );
}

interface ChoiceProps extends Pick<IntoReportDialogProps, 'blocks' | 'keep' | 'onClose'> {
  readonly places: Places;
}

function Choice({ places, blocks, keep, onClose }: ChoiceProps) {
  const say = useText();
  const save = useSave();
  const [reportId, setReportId] = useState((places.find(({ isLast }) => isLast) ?? places[0])?.reportId ?? '');
  const [isUnderWay, setUnderWay] = useState(false);
  const place = places.find((one) => one.reportId === reportId) ?? places[0];
  if (place === undefined) return null;
  const last = place.headings.find(({ isLast }) => isLast)?.blockId;
  async function putIn(headingId: string): Promise<void> {
    if (place === undefined || isUnderWay) return;
    setUnderWay(true);
    const heading = place.headings.find(({ blockId }) => blockId === headingId);
    const done = await save(() =>
      client.reports.insertInSection({
        reportId: place.reportId,
        headingId: heading?.blockId ?? null,
        blocks: blocks.map(whole),
        ...(keep === undefined ? {} : { keep }),
      }),
    );
    setUnderWay(false);
    if (done === undefined) return;
    onClose();
    const section =
      heading === undefined ? say('reports.into.end') : [heading.number ?? '', heading.text].filter((part) => part !== '').join(' ');
    notice.set({
      text: say('reports.into.done', { title: place.title, section, undo: printedKey('Mod+Z', platform) }),
      tone: 'neutral',
    });
  }
  return (
    <div className={styles.form}>
      {places.length < 2 ? (
        <p>
          <strong lang={place.language}>{place.title}</strong>
        </p>
      ) : (
        <Select
          label={say('reports.into.report')}
          onChange={setReportId}
          options={places.map((one) => ({ id: String(one.reportId), label: one.title }))}
          value={String(reportId)}
        />
      )}
      <PickList
        chosen={last}
        key={place.reportId}
        label={say('reports.into.section')}
        onPick={(id) => void putIn(id)}
        options={[
          ...place.headings.map(({ blockId, number, text, level }) => ({
            id: blockId,
            label: text,
            lang: place.language,
            indent: level - 1,
            ...(number === null ? {} : { mark: number }),
          })),
          { id: end, label: say('reports.into.end') },
        ]}
      />
    </div>
  );
}

function whole({ kind, ...rest }: IntoBlock): NewBlock {
  return { kind, body: '', options: {}, exhibitId: null, quoteId: null, findingId: null, attachmentId: null, ...rest };
}
