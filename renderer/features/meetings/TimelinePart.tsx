import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { timelineChart, timelineFigureOf, timelineTable, timelineWords } from '../../../shared/charts/index.ts';
import type { Timeline } from '../../../shared/contract/meetings-timeline.ts';
import { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { ExportDialog } from '../../lib/dialogs/ExportDialog.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { PictureAndTable } from '../analysis/index.ts';
import styles from './MeetingsScreen.module.css';

/** Meetings of a project and what was agreed in them, as a picture in time and its table. */
export function TimelinePart() {
  const asked = Number(useSearchParam('show'));
  const year = Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : undefined;
  const projectId = ProjectId.safeParse(useSearchParam('project')).data;
  const query = useQuery({
    ...orpc.meetings.timeline.queryOptions({ input: { projectId, year, today: today() } }),
    placeholderData: keepPreviousData,
  });
  const say = useText();
  return (
    <Loaded query={query}>
      {({ timeline }) =>
        timeline === null ? <EmptyState how={say('meetings.emptyHow')} what={say('meetings.emptyAll')} /> : <Shown timeline={timeline} />
      }
    </Loaded>
  );
}

function Shown({ timeline }: { readonly timeline: Timeline }) {
  const say = useText();
  const language = useLanguage();
  const [isExporting, setExporting] = useState(false);
  const canLeave = timeline.meetings.length + timeline.actions.length > 0;
  useCommand('lists.export', () => setExporting(canLeave), !isExporting);
  const figure = timelineFigureOf(timeline, { language, releaseNumber: null }, say);
  const words = timelineWords(figure, say);
  const { projectId, year } = timeline;
  return (
    <>
      <TimelineBar canLeave={canLeave} onExport={() => setExporting(true)} timeline={timeline} />
      <div className={styles.timeline}>
        {canLeave ? (
          <PictureAndTable draw={(options) => timelineChart(figure, words, options)} figure={figure} table={timelineTable(figure, words)} />
        ) : (
          <EmptyState how={say('meetings.emptyHow')} what={say('meetings.timeline.empty')} />
        )}
      </div>
      {isExporting ? (
        <ExportDialog
          formats={['svg', 'png', 'csv']}
          onClose={() => setExporting(false)}
          run={({ format, language: to, recipient }, { signal, onProgress }) =>
            runJob(
              client.meetings.exportTimeline(
                { projectId, year: year ?? undefined, today: timeline.today, format, language: to, recipient },
                { signal },
              ),
              onProgress,
            )
          }
          title={say('meetings.timeline.exportTitle')}
        >
          <p>{say('meetings.timeline.exportText')}</p>
        </ExportDialog>
      ) : null}
    </>
  );
}

interface TimelineBarProps {
  readonly timeline: Timeline;
  readonly canLeave: boolean;
  readonly onExport: () => void;
}

function TimelineBar({ timeline, canLeave, onExport }: TimelineBarProps) {
  const say = useText();
  const navigate = useNavigate();
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  const { projectId, project, year, years } = timeline;
  const known = projects.some(({ id }) => id === projectId) ? projects : [...projects, { id: projectId, name: project }];
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) });
  return (
    <div className={styles.bar}>
      <Select
        label={say('meetings.timeline.project')}
        look="chip"
        onChange={(id) => set({ project: id, show: undefined })}
        options={known.map(({ id, name }) => ({ id: id as string, label: name }))}
        value={projectId as string}
      />
      <Select
        label={say('meetings.year')}
        look="chip"
        onChange={(show) => set({ show: show === 'all' ? undefined : show })}
        options={[{ id: 'all', label: say('meetings.allYears') }, ...years.map((each) => ({ id: String(each), label: String(each) }))]}
        value={year === null ? 'all' : String(year)}
      />
      <span className={styles.barEnd}>
        <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={onExport} size="bar">
          {say('meetings.timeline.export')}
        </Button>
      </span>
    </div>
  );
}
