import { useQuery } from '@tanstack/react-query';
import { TextId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { orpc } from '../../lib/client.ts';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import { TextDesk } from './TextDesk.tsx';

/** One text, an answer or minutes, with its codings beside it. */
export function TextScreen() {
  const projectId = useProjectId();
  const textId = TextId.parse(useRouteParam('text'));
  const query = useQuery(orpc.coding.text.queryOptions({ input: { textId } }));
  return <Loaded query={query}>{(view) => <TextDesk key={textId} projectId={projectId} view={view} />}</Loaded>;
}
