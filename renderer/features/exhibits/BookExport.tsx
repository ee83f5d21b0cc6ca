import { useState } from 'react';
import type { TabBook } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { ExportDialog } from '../../lib/dialogs/ExportDialog.tsx';
import { runJob } from '../../lib/run-job.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import styles from './tab-book.module.css';

interface BookExportProps {
  readonly projectId: ProjectId;
  readonly book: TabBook;
  /** Tables in the book. */
  readonly count: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Made {
  readonly releaseNumber: number;
  readonly released: number;
  readonly leftOut: readonly string[];
}

/** The book as a workbook; afterwards, which tables had to stay. */
export function BookExport({ projectId, book, count, isOpen, onClose }: BookExportProps) {
  const say = useText();
  const [made, setMade] = useState<Made | null>(null);
  const title = say('exhibits.book.export');
  return (
    <>
      {isOpen ? (
        <ExportDialog
          formats={['xlsx']}
          onClose={onClose}
          run={async ({ language, recipient }, { signal, onProgress }) => {
            const to = recipient.trim();
            const order = { projectId, book: { ...book, language }, ...(to === '' ? {} : { recipient: to }) };
            const done = await runJob(client.analysis.exportTabBook(order, { signal }), onProgress);
            if (done.leftOut.length > 0) setMade(done);
            return done;
          }}
          title={title.replace(/\s*…$/u, '')}
        >
          <p>{say('exhibits.book.exportText', { n: count })}</p>
        </ExportDialog>
      ) : null}
      {made === null || isOpen ? null : <LeftOut made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function LeftOut({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const say = useText();
  return (
    <Dialog
      actions={
        <Button autoFocus onPress={onClose} variant="main">
          {say('exhibits.book.leftOutClose')}
        </Button>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('exhibits.book.leftOut', { n: made.leftOut.length })}
    >
      <p>{say('exhibits.book.leftOutText', { released: made.released, number: made.releaseNumber })}</p>
      <ul className={styles.leftOut}>
        {made.leftOut.map((title, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two questions may be called the same, and the list never changes
          <li key={`${at} ${title}`}>{title}</li>
        ))}
      </ul>
    </Dialog>
  );
}
