import type { ReactNode } from 'react';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';

interface FileStartProps {
  readonly title: string;
  /** What can be brought in, and how. */
  readonly what: string;
  readonly how: string;
  readonly chooseLabel: string;
  readonly onChoose: () => void;
  readonly actions?: ReactNode;
}

/** An import before a file is chosen. */
export function FileStart({ title, what, how, chooseLabel, onChoose, actions }: FileStartProps) {
  const titleRef = useHeadingFocus();
  return (
    <>
      <PageHeader actions={actions} title={title} titleRef={titleRef} />
      <EmptyState
        action={
          <Button icon="import" kbd="I" onPress={onChoose} variant="main">
            {chooseLabel}
          </Button>
        }
        how={how}
        what={what}
      />
    </>
  );
}
