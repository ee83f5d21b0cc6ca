import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { WaveId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { cx } from '../../ui/cx.ts';
import { useText } from '../../lib/text.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { BatchChecks } from './BatchChecks.tsx';
import { EntryFigures } from './EntryFigures.tsx';
import { FieldworkNav } from './FieldworkNav.tsx';
import { QualityLists } from './QualityLists.tsx';

const views = ['report', 'checks', 'statistics'] as const;
const all = 'all';

/** What must be looked at before the answers are used: what was let pass, checks over everything, and how entry went. */
export function QualityScreen() {
  const say = useText();
  const navigate = useNavigate();
  const projectId = useProjectId();
  const waveId = WaveId.safeParse(useSearchParam('wave')).data;
  const wanted = useSearchParam('view');
  const view = views.find((one) => one === wanted) ?? 'report';
  const waves = useQuery(orpc.interviews.facets.queryOptions({ input: { projectId } })).data?.waves ?? [];
  const scope = { projectId, ...(waveId === undefined ? {} : { waveId }) };
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) });
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <PageHeader facts={say('fieldwork.quality.facts')} title={say('fieldwork.quality.title')} />
      <FieldworkNav projectId={projectId} />
      <div className={sheet.bar}>
        <SegmentedControl
          label={say('fieldwork.quality.view')}
          onChange={(id) => set({ view: id })}
          segments={views.map((id) => ({ id, label: say(`fieldwork.quality.view.${id}`) }))}
          value={view}
        />
        <Select
          label={say('interviews.filter.wave')}
          look="chip"
          onChange={(id) => set({ wave: id === all ? undefined : id })}
          options={[
            { id: all, label: say('interviews.filter.all') },
            ...waves.map((wave) => ({ id: wave.id as string, label: wave.name })),
          ]}
          value={waveId ?? all}
        />
      </div>
      {view === 'report' ? <QualityLists key={waveId ?? all} scope={scope} /> : null}
      {view === 'checks' ? <BatchChecks key={waveId ?? all} scope={scope} /> : null}
      {view === 'statistics' ? <EntryFigures scope={scope} /> : null}
    </div>
  );
}
