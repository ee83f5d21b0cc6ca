import { useNavigate } from '@tanstack/react-router';
import type { ProjectSummary } from '../../../shared/contract/projects.ts';
import { useDates } from '../../lib/dates.ts';
import { formatDayShort, formatNumber } from '../../lib/format.ts';
import { localeOf, useLanguage, useText } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { codedShare, stepOf } from './step-of.ts';
import styles from './OverviewScreen.module.css';

/** The projects and how far each has come. Enter opens one. */
export function ProjectsTable({ projects }: { readonly projects: readonly ProjectSummary[] }) {
  const say = useText();
  const navigate = useNavigate();
  return (
    <section aria-labelledby="overview-projects" className={styles.section}>
      <h2 id="overview-projects">{say('projects.list.title')}</h2>
      <DataTable
        columns={useProjectColumns()}
        label={say('projects.list.title')}
        onOpen={(project) => void navigate({ to: '/projects/$project', params: { project: project.id } })}
        rowKey={(project) => project.id}
        rows={projects}
      />
    </section>
  );
}

function useProjectColumns(): readonly DataColumn<ProjectSummary>[] {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent' });
  const interviews = ({ interviews: n, frame }: ProjectSummary): string => {
    if (n === 0) return say('projects.list.none');
    const count = formatNumber(n, language);
    return frame === null ? count : say('projects.list.ofFrame', { n: count, frame: dates.counted(frame) });
  };
  const report = ({ report: latest }: ProjectSummary): string => {
    if (latest === null) return say('projects.list.noReport');
    return latest.updatedOn === null ? latest.title : `${latest.title}, ${formatDayShort(latest.updatedOn, language)}`;
  };
  return [
    {
      id: 'name',
      header: say('projects.list.project'),
      isRowHeader: true,
      render: (project) => <span lang={project.contentLanguage}>{project.name}</span>,
    },
    {
      id: 'step',
      header: say('projects.list.step'),
      render: (project) => say(`projects.step.${stepOf(project)}`, { held: project.meetingsHeld, all: project.meetings }),
    },
    { id: 'interviews', header: say('projects.list.interviews'), align: 'end', render: interviews },
    {
      id: 'coded',
      header: say('projects.list.coded'),
      align: 'end',
      render: (project) => {
        const share = codedShare(project);
        return share === null ? '–' : percent.format(share / 100);
      },
    },
    { id: 'report', header: say('projects.list.report'), render: report },
    {
      id: 'delete',
      header: say('projects.list.deleteOn'),
      isNumeric: true,
      render: ({ status, deleteOn }) =>
        status === 'anonymised' ? '' : deleteOn === null ? say('projects.list.noDate') : formatDayShort(deleteOn, language),
    },
  ];
}
