import { Link, useLocation } from '@tanstack/react-router';
import type { ProjectId } from '../../../shared/model/ids.ts';
import styles from '../../lib/nav/side-nav.module.css';
import { useText } from '../../lib/text.ts';

const places = [
  { path: '/projects/$project/coding', message: 'coding.nav.answers' },
  { path: '/projects/$project/coding/texts', message: 'coding.nav.texts' },
  { path: '/projects/$project/quotes', message: 'coding.nav.quotes' },
  { path: '/projects/$project/matrix', message: 'coding.nav.matrix' },
  { path: '/projects/$project/patterns', message: 'coding.nav.patterns' },
  { path: '/projects/$project/agreement', message: 'coding.nav.agreement' },
] as const;

/** The sides of work with what people said: coding answers and texts, finding quotes again, and what the coding shows. */
export function CodingNav({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const { pathname } = useLocation();
  return (
    <nav aria-label={say('coding.nav.label')} className={styles.nav}>
      {places.map(({ path, message }) => (
        <Link
          activeOptions={{ exact: true }}
          aria-current={pathname === path.replace('$project', projectId) ? 'page' : undefined}
          className={styles.link}
          key={path}
          params={{ project: projectId }}
          to={path}
        >
          {say(message)}
        </Link>
      ))}
    </nav>
  );
}
