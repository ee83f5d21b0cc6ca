import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import styles from './analysis.module.css';
import { AnalysisSheet } from './AnalysisSheet.tsx';

/** Tables and charts of a project's answers, as they would be released. */
export function AnalysisScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId } }));
  return (
    <Loaded query={query}>
      {({ groups, waves }) =>
        groups.some(({ kind }) => kind === 'background' || kind === 'section') ? (
          <AnalysisSheet groups={groups} projectId={projectId} waves={waves} />
        ) : (
          <div className={styles.page}>
            <h1 className={styles.title} tabIndex={-1}>
              {say('analysis.screen.title')}
            </h1>
            <EmptyState how={say('analysis.none.how')} what={say('analysis.none.what')} />
          </div>
        )
      }
    </Loaded>
  );
}
