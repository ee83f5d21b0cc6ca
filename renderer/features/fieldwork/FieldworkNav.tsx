import type { ProjectId } from '../../../shared/model/ids.ts';
import { SideNav, type Side } from '../../lib/nav/SideNav.tsx';

const sides: readonly Side[] = [
  { path: '/projects/$project/interviews', message: 'fieldwork.nav.interviews' },
  { path: '/projects/$project/response', message: 'fieldwork.nav.response' },
  { path: '/projects/$project/quality', message: 'fieldwork.nav.quality' },
];

/** The three sides of the work around interviews. */
export function FieldworkNav({ projectId }: { readonly projectId: ProjectId }) {
  return <SideNav label="fieldwork.nav.label" projectId={projectId} sides={sides} />;
}
