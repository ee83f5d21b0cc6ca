import { type RefObject, useImperativeHandle, useRef } from 'react';
import type { BackgroundColumn, GridScope, OpenQuestion } from '../../../shared/contract/coding.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { ReadingCaret } from '../../texts/ReadingCaret.tsx';
import { ThemeBox, type Themes } from '../themes/index.ts';
import styles from './AnswerGrid.module.css';
import { AnswerRow } from './AnswerRow.tsx';
import { GridEmpty } from './GridEmpty.tsx';
import { GridKeys } from './GridKeys.tsx';
import { ReasonLine } from './ReasonLine.tsx';
import { shortName } from './short-name.ts';
import { useAnswerGrid } from './use-answer-grid.ts';
import { useColumnRoom } from './use-column-room.ts';

/** What the rest of the screen can ask of the grid. */
export interface GridHandle {
  /** Puts a theme on the row under the hand, or on all that are selected. */
  readonly put: (themeId: ThemeId) => void;
  readonly focus: () => void;
}

/** What the answer grid needs. */
export interface AnswerGridProps {
  readonly scope: GridScope;
  readonly question: OpenQuestion;
  readonly columns: readonly { readonly column: BackgroundColumn; readonly place: number }[];
  readonly services: ReadonlyMap<string, string> | null;
  readonly themes: Themes;
  readonly quick: ReadonlyMap<number, ThemeId>;
  readonly handle: RefObject<GridHandle | null>;
  readonly onThemeUsed: (themeId: ThemeId) => void;
  readonly onOpenTheme: (themeId: string) => void;
  readonly onClearFilter: () => void;
}

/** Answers to one open question, one row each, coded from the keyboard. */
export function AnswerGrid(props: AnswerGridProps) {
  const { scope, question, themes, handle } = props;
  const say = useText();
  const language = useLanguage();
  const frameRef = useRef<HTMLDivElement>(null);
  const grid = useAnswerGrid(props, frameRef);
  const room = useColumnRoom(frameRef, grid.rows.total > 0);
  const services = room > 0 ? props.services : null;
  const columns = props.columns.slice(0, Math.max(0, room - (services === null ? 0 : 1)));
  const { rows, current, box, selection } = grid;
  useImperativeHandle(handle, () => ({ put: grid.put, focus: grid.focusRow }));

  if (rows.total === 0)
    return (
      <GridEmpty
        error={rows.error}
        isPending={rows.isPending}
        onClearFilter={props.onClearFilter}
        onRetry={rows.refetch}
        question={question}
        scope={scope}
      />
    );
  const template = [
    '4rem',
    'minmax(15rem, 1fr)',
    ...(services === null ? [] : ['8.5rem']),
    ...columns.map(() => '6.5rem'),
    'minmax(13rem, 15.5rem)',
  ].join(' ');
  return (
    <>
      {selection.size === 0 ? null : (
        <div className={styles.selection} role="status">
          {say('coding.grid.selected', { count: selection.size })}
          <Button onPress={grid.clearSelection} variant="quiet">
            {say('coding.grid.selectNone')}
          </Button>
        </div>
      )}
      <div
        className={styles.frame}
        onClick={grid.onClick}
        onKeyDown={grid.onKeyDown}
        ref={frameRef}
        style={{ ['--columns' as string]: template }}
      >
        <div
          aria-label={say('coding.grid.label', { question: localised(question.wording, language) })}
          aria-multiselectable
          aria-rowcount={rows.total + 1}
          className={styles.grid}
          role="grid"
        >
          <div aria-rowindex={1} className={styles.head} data-head role="row">
            <span role="columnheader">{say('coding.grid.person')}</span>
            <span role="columnheader">{say('coding.grid.answer')}</span>
            {services === null ? null : <span role="columnheader">{say('coding.grid.service')}</span>}
            {columns.map(({ column }) => (
              <span
                data-numeric={column.isNumeric || undefined}
                key={column.variableId}
                role="columnheader"
                title={localised(column.title, language)}
              >
                {shortName(column, language)}
              </span>
            ))}
            <span role="columnheader">{say('coding.grid.themes')}</span>
          </div>
          <div className={styles.rows} role="rowgroup" style={{ blockSize: grid.height }}>
            {grid.items.map((item) => {
              const isCurrent = item.index === current;
              return (
                <AnswerRow
                  caret={isCurrent ? <ReadingCaret rootRef={grid.textRef} /> : null}
                  columns={columns}
                  index={item.index}
                  isCurrent={isCurrent}
                  isSelected={grid.isSelected(item.index)}
                  key={item.key}
                  offset={item.start - grid.headHeight}
                  pending={isCurrent ? box.pending : null}
                  projectId={scope.projectId}
                  questionNumber={question.number}
                  row={rows.rowAt(item.index)}
                  rowRef={grid.measure}
                  services={services}
                  textRef={isCurrent ? grid.textRef : undefined}
                  themes={themes}
                  tools={
                    isCurrent ? (
                      <div className={styles.tool}>
                        {box.reasonFor === null ? null : <ReasonLine onDone={grid.onReasonDone} />}
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
                    ) : null
                  }
                  total={rows.total}
                />
              );
            })}
          </div>
        </div>
      </div>
      <GridKeys hasCodings={question.coded > 0} />
      <div aria-live="polite">
        <VisuallyHidden>{grid.said}</VisuallyHidden>
      </div>
    </>
  );
}
