import type { ProjectId } from '../../../shared/model/ids.ts';
import { SideNav, type Side } from '../../lib/nav/SideNav.tsx';

const sides: readonly Side[] = [
  { path: '/projects/$project/coding', message: 'coding.nav.answers' },
  { path: '/projects/$project/coding/texts', message: 'coding.nav.texts', also: ['/projects/$project/coding/memos'] },
  { path: '/projects/$project/quotes', message: 'coding.nav.quotes' },
  { path: '/projects/$project/matrix', message: 'coding.nav.matrix' },
  { path: '/projects/$project/patterns', message: 'coding.nav.patterns' },
  { path: '/projects/$project/agreement', message: 'coding.nav.agreement', also: ['/projects/$project/disagreements'] },
];

/** The sides of work with what people said: coding answers and texts, finding quotes again, and what the coding shows. */
export function CodingNav({ projectId }: { readonly projectId: ProjectId }) {
  return <SideNav label="coding.nav.label" projectId={projectId} sides={sides} />;
}
