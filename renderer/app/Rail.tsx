import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { orpc } from '../lib/client.ts';
import { useCurrentProject } from '../lib/current-project.ts';
import { formatDayShort } from '../lib/format.ts';
import { preferences, setPreferences } from '../lib/preferences.ts';
import { useLanguage, useText } from '../lib/text.ts';
import type { MessageId } from '../../shared/messages/generated/message-id.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import type { IconName } from '../ui/icon/icons.ts';
import { IconButton } from '../ui/icon-button/IconButton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './Rail.module.css';

interface Entry {
  readonly id: MessageId;
  readonly icon: IconName;
  /** Path, with $project where it belongs to one. */
  readonly path: string;
  /** Other places that belong here. */
  readonly also?: readonly string[];
  readonly count?: 'uncodedAnswers' | 'findingsToLookAt' | 'overdueActions';
}

const ofProject: readonly Entry[] = [
  { id: 'rail.overview', icon: 'overview', path: '/' },
  { id: 'rail.questionnaires', icon: 'questionnaire', path: '/projects/$project/questionnaires' },
  {
    id: 'rail.interviews',
    icon: 'interview',
    path: '/projects/$project/interviews',
    also: ['/projects/$project/response', '/projects/$project/quality', '/projects/$project/participants'],
  },
  {
    id: 'rail.coding',
    icon: 'coding',
    path: '/projects/$project/coding',
    also: [
      '/projects/$project/quotes',
      '/projects/$project/matrix',
      '/projects/$project/patterns',
      '/projects/$project/agreement',
      '/projects/$project/disagreements',
    ],
    count: 'uncodedAnswers',
  },
  {
    id: 'rail.analysis',
    icon: 'analysis',
    path: '/projects/$project/analysis',
    also: ['/projects/$project/exhibits', '/projects/$project/tab-book', '/projects/$project/compare'],
  },
  { id: 'rail.findings', icon: 'finding', path: '/projects/$project/findings', count: 'findingsToLookAt' },
  { id: 'rail.notes', icon: 'idea', path: '/notes/all', also: ['/notes'] },
  { id: 'rail.meetings', icon: 'meeting', path: '/meetings', also: ['/rounds'] },
  { id: 'rail.actions', icon: 'action', path: '/actions', count: 'overdueActions' },
  { id: 'rail.reports', icon: 'report', path: '/projects/$project/reports' },
];
const shared: readonly Entry[] = [
  { id: 'rail.registers', icon: 'registers', path: '/registers/organisations', also: ['/records', '/places'] },
  { id: 'rail.themes', icon: 'themes', path: '/themes', also: ['/recurrence'] },
  { id: 'rail.releases', icon: 'releases', path: '/releases' },
  { id: 'rail.history', icon: 'history', path: '/history' },
];

/** Icon and word for every place in the program; counts only for what needs someone. */
export function Rail() {
  const say = useText();
  const language = useLanguage();
  const { isRailOpen } = preferences.use();
  const { current } = useCurrentProject();
  const { data } = useQuery(orpc.projects.navigation.queryOptions({ input: current === null ? {} : { projectId: current.id } }));
  const entries = ofProject.filter((entry) => current !== null || !entry.path.includes('$project'));
  const count = (entry: Entry): number => (entry.count === undefined ? 0 : (data?.[entry.count] ?? 0));
  const item = (entry: Entry) => <RailItem count={count(entry)} entry={entry} key={entry.id} project={current?.id ?? ''} />;
  return (
    <nav aria-label={say('rail.label')} className={styles.rail} data-open={isRailOpen} data-region="rail">
      <div className={styles.places}>
        <ul className={styles.list}>{entries.map(item)}</ul>
        <p className={styles.group}>{say('rail.shared')}</p>
        <ul className={styles.list}>{shared.map(item)}</ul>
      </div>
      <div className={styles.foot}>
        {data?.threshold === undefined || data.threshold === null ? null : (
          <p className={styles.fact}>
            <Icon name="threshold" />
            <span>{say('rail.threshold', { threshold: data.threshold })}</span>
          </p>
        )}
        {data?.deleteOn === undefined || data.deleteOn === null || current?.status === 'anonymised' ? null : (
          <p className={styles.fact}>
            <Icon name="deletionDate" />
            <span>{say('rail.deleteOn', { date: formatDayShort(data.deleteOn, language) })}</span>
          </p>
        )}
        <ul className={styles.list}>
          <RailItem count={0} entry={{ id: 'rail.settings', icon: 'settings', path: '/settings' }} project="" />
        </ul>
        <span className={styles.fold}>
          <IconButton
            icon="leftPane"
            label={say(isRailOpen ? 'rail.fold' : 'rail.unfold')}
            onPress={() => setPreferences({ isRailOpen: !isRailOpen })}
            placement="right"
            size="small"
          />
        </span>
      </div>
    </nav>
  );
}

function RailItem({ entry, project, count }: { readonly entry: Entry; readonly project: string; readonly count: number }) {
  const say = useText();
  const { pathname } = useLocation();
  const path = entry.path.replace('$project', project);
  const section = entry.path.startsWith('/registers') ? '/registers' : path;
  const isInside =
    pathname.startsWith(section) || (entry.also ?? []).some((other) => pathname.startsWith(other.replace('$project', project)));
  const isCurrent = path === '/' ? pathname === '/' || /^\/projects\/[^/]+$/u.test(pathname) : isInside;
  const word = say(entry.id);
  return (
    <li>
      <Link aria-current={isCurrent ? 'page' : undefined} className={styles.item} title={word} to={path}>
        <Icon name={entry.icon} size={18} />
        <span className={styles.word}>{word}</span>
        {count > 0 ? (
          <span className={styles.count}>
            {count}
            <VisuallyHidden> {say('rail.waiting')}</VisuallyHidden>
          </span>
        ) : null}
      </Link>
    </li>
  );
}
