import { useRef } from 'react';
import type { GridRow } from '../../../shared/contract/coding.ts';
import { useText } from '../../lib/text.ts';
import { MemoPart } from '../memos/index.ts';
import { ThemeBox, type Themes } from '../themes/index.ts';
import { AboutLine } from './AboutLine.tsx';
import styles from './AnswerGrid.module.css';
import { ReasonLine } from './ReasonLine.tsx';
import type { useAnswerGrid } from './use-answer-grid.ts';

/** What the tools of the row under the hand need. */
export interface RowToolsProps {
  readonly grid: ReturnType<typeof useAnswerGrid>;
  readonly row: GridRow | undefined;
  readonly services: ReadonlyMap<string, string>;
  readonly themes: Themes;
}

/** The theme box of the row under the hand, and whatever one line is asked for: a reason, what a theme is about, a memo. */
export function RowTools({ grid, row, services, themes }: RowToolsProps) {
  const say = useText();
  const memoField = useRef<HTMLTextAreaElement>(null);
  const { box } = grid;
  return (
    <div className={styles.tool}>
      {box.reasonFor === null ? null : <ReasonLine onDone={grid.onReasonDone} />}
      {box.aboutFor === null ? null : <AboutLine onChoose={grid.onAbout} onClose={grid.onLineClose} services={services} />}
      {box.memo !== null && row?.textId != null ? (
        <div
          onKeyDown={(event) => event.stopPropagation()}
          ref={() => {
            if (!memoField.current?.matches(':focus')) memoField.current?.focus({ preventScroll: true });
          }}
        >
          <MemoPart
            fieldRef={memoField}
            on={box.memo.codingId === null ? { kind: 'text', id: row.textId } : { kind: 'coding', id: box.memo.codingId }}
            onEscape={() => grid.onLineClose(true)}
          />
        </div>
      ) : null}
      <ThemeBox
        inputRef={grid.boxRef}
        isOpen={box.isOpen}
        label={say('themes.box.label')}
        onChoose={grid.onChoose}
        onClose={grid.onBoxClose}
        onCreate={grid.onCreate}
        onOpen={grid.onBoxOpen}
        onTextChange={grid.onBoxText}
        side={box.side}
        text={box.text}
        themes={themes}
      />
    </div>
  );
}
