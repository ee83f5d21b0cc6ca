import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentBlock } from '../../../../../shared/contract/reports-document.ts';
import { ChartAs, ExhibitShows } from '../../../../../shared/contract/reports-terms.ts';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { orpc } from '../../../../lib/client.ts';
import { useDates } from '../../../../lib/dates.ts';
import { useText } from '../../../../lib/text.ts';
import { SegmentedControl } from '../../../../ui/segmented-control/SegmentedControl.tsx';
import type { DraftBlock } from '../blocks-model.ts';
import type { BuilderDesk } from '../builder-desk.ts';
import styles from './pane.module.css';

interface ExhibitPartProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly found: DocumentBlock | undefined;
  readonly projectId: ProjectId;
}

/** A table or chart: which kept one it is, which release its figures are, and how it stands in the report. */
export function ExhibitPart({ desk, block, found, projectId }: ExhibitPartProps) {
  const say = useText();
  const dates = useDates();
  const kept = useQuery(orpc.analysis.kept.queryOptions({ input: { projectId } })).data?.exhibits.find(({ id }) => id === block.exhibitId);
  const part = found?.parts.find((one) => one.kind === 'exhibit');
  const released = part?.kind === 'exhibit' ? part.released : undefined;
  const release = kept?.release ?? null;
  const { shows = part?.kind === 'exhibit' ? part.shows : 'table', chartAs = 'native' } = block.options;
  const figures =
    released === undefined
      ? null
      : release === null
        ? say('reports.pane.figuresNow')
        : say((found?.changed ?? 0) > 0 ? 'reports.pane.figuresSince' : 'reports.pane.figuresRelease', {
            date: dates.day(release.releasedAt),
            number: release.number,
          });
  return (
    <dl className={styles.pairs}>
      <dt>{say('reports.pane.from')}</dt>
      <dd>
        {block.exhibitId === null ? null : (
          <Link params={{ project: projectId, exhibit: block.exhibitId }} to="/projects/$project/exhibits/$exhibit">
            {kept?.name ?? block.label}
          </Link>
        )}
      </dd>
      {figures === null ? null : (
        <>
          <dt>{say('reports.pane.figures')}</dt>
          <dd>{figures}</dd>
        </>
      )}
      <dt>{say('reports.pane.shows')}</dt>
      <dd data-wide>
        <SegmentedControl
          label={say('reports.pane.shows')}
          onChange={(next) => desk.change(block.id, { options: { ...block.options, shows: next } })}
          segments={ExhibitShows.options.map((id) => ({ id, label: say(`reports.shows.${id}`) }))}
          value={shows}
        />
      </dd>
      {shows === 'table' ? null : (
        <>
          <dt>{say('reports.pane.inWord')}</dt>
          <dd data-wide>
            <SegmentedControl
              label={say('reports.pane.inWord')}
              onChange={(next) => desk.change(block.id, { options: { ...block.options, chartAs: next } })}
              segments={ChartAs.options.map((id) => ({ id, label: say(`reports.chartAs.${id}`) }))}
              value={chartAs}
            />
          </dd>
        </>
      )}
    </dl>
  );
}
