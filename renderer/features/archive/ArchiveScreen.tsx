import { useQuery } from '@tanstack/react-query';
import type { DeletionReceipt, ProjectEnd } from '../../../shared/contract/archive.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { cx } from '../../ui/cx.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './archive.module.css';
import { DeletePart } from './DeletePart.tsx';
import { MakePart } from './MakePart.tsx';
import { ReceiptPart } from './ReceiptPart.tsx';

/** The end of a project: everything that is kept outside the program, and the deletion with its receipt. */
export function ArchiveScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.archive.overview.queryOptions({ input: { projectId } }));
  const { data } = useQuery(orpc.archive.receipts.queryOptions({ input: {} }));
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <Loaded query={query}>
        {(overview) => (
          <>
            <PageHeader facts={overview.name} title={say('archive.title')} />
            <Parts key={projectId} overview={overview} projectId={projectId} receipts={data?.receipts ?? []} />
          </>
        )}
      </Loaded>
    </div>
  );
}

interface PartsProps {
  readonly overview: ProjectEnd;
  readonly projectId: ProjectId;
  readonly receipts: readonly DeletionReceipt[];
}

function Parts({ overview, projectId, receipts }: PartsProps) {
  const say = useText();
  return (
    <div className={styles.columns}>
      {overview.isDeleted ? (
        <section className={styles.section}>
          <p role="status">{say('archive.deleted')}</p>
        </section>
      ) : (
        <>
          <MakePart overview={overview} projectId={projectId} />
          <DeletePart overview={overview} projectId={projectId} />
        </>
      )}
      {receipts.length === 0 ? null : <ReceiptPart receipts={receipts} />}
    </div>
  );
}
