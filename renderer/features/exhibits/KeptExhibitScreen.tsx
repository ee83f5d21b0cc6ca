import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { AnalysisNav } from '../analysis/index.ts';
import { KeptExhibitSheet } from './KeptExhibitSheet.tsx';

/** One kept table or chart, as it would be released now. */
export function KeptExhibitScreen() {
  const say = useText();
  const projectId = useProjectId();
  const id = useRouteParam('exhibit');
  const kept = useQuery(orpc.analysis.kept.queryOptions({ input: { projectId } }));
  const countable = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId } }));
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <Loaded query={kept}>
        {({ exhibits }) => {
          const one = exhibits.find((each) => each.id === id);
          if (one !== undefined)
            return (
              <Loaded query={countable}>
                {(what) => <KeptExhibitSheet countable={what} exhibits={exhibits} kept={one} projectId={projectId} />}
              </Loaded>
            );
          return (
            <>
              <PageHeader title={say('exhibits.title')} />
              <AnalysisNav projectId={projectId} />
              <EmptyState
                action={
                  <Link params={{ project: projectId }} to="/projects/$project/exhibits">
                    {say('exhibits.one.back')}
                  </Link>
                }
                how={say('exhibits.one.missingHow')}
                what={say('exhibits.one.missing')}
              />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
