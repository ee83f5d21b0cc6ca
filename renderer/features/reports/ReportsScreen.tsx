import { useProjectId } from '../../lib/route.ts';
import { ReportsPage } from './list/ReportsPage.tsx';

/** The reports and news texts of a project: those that are built here, and those that are only listed. */
export function ReportsScreen() {
  const projectId = useProjectId();
  return <ReportsPage key={projectId} projectId={projectId} />;
}
