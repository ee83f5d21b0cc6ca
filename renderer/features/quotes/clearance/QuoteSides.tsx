import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { useSearchParam } from '../../../lib/route.ts';
import { useText } from '../../../lib/text.ts';
import { SegmentedControl } from '../../../ui/segmented-control/SegmentedControl.tsx';
import styles from './clearance.module.css';
import { ClearanceQueue } from './ClearanceQueue.tsx';

/** Switches between finding quotes and those that are kept and to be cleared. Children are the first side. */
export function QuoteSides({ projectId, children }: { readonly projectId: ProjectId; readonly children: ReactNode }) {
  const say = useText();
  const navigate = useNavigate();
  const side = useSearchParam('view') === 'clearance' ? 'clearance' : 'found';
  const { data } = useQuery(orpc.quotes.list.queryOptions({ input: { projectId, from: 0, limit: 1 } }));
  const go = (to: 'found' | 'clearance'): void =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, view: to === 'found' ? undefined : to }) });
  useCommand('quotes.clearance', () => go(side === 'found' ? 'clearance' : 'found'));
  return (
    <>
      <div className={styles.switch}>
        <SegmentedControl
          label={say('clearance.sides')}
          onChange={go}
          segments={[
            { id: 'found', label: say('clearance.side.found') },
            { id: 'clearance', label: say('clearance.side.clearance', { n: data?.waiting ?? 0 }) },
          ]}
          value={side}
        />
      </div>
      {side === 'clearance' ? <ClearanceQueue projectId={projectId} /> : children}
    </>
  );
}
