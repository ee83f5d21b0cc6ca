import type { ProjectId } from '../../../shared/model/ids.ts';
import { SideNav, type Side } from '../../lib/nav/SideNav.tsx';

const sides: readonly Side[] = [
  { path: '/projects/$project/reports', message: 'reports.title' },
  { path: '/projects/$project/reports/style', message: 'reports.nav.style' },
];

/** The reports, and how they look when they are written out. */
export function ReportsNav({ projectId }: { readonly projectId: ProjectId }) {
  return <SideNav label="reports.nav.label" projectId={projectId} sides={sides} />;
}
