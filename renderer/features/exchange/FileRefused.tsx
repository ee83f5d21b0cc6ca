import type { ReactNode } from 'react';
import type { SpokenError } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';

interface FileRefusedProps {
  readonly title: string;
  readonly fileName: string;
  readonly problem: SpokenError;
  readonly chooseLabel: string;
  readonly onChoose: () => void;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** What can be done about the problem here, before another file is chosen. */
  readonly remedy?: ReactNode;
  /** What can be corrected, above the problem. */
  readonly children?: ReactNode;
}

/** Why a file cannot be read, where, and what to do. */
export function FileRefused({ title, fileName, problem, chooseLabel, onChoose, actions, remedy, children }: FileRefusedProps) {
  const say = useText();
  const titleRef = useHeadingFocus();
  // What happened stands strong; where, what is safe and what to do follow. The full stop of a file's ending ends no sentence.
  const text = say.any(problem.message, problem.params);
  const [, first = text, rest = ''] = /^(.*?[.])\s+(?=\p{Lu})(.*)$/su.exec(text) ?? [];
  return (
    <>
      <PageHeader actions={actions} facts={fileName} title={title} titleRef={titleRef} />
      {children}
      <ErrorState
        actions={
          <>
            {remedy}
            <Button kbd="I" onPress={onChoose} variant="main">
              {chooseLabel}
            </Button>
          </>
        }
        next={rest}
        what={first}
      />
    </>
  );
}
