import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import styles from './StatusText.module.css';

/** The tones of a state. `neutral` is text-2. */
export type StatusTone = 'good' | 'warn' | 'bad' | 'neutral';

/** What a state needs: always a word, usually an icon, and the colour third. */
export interface StatusTextProps {
  readonly tone: StatusTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly isStrong?: boolean;
}

/** A state in one line: icon, word, colour, in that order of importance from the back. */
export function StatusText({ tone, icon, children, isStrong = false }: StatusTextProps) {
  return (
    <span className={styles.status} data-strong={isStrong || undefined} data-tone={tone}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
