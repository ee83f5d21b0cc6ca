import { useNavigate } from '@tanstack/react-router';
import type { Overview } from '../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { localeOf, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { UnfinishedInterview } from '../interviews/index.ts';
import { ringsOf, YearWheel } from '../meetings/index.ts';
import { PlacesTable } from './PlacesTable.tsx';
import { ProjectAbout } from './ProjectAbout.tsx';
import { ProjectsTable } from './ProjectsTable.tsx';
import { PromiseList } from './PromiseList.tsx';
import { YearList } from './YearList.tsx';
import styles from './OverviewScreen.module.css';

/** More rings than this cannot be told apart; the wheel then gives way to a list. */
const mostRings = 8;

export interface OverviewPageProps {
  readonly overview: Overview;
  /** Null for all projects. */
  readonly project: ProjectId | null;
  readonly day: string;
  readonly onNew: () => void;
}

/** Year left, promises right, places below, projects last. */
export function OverviewPage({ overview, project, day, onNew }: OverviewPageProps) {
  const say = useText();
  const areas = ringsOf(overview.meetings, localeOf(useLanguage()));
  const own = project === null ? undefined : overview.projects[0];
  const { current } = useCurrentProject();
  const facts = say('projects.overview.facts', {
    places: overview.places.length,
    meetings: overview.meetings.length,
    year: String(overview.year),
  });
  return (
    <div className={styles.page}>
      <PageHeader
        actions={
          <Button icon="add" onPress={onNew} variant="normal">
            {say('projects.new')}
          </Button>
        }
        facts={facts}
        title={own === undefined ? say('projects.overview.title') : <span lang={own.contentLanguage}>{own.name}</span>}
      />
      {current === null ? null : <UnfinishedInterview projectId={current.id} />}
      <div className={styles.top}>
        <section aria-labelledby="overview-year" className={styles.year}>
          <YearHead overview={overview} />
          {overview.meetings.length === 0 ? <p className={styles.note}>{say('meetings.empty', { year: String(overview.year) })}</p> : null}
          {overview.meetings.length > 0 && areas.length <= mostRings ? (
            <YearWheel meetings={overview.meetings} today={day} year={overview.year} />
          ) : null}
          {areas.length > mostRings ? <YearList meetings={overview.meetings} /> : null}
        </section>
        <PromiseList day={day} promises={overview.promises} />
      </div>
      <PlacesTable places={overview.places} />
      {project === null ? <ProjectsTable projects={overview.projects} /> : <ProjectAbout projectId={project} />}
    </div>
  );
}

function YearHead({ overview }: { readonly overview: Overview }) {
  const say = useText();
  const navigate = useNavigate();
  const years = [...new Set([...overview.years, overview.year])].toSorted((a, b) => b - a);
  return (
    <div className={styles.head}>
      <h2 id="overview-year">{say('projects.overview.year')}</h2>
      <Select
        label={say('meetings.year')}
        look="chip"
        onChange={(show) => void navigate({ to: '.', search: { show }, replace: true })}
        options={years.map((year) => ({ id: String(year), label: String(year) }))}
        value={String(overview.year)}
      />
    </div>
  );
}
