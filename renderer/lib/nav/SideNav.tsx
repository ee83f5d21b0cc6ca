import { Link, useLocation } from '@tanstack/react-router';
import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../text.ts';
import { currentSide } from './current-side.ts';
import styles from './side-nav.module.css';

/** One side of a piece of work in a project. */
export interface Side {
  readonly path: `/projects/$project/${string}`;
  readonly message: MessageId;
  /** Other places that belong to this side, beside what lies under its path. */
  readonly also?: readonly string[];
}

interface SideNavProps {
  readonly label: MessageId;
  readonly sides: readonly Side[];
  readonly projectId: ProjectId;
}

/** Links to the sides of one piece of work; the one marked is where the screen belongs, also deep inside it. */
export function SideNav({ label, sides, projectId }: SideNavProps) {
  const say = useText();
  const { pathname } = useLocation();
  const current = currentSide(sides, pathname.replace(projectId, '$project'));
  return (
    <nav aria-label={say(label)} className={styles.nav}>
      {sides.map((side) => (
        <Link
          activeOptions={{ exact: true }}
          aria-current={side === current ? 'page' : undefined}
          className={styles.link}
          key={side.path}
          params={{ project: projectId }}
          to={side.path}
        >
          {say(side.message)}
        </Link>
      ))}
    </nav>
  );
}
