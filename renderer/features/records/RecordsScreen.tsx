import { RecordKind } from '../../../shared/contract/records.ts';
import { useRouteParam } from '../../lib/route.ts';
import { RecordKinds } from './RecordKinds.tsx';
import { RecordsPage } from './RecordsPage.tsx';

/** What stands beside the registers: reports and news, guidelines, partnerships, offers, peer posts, user audits. */
export function RecordsScreen() {
  const kind = RecordKind.catch('reports').parse(useRouteParam('kind'));
  // Another kind is another page: what was chosen in the last one means nothing here.
  return <RecordsPage key={kind} kind={kind} menu={<RecordKinds current={kind} />} />;
}
