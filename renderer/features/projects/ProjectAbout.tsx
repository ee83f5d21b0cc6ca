import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetails } from '../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText, type Say } from '../../lib/text.ts';
import { Facts, type Fact } from '../../ui/facts/Facts.tsx';
import styles from './OverviewScreen.module.css';

/** What a project is, for whom, how and with whom. */
export function ProjectAbout({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const dates = useDates();
  const query = useQuery(orpc.projects.get.queryOptions({ input: { projectId } }));
  return (
    <section aria-labelledby="overview-about" className={styles.section}>
      <h2 id="overview-about">{say('projects.about.title')}</h2>
      <Loaded query={query}>
        {(project) => (
          <>
            <p className={styles.aboutLink}>
              {isDeleted(project) ? (
                <>
                  {say('archive.deleted')}{' '}
                  <Link params={{ project: projectId }} to="/projects/$project/archive">
                    {say('archive.receipts')}
                  </Link>
                </>
              ) : (
                <Link params={{ project: projectId }} to="/projects/$project/about">
                  {say('projects.facts.change')}
                </Link>
              )}
            </p>
            <div className={styles.about}>
              <Facts facts={purposeFacts(project, say)} lang={project.contentLanguage} />
              <Facts facts={frameFacts(project, say, dates)} />
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Only its name, its releases and the receipt are left of it. */
function isDeleted({ status }: ProjectDetails): boolean {
  return status === 'anonymised';
}

function purposeFacts(project: ProjectDetails, say: Say): readonly Fact[] {
  return [
    { name: say('projects.about.idea'), value: project.idea },
    { name: say('projects.about.mainPurpose'), value: project.mainPurpose },
    { name: say('projects.about.intendedUse'), value: project.intendedUse },
    { name: say('projects.about.targetGroup'), value: project.targetGroup },
    { name: say('projects.about.method'), value: project.method },
    { name: say('projects.about.methodDeviation'), value: project.methodDeviation },
    { name: say('projects.about.anchoring'), value: project.anchoring },
  ];
}

function frameFacts(project: ProjectDetails, say: Say, dates: Dates): readonly Fact[] {
  const named = (items: ProjectDetails['services']): string =>
    items.map(({ name, note }) => (note === null ? name : `${name} (${note})`)).join(', ');
  const period = [project.startsOn, project.endsOn].map((day) => (day === null ? '' : dates.day(day))).join(' – ');
  const wave = (item: ProjectDetails['waves'][number]): string =>
    item.frame === null
      ? `${item.name}: ${item.interviews}`
      : say('projects.about.wave', { name: item.name, n: item.interviews, frame: dates.counted(item.frame) });
  const product = (item: ProjectDetails['workProducts'][number]): string =>
    `${item.name}: ${item.deliveredOn === null ? dates.due(item.due) : dates.day(item.deliveredOn)}`;
  return [
    { name: say('projects.about.period'), value: project.startsOn === null && project.endsOn === null ? '' : period },
    { name: say('projects.about.waves'), value: project.waves.map(wave).join(' · ') },
    { name: say('projects.about.lead'), value: project.lead },
    { name: say('projects.about.partner'), value: [project.partner, project.partnership].filter((part) => part !== null).join(', ') },
    { name: say('projects.about.services'), value: named(project.services) },
    { name: say('projects.about.places'), value: named(project.places) },
    { name: say('projects.about.bodies'), value: named(project.bodies) },
    { name: say('projects.about.guidelines'), value: named(project.guidelines) },
    { name: say('projects.about.products'), value: project.workProducts.map(product).join(' · ') },
    {
      name: say('projects.about.protection'),
      value: say('projects.about.protectionText', { threshold: project.threshold, minimum: project.minimumBase }),
    },
    { name: say('projects.list.deleteOn'), value: isDeleted(project) ? '' : deleteDay(project, say, dates) },
  ];
}

function deleteDay({ deleteOn }: ProjectDetails, say: Say, dates: Dates): string {
  return deleteOn === null ? say('projects.list.noDate') : dates.day(deleteOn);
}
