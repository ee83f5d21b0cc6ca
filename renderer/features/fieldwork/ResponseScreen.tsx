import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { WaveId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { cx } from '../../ui/cx.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { AskedPart } from './AskedPart.tsx';
import { FieldworkNav } from './FieldworkNav.tsx';
import { FiguresPart, type FiguresPartProps } from './FiguresPart.tsx';

/** Who was asked, what came of it, and the figures that follow. */
export function ResponseScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.fieldwork.responseFigures.queryOptions({ input: { projectId } }));
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <PageHeader facts={say('fieldwork.response.facts')} title={say('fieldwork.response.title')} />
      <FieldworkNav projectId={projectId} />
      <Loaded query={query}>
        {(data) =>
          data.waves.length === 0 ? <EmptyState what={say('fieldwork.response.noWaves')} /> : <Waves {...data} projectId={projectId} />
        }
      </Loaded>
    </div>
  );
}

const views = ['asked', 'figures'] as const;

function Waves({ projectId, waves, ...facts }: Omit<FiguresPartProps, 'wave'>) {
  const say = useText();
  const navigate = useNavigate();
  const wanted = WaveId.safeParse(useSearchParam('wave')).data;
  const wave = waves.find((one) => one.waveId === wanted) ?? waves[0];
  const shown = useSearchParam('view');
  const view = views.find((one) => one === shown) ?? 'asked';
  const set = (change: Readonly<Record<string, string>>): void =>
    void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) });
  if (wave === undefined) return null;
  return (
    <>
      <div className={sheet.bar}>
        <SegmentedControl
          label={say('fieldwork.response.view')}
          onChange={(id) => set({ view: id })}
          segments={views.map((id) => ({ id, label: say(`fieldwork.response.view.${id}`) }))}
          value={view}
        />
        <Select
          label={say('interviews.filter.wave')}
          look="chip"
          onChange={(id) => set({ wave: id })}
          options={waves.map((one) => ({ id: one.waveId as string, label: one.name }))}
          value={wave.waveId as string}
        />
      </div>
      {view === 'asked' ? (
        <AskedPart key={wave.waveId} projectId={projectId} wave={wave} />
      ) : (
        <FiguresPart {...facts} key={wave.waveId} projectId={projectId} wave={wave} waves={waves} />
      )}
    </>
  );
}
