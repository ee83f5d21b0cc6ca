import type { ReactNode } from 'react';
import type { SpokenError } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { WorkLine } from '../../ui/work-line/WorkLine.tsx';
import type { FileImport } from './use-file-import.ts';
import { useHeadingFocus } from './use-heading-focus.ts';

interface FilePreviewHeadProps {
  readonly title: string;
  /** What the file holds, in a line. */
  readonly facts: ReactNode;
  readonly state: Pick<FileImport<unknown, unknown, unknown>, 'fileName' | 'busy'>;
  /** What stopped the import, unless it is said where it can be mended. */
  readonly problem: SpokenError | null;
  readonly onChooseAnother: () => void;
  readonly goLabel: string;
  readonly onGo: () => void;
  /** Why the file cannot be taken in as it is; empty when it can. */
  readonly refusal: string;
}

/** The head of a file that has been looked through: what it holds, another file, and taking it in. */
export function FilePreviewHead({
  title,
  facts,
  state: { fileName, busy },
  problem,
  onChooseAnother,
  goLabel,
  onGo,
  refusal,
}: FilePreviewHeadProps) {
  const say = useText();
  const titleRef = useHeadingFocus();
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button onPress={onChooseAnother}>{say('exchange.import.chooseAnother')}</Button>
            <Button isDisabled={refusal !== '' || busy !== null} onPress={onGo} reason={refusal} variant="main">
              {goLabel}
            </Button>
          </>
        }
        facts={facts}
        title={title}
        titleRef={titleRef}
      />
      {/* Looking it through anew for a choice takes a moment, and is not told. */}
      <WorkLine
        failure={problem === null ? null : say.any(problem.message, problem.params)}
        status={busy === null || busy === 'reading' ? '' : say(`importFile.${busy}`, { file: fileName })}
      />
    </>
  );
}
