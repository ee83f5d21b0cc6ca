import { useState } from 'react';
import type { RefiInspection } from '../../../shared/contract/refi.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { WorkLine } from '../../ui/work-line/WorkLine.tsx';
import { useHeadingFocus } from '../exchange/index.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { LossTable, type LossRow } from './LossTable.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import styles from './refi.module.css';
import { RefiImportBar, type RefiSide } from './RefiImportBar.tsx';
import type { useRefiImport } from './use-refi-import.ts';

interface RefiPreviewProps {
  readonly work: ReturnType<typeof useRefiImport>;
  readonly inspection: RefiInspection;
  readonly onChooseAnother: () => void;
}

/** What a project's file would come to, before anything is written: how much of what, what changes, what does not come along. */
export function RefiPreview({ work, inspection, onChooseAnother }: RefiPreviewProps) {
  const say = useText();
  const title = useHeadingFocus();
  const { fileName, busy, problem } = work.state;
  const [side, setSide] = useState<RefiSide>('content');
  const { counts, isSame, projectName, origin } = inspection;
  const rows: LossRow[] = [
    ...inspection.notes.map((note) => ({ ...note, id: note.code, what: say(`refi.note.${note.code}`) })),
    ...inspection.themeNotes.map((note) => ({ ...note, id: `theme ${note.code}`, what: say(`codebookExchange.note.${note.code}`) })),
  ].toSorted((a, b) => Number(b.isLost) - Number(a.isLost));
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button onPress={onChooseAnother}>{say('refi.import.another')}</Button>
            <Button
              isDisabled={isSame || busy !== null}
              onPress={() => void work.importNow()}
              reason={isSame ? say('refi.import.same') : ''}
              variant="main"
            >
              {say('refi.import.go')}
            </Button>
          </>
        }
        facts={say('refi.import.facts', {
          name: projectName === '' ? fileName : projectName,
          origin: origin === '' ? say('refi.import.someProgram') : origin,
          ...counts,
        })}
        title={say('refi.import.title')}
        titleRef={title}
      />
      <WorkLine
        failure={problem === null ? null : say.any(problem.message, problem.params)}
        status={busy === null || busy === 'reading' ? '' : say(`refi.import.${busy}`, { file: fileName })}
      />
      <RefiImportBar inspection={inspection} noteCount={rows.length} onSide={setSide} side={side} work={work} />
      <div className={styles.body}>
        {side === 'content' ? (
          <OutcomeTable outcome={inspection.outcome} />
        ) : side === 'changes' ? (
          <ChangeTable changes={inspection.changes} count={inspection.changeCount} />
        ) : rows.length === 0 ? (
          <p className={styles.quiet}>{say('refi.import.view.notes', { count: 0 })}</p>
        ) : (
          <LossTable name={fileName} rows={rows} />
        )}
      </div>
    </>
  );
}
