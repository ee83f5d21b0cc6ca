import type { ReactNode } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { lastDeed } from '../../lib/status.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './FileStages.module.css';
import { useHeadingFocus } from './use-heading-focus.ts';

interface FileOutcomeProps {
  readonly title: string;
  readonly facts: string;
  readonly againLabel: string;
  readonly onAgain: () => void;
  /** What is said once the import, known by the label of its undo, has been taken back. */
  readonly undone: { readonly labelId: string; readonly title: string; readonly facts: string };
  /** How it is taken back; null where nothing was changed. */
  readonly undoHint: string | null;
  /** What came of it, and where to go on. */
  readonly children: ReactNode;
}

/** What an import came to, where to go on, and how to take it back. */
export function FileOutcome({ title, facts, againLabel, onAgain, undone, undoHint, children }: FileOutcomeProps) {
  const titleRef = useHeadingFocus();
  const last = lastDeed.use();
  const again = <Button onPress={onAgain}>{againLabel}</Button>;
  if (last?.verb === 'undone' && last.deed.labelId === undone.labelId)
    return <PageHeader actions={again} facts={undone.facts} title={undone.title} titleRef={titleRef} />;
  return (
    <>
      <PageHeader actions={again} facts={facts} title={title} titleRef={titleRef} />
      <div className={styles.body}>
        {children}
        {undoHint === null ? null : (
          <p className={styles.hint}>
            {undoHint} <Keycap isSilent keys={printedKey('Mod+Z', platform)} />
          </p>
        )}
      </div>
    </>
  );
}
