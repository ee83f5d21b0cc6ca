import { useQuery } from '@tanstack/react-query';
import { TextId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useRouteParam, useSearchParam } from '../../lib/route.ts';
import { TextDesk } from './TextDesk.tsx';
import { textQuery } from './use-text-view.ts';

/** One text, an answer, minutes or a document, with its codings beside it. */
export function TextScreen() {
  const projectId = useProjectId();
  const textId = TextId.parse(useRouteParam('text'));
  const asked = Number(useSearchParam('at') ?? 'none');
  const at = Number.isInteger(asked) && asked >= 0 ? asked : null;
  const query = useQuery(textQuery(textId));
  return <Loaded query={query}>{(view) => <TextDesk at={at} key={textId} projectId={projectId} view={view} />}</Loaded>;
}
