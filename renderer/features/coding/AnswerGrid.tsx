import { type RefObject, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef } from 'react';
import type { GridScope, GridSort } from '../../../shared/contract/coding.ts';
import type { ThemeId, VariableId } from '../../../shared/model/ids.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { ReadingCaret } from '../../texts/ReadingCaret.tsx';
import { SuggestionChips } from '../suggestions/index.ts';
import { CorrectionBox } from '../texts/index.ts';
import type { Themes } from '../themes/index.ts';
import styles from './AnswerGrid.module.css';
import { AnswerRow } from './AnswerRow.tsx';
import { ChipMenu } from './ChipMenu.tsx';
import type { ShownColumn } from './grid-columns.ts';
import { GridEmpty } from './GridEmpty.tsx';
import { GridHead } from './GridHead.tsx';
import { GridKeys } from './GridKeys.tsx';
import { RowTools } from './RowTools.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useAnswerGrid } from './use-answer-grid.ts';
import { useColumnRoom } from './use-column-room.ts';
import { useDrawnThemes } from './use-drawn-themes.ts';

/** What the rest of the screen can ask of the grid. */
export interface GridHandle {
  /** Puts a theme on the row under the hand, or on all that are selected. */
  readonly put: (themeId: ThemeId) => void;
  readonly focus: () => void;
}

/** What the grid needs. */
export interface AnswerGridProps {
  readonly scope: GridScope;
  /** What the grid is called when it is read aloud. */
  readonly label: string;
  readonly counts: { readonly answered: number; readonly coded: number };
  readonly columns: readonly ShownColumn[];
  /** Closed questions whose answers stand beside, in the order of the rows' background. */
  readonly beside: readonly VariableId[];
  readonly services: ReadonlyMap<string, string>;
  readonly themes: Themes;
  readonly quick: ReadonlyMap<number, ThemeId>;
  readonly handle: RefObject<GridHandle | null>;
  /** How many of the columns there is room for, told when it changes. */
  readonly onRoom: (shown: number) => void;
  readonly onSort: (sort: GridSort | null) => void;
  readonly onThemeUsed: (themeId: ThemeId) => void;
  /** Opens a text, at a character of it. */
  readonly onOpenText: (textId: string, at: string | undefined) => void;
  readonly onOpenTheme: (themeId: string) => void;
  readonly onClearFilter: () => void;
}

/** Answers, lines of minutes or paragraphs of documents, one row each, coded from the keyboard. */
export function AnswerGrid(props: AnswerGridProps) {
  const { scope, themes, handle, services } = props;
  const frameRef = useRef<HTMLDivElement>(null);
  const grid = useAnswerGrid(props, frameRef);
  const isOfPersons = scope.source.kind === 'answers';
  const headRem = isOfPersons ? 4.25 : 9.5;
  const room = useColumnRoom(frameRef, grid.rows.total > 0, headRem);
  const columns = useMemo(() => props.columns.slice(0, room), [props.columns, room]);
  const tellRoom = useEffectEvent(props.onRoom);
  useEffect(() => tellRoom(columns.length), [columns.length]);
  const { rows, current, selection, correction } = grid;
  const rowThemes = useDrawnThemes(themes);
  useImperativeHandle(handle, () => ({ put: grid.put, focus: grid.focusRow }));

  if (rows.total === 0)
    return (
      <GridEmpty
        counts={props.counts}
        error={rows.error}
        isPending={rows.isPending}
        onClearFilter={props.onClearFilter}
        onRetry={rows.refetch}
        scope={scope}
      />
    );
  const template = [`${headRem}rem`, 'minmax(15rem, 1fr)', ...columns.map(() => '6.5rem'), 'minmax(13rem, 15.5rem)'].join(' ');
  return (
    <>
      <SelectionBar onClear={selection.clear} places={selection.places.size} total={selection.total} />
      <div
        className={styles.frame}
        onClick={grid.onClick}
        onKeyDown={grid.onKeyDown}
        ref={frameRef}
        style={{ ['--columns' as string]: template }}
      >
        <div aria-label={props.label} aria-multiselectable aria-rowcount={rows.total + 1} className={styles.grid} role="grid">
          <GridHead columns={columns} isOfPersons={isOfPersons} onSort={props.onSort} sort={scope.sort ?? null} />
          <div className={styles.rows} role="rowgroup" style={{ blockSize: grid.height }}>
            {grid.blocks.map((block) => (
              <div
                className={styles.block}
                data-block={block.index}
                data-holds-current={block.rows.includes(current) || undefined}
                key={block.index}
                ref={grid.measure}
                role="presentation"
                style={{ transform: `translateY(${block.start - grid.headHeight}px)` }}
              >
                {block.rows.map((index) => {
                  const isCurrent = index === current;
                  const row = rows.rowAt(index);
                  const suggestions = row?.range === null ? grid.suggestionsFor(row.textId) : [];
                  return (
                    <AnswerRow
                      caret={isCurrent ? <ReadingCaret rootRef={grid.textRef} /> : null}
                      columns={columns}
                      correction={
                        isCurrent && correction !== null ? (
                          <CorrectionBox
                            caret={correction.caret}
                            onDone={(result, returnsFocus) => grid.onCorrected(result !== null, returnsFocus)}
                            text={correction.text}
                            {...(correction.range === null ? {} : { range: correction.range })}
                          />
                        ) : null
                      }
                      hasQuestion={scope.source.kind === 'answers' && scope.source.variableIds.length > 1}
                      index={index}
                      isCurrent={isCurrent}
                      isSelected={selection.has(row)}
                      key={index}
                      pending={isCurrent ? grid.box.pending : null}
                      projectId={scope.projectId}
                      row={row}
                      services={services}
                      suggestions={
                        row?.textId != null && suggestions.length > 0 ? (
                          <SuggestionChips
                            body={row.body}
                            hasKeys={isCurrent}
                            onAccept={grid.onAccept}
                            onReject={grid.onReject}
                            suggestions={suggestions}
                            textId={row.textId}
                            themes={themes}
                          />
                        ) : null
                      }
                      textRef={isCurrent ? grid.textRef : undefined}
                      themes={rowThemes}
                      tools={isCurrent ? <RowTools grid={grid} row={row} services={services} themes={themes} /> : null}
                      total={rows.total}
                    />
                  );
                })}
              </div>
            ))}
          </div>
        </div>
      </div>
      <ChipMenu
        isOpen={grid.chipMenu.isOpen}
        onAction={grid.chipMenu.act}
        onOpenChange={grid.chipMenu.setOpen}
        triggerRef={grid.chipMenu.triggerRef}
      />
      <GridKeys hasCodings={props.counts.coded > 0} />
      <div aria-live="polite">
        <VisuallyHidden>{grid.said}</VisuallyHidden>
      </div>
    </>
  );
}
