import { useProjectId } from '../../lib/route.ts';
import { RecordsPage } from '../records/index.ts';
import { ReportParts } from './ReportParts.tsx';

/** The reports and news texts of a project. */
export function ReportsScreen() {
  const projectId = useProjectId();
  return (
    <RecordsPage key={projectId} kind="reports" more={(id) => <ReportParts projectId={projectId} reportId={id} />} projectId={projectId} />
  );
}
