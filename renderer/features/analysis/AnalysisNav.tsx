import type { ProjectId } from '../../../shared/model/ids.ts';
import { SideNav, type Side } from '../../lib/nav/SideNav.tsx';

const sides: readonly Side[] = [
  { path: '/projects/$project/analysis', message: 'analysis.nav.tables' },
  { path: '/projects/$project/exhibits', message: 'analysis.nav.kept' },
  { path: '/projects/$project/tab-book', message: 'analysis.nav.tabBook' },
  { path: '/projects/$project/compare', message: 'analysis.nav.compare' },
];

/** The sides of analysis: making tables, those that are kept, every question by one banner, and groups and rounds compared. */
export function AnalysisNav({ projectId }: { readonly projectId: ProjectId }) {
  return <SideNav label="analysis.nav.label" projectId={projectId} sides={sides} />;
}
