import { Link, useLocation } from '@tanstack/react-router';
import type { ProjectId } from '../../../shared/model/ids.ts';
import styles from '../../lib/nav/side-nav.module.css';
import { useText } from '../../lib/text.ts';

const places = [
  { path: '/projects/$project/interviews', message: 'fieldwork.nav.interviews' },
  { path: '/projects/$project/response', message: 'fieldwork.nav.response' },
  { path: '/projects/$project/quality', message: 'fieldwork.nav.quality' },
] as const;

/** The three sides of the work around interviews. */
export function FieldworkNav({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const { pathname } = useLocation();
  return (
    <nav aria-label={say('fieldwork.nav.label')} className={styles.nav}>
      {places.map(({ path, message }) => (
        <Link
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
