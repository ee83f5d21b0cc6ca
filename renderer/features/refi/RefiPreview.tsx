import { useState } from 'react';
import type { RefiInspection } from '../../../shared/contract/refi.ts';
import { useText } from '../../lib/text.ts';
import { FilePreviewHead } from '../exchange/index.ts';
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
  const { fileName, problem } = work.state;
  const [side, setSide] = useState<RefiSide>('content');
  const { counts, isSame, projectName, origin } = inspection;
  const rows: LossRow[] = [
    ...inspection.notes.map((note) => ({ ...note, id: note.code, what: say(`refi.note.${note.code}`) })),
    ...inspection.themeNotes.map((note) => ({ ...note, id: `theme ${note.code}`, what: say(`codebookExchange.note.${note.code}`) })),
  ].toSorted((a, b) => Number(b.isLost) - Number(a.isLost));
  return (
    <>
      <FilePreviewHead
        facts={say('refi.import.facts', {
          name: projectName === '' ? fileName : projectName,
          origin: origin === '' ? say('refi.import.someProgram') : origin,
          ...counts,
        })}
        goLabel={say('refi.import.go')}
        onChooseAnother={onChooseAnother}
        onGo={() => void work.importNow()}
        problem={problem}
        refusal={isSame ? say('refi.import.same') : ''}
        state={work.state}
        title={say('refi.import.title')}
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
