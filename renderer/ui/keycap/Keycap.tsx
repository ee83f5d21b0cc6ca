import styles from './Keycap.module.css';

/** What a keycap shows. `tone="inherit"` is for coloured buttons; `filled` is the cap of the chosen answer. */
export interface KeycapProps {
  /** As it is printed on this platform: "Ctrl K" is one cap. */
  readonly keys: string;
  readonly look?: 'normal' | 'filled' | 'inherit';
  /** Inside a control whose name is the word beside the cap. */
  readonly isSilent?: boolean;
}

/** A key, printed small where it works. */
export function Keycap({ keys, look = 'normal', isSilent = false }: KeycapProps) {
  return (
    <kbd aria-hidden={isSilent || undefined} className={styles.keycap} data-look={look}>
      {keys}
    </kbd>
  );
}
