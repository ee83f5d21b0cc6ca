import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { AnalysisNav } from '../analysis/index.ts';
import { BookDesk } from './BookDesk.tsx';

/** The tab book: every question by the same groups, one table after another. */
export function TabBookScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId } }));
  return (
    <Loaded query={query}>
      {(countable) =>
        countable.groups.some(({ kind }) => kind === 'background' || kind === 'section') ? (
          <BookDesk countable={countable} projectId={projectId} />
        ) : (
          <>
            <PageHeader title={say('exhibits.book.title')} />
            <AnalysisNav projectId={projectId} />
            <EmptyState how={say('exhibits.book.empty.how')} what={say('exhibits.book.empty.what')} />
          </>
        )
      }
    </Loaded>
  );
}
