import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import styles from './Banner.module.css';

/** What a banner needs. One at a time, until it is settled. */
export interface BannerProps {
  readonly tone: 'warn' | 'bad' | 'neutral';
  readonly icon: IconName;
  /** What it is, in a few strong words. */
  readonly title: string;
  /** What is safe, or what does not work meanwhile. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** The inside view has a pattern of its own, so that it is seen without colour too. */
  readonly isHatched?: boolean;
}

/** One line under the header that says that the screen is in an unusual state. */
export function Banner({ tone, icon, title, children, action, isHatched = false }: BannerProps) {
  return (
    <div className={styles.banner} data-hatched={isHatched || undefined} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <p className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {children === undefined ? null : <> {children}</>}
      </p>
      {action === undefined || action === null ? null : <div className={styles.actions}>{action}</div>}
    </div>
  );
}
