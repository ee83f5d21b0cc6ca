import { memo } from 'react';
import { type IconName, icons } from './icons.ts';
import styles from './Icon.module.css';

/** What an icon needs. Sizes in px at 100 %: 16 beside text, 18 in the collapsed rail, 14 in chips, 13 for chevrons. */
export interface IconProps {
  readonly name: IconName;
  readonly size?: 13 | 14 | 16 | 18;
  readonly tone?: 'good' | 'warn' | 'bad' | 'accent' | undefined;
}

/** Draws the picture of one meaning. Always silent for screen readers: the word beside it is read. */
export const Icon = memo(function Icon({ name, size = 16, tone }: IconProps) {
  const Picture = icons[name];
  return <Picture aria-hidden className={styles.icon} data-size={size} data-tone={tone} focusable={false} strokeWidth={1.75} />;
});
