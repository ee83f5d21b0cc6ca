import { useQuery } from '@tanstack/react-query';
import type { ReportRow } from '../../../../shared/contract/reports.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { Loaded } from '../../../lib/Loaded.tsx';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { DetailPane } from '../../../ui/detail-pane/DetailPane.tsx';
import { RecordEditor } from '../../records/index.ts';
import styles from './list.module.css';

interface ReportRecordPaneProps {
  readonly projectId: ProjectId;
  readonly report: ReportRow;
  readonly isNew: boolean;
  readonly onBuild: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** What is known about a report: where, when, whose, where it lies, who has got it. */
export function ReportRecordPane({ projectId, report, isNew, onBuild, onRemove, onClose }: ReportRecordPaneProps) {
  const say = useText();
  const query = useQuery(orpc.records.list.queryOptions({ input: { kind: 'reports', projectId } }));
  return (
    <DetailPane closeLabel={say('reports.close')} onClose={onClose} title={<span lang={report.language}>{report.title}</span>}>
      <div className={styles.deeds}>
        <Button icon="report" onPress={onBuild} size="bar">
          {say(report.blockCount === 0 ? 'reports.build' : 'reports.open')}
        </Button>
        <Button isDanger onPress={onRemove} size="bar" variant="quiet">
          {say('reports.remove')}
        </Button>
      </div>
      <Loaded query={query}>{(page) => <RecordEditor id={report.id} isNew={isNew} page={page} />}</Loaded>
    </DetailPane>
  );
}
