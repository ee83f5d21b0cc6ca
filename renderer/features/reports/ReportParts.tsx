import { useQuery } from '@tanstack/react-query';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import styles from './ReportParts.module.css';

/** The parts a report consists of, in their order; nothing for one that has none. */
export function ReportParts({ projectId, reportId }: { readonly projectId: ProjectId; readonly reportId: string }) {
  const say = useText();
  const { data } = useQuery(orpc.reports.list.queryOptions({ input: { projectId } }));
  const report = data?.reports.find(({ id }) => id === reportId);
  if (report === undefined || report.blocks.length === 0) return null;
  return (
    <section>
      <h3>{say('reports.parts')}</h3>
      <ol className={styles.parts}>
        {report.blocks.map((block, index) => (
          // The parts have no names of their own and are not reordered here.
          // oxlint-disable-next-line react/no-array-index-key -- see above
          <li data-kind={block.kind} key={index}>
            <span className={styles.kind}>{say(`reports.block.${block.kind}`)}</span>
            {block.text === null ? null : <span lang={report.language}>{block.text}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
