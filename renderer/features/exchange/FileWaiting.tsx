import type { ReactNode } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './FileStages.module.css';
import { useHeadingFocus } from './use-heading-focus.ts';

interface FileWaitingProps {
  readonly title: string;
  readonly fileName: string;
  /** What is being done with the file. */
  readonly label: string;
  /** Null where the step cannot be left. */
  readonly onCancel: (() => void) | null;
  /** How far it is. */
  readonly children?: ReactNode;
}

/** An import while a file is read or taken in, with a way out of it. */
export function FileWaiting({ title, fileName, label, onCancel, children }: FileWaitingProps) {
  const say = useText();
  const titleRef = useHeadingFocus();
  return (
    <>
      <PageHeader facts={fileName} title={title} titleRef={titleRef} />
      <div className={styles.body}>
        <p role="status">{label}</p>
        {children}
        {onCancel === null ? null : <Button onPress={onCancel}>{say('app.cancel')}</Button>}
      </div>
    </>
  );
}
