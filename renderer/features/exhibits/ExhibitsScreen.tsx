import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import { ExhibitsDesk } from './ExhibitsDesk.tsx';

/** Tables and charts that are kept: what each is made of, when it last left, and how it stands when it is counted again. */
export function ExhibitsScreen() {
  const projectId = useProjectId();
  const kept = useQuery(orpc.analysis.kept.queryOptions({ input: { projectId } }));
  const countable = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId } }));
  return (
    <Loaded query={kept}>
      {({ exhibits }) => (
        <Loaded query={countable}>{(what) => <ExhibitsDesk countable={what} exhibits={exhibits} projectId={projectId} />}</Loaded>
      )}
    </Loaded>
  );
}
