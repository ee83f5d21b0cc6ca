import type { ReportRow } from '../../../shared/contract/reports.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import styles from './ReportsScreen.module.css';

/** One report: what it is, whose, and the parts it consists of. */
export function ReportDetail({ report, onClose }: { readonly report: ReportRow; readonly onClose: () => void }) {
  const say = useText();
  const dates = useDates();
  const facts = [
    { name: say('reports.kind'), value: say(`reports.kind.${report.kind}`) },
    { name: say('reports.byline'), value: report.byline },
    { name: say('reports.place'), value: report.place },
    { name: say('reports.year'), value: report.year },
    { name: say('reports.updated'), value: report.updatedOn === null ? null : dates.day(report.updatedOn) },
    { name: say('reports.link'), value: report.link },
  ];
  return (
    <DetailPane closeLabel={say('reports.close')} onClose={onClose} title={<span lang={report.language}>{report.title}</span>}>
      <Facts facts={facts} />
      {report.blocks.length === 0 ? null : (
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
      )}
    </DetailPane>
  );
}
