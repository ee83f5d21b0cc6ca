import { memo, type ReactNode, type Ref, useMemo } from 'react';
import type { GridRow } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { CodedText, type TextMark } from '../../texts/CodedText.tsx';
import { useText } from '../../lib/text.ts';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './AnswerGrid.module.css';
import { signOf } from './chips.ts';
import type { ShownColumn } from './grid-columns.ts';
import { RowHead } from './RowHead.tsx';
import { codingsOnRow } from './row-parts.ts';
import { ThemeCell } from './ThemeCell.tsx';
import { useRowLabel } from './use-row-label.ts';

/** What one row shows. */
export interface AnswerRowProps {
  readonly projectId: ProjectId;
  readonly row: GridRow | undefined;
  readonly index: number;
  readonly total: number;
  readonly hasQuestion: boolean;
  readonly columns: readonly ShownColumn[];
  readonly services: ReadonlyMap<string, string>;
  readonly themes: Themes;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly pending: TextRange | null;
  readonly textRef: Ref<HTMLSpanElement> | undefined;
  /** Themes the program proposes. */
  readonly suggestions: ReactNode;
  /** Theme box, reason, caret: what the row under the hand holds besides. */
  readonly tools: ReactNode;
  readonly caret: ReactNode;
  /** The words open for correction, in place of the words. */
  readonly correction: ReactNode;
}

/** One person's answer with its themes. */
export const AnswerRow = memo(function AnswerRow(props: AnswerRowProps) {
  const { row, index, columns, services, themes, isCurrent, pending, textRef, correction } = props;
  const say = useText();
  const label = useRowLabel(props);
  const marks = useMemo(() => (row === undefined ? [] : marksOf(row, themes)), [row, themes]);
  const common = {
    'aria-rowindex': index + 2,
    'aria-selected': props.isSelected,
    className: styles.row,
    'data-current': isCurrent || undefined,
    'data-index': index,
    role: 'row',
    tabIndex: isCurrent ? 0 : -1,
  };
  if (row === undefined) {
    return (
      <div {...common}>
        <div className={styles.quiet} role="gridcell">
          {say('coding.screen.loadingRow')}
        </div>
      </div>
    );
  }
  return (
    <div {...common} aria-label={label}>
      <RowHead hasQuestion={props.hasQuestion} isCurrent={isCurrent} projectId={props.projectId} row={row} />
      <div className={styles.answer} data-answer role="gridcell">
        {correction ??
          (row.missing === null ? (
            <>
              <CodedText
                body={row.body}
                isTinted
                language={row.language}
                marks={marks}
                pending={pending}
                {...(textRef === undefined ? {} : { rootRef: textRef })}
              />
              {props.caret}
            </>
          ) : (
            <span className={styles.missing}>{say(`coding.missing.${row.missing}`)}</span>
          ))}
      </div>
      {columns.map((column) => (
        <div className={styles.cell} data-numeric={column.isNumeric || undefined} key={column.id} role="gridcell">
          {column.textOf(row)}
        </div>
      ))}
      <ThemeCell row={row} services={services} suggestions={props.suggestions} themes={themes}>
        {props.tools}
      </ThemeCell>
    </div>
  );
});

/** Codings of part of the row, as they are drawn on it. A theme on all of it stands beside it only. */
function marksOf(row: GridRow, themes: Themes): TextMark[] {
  return codingsOnRow(row).flatMap((coding) => {
    const theme = themes.byId.get(coding.themeId);
    if (coding.isWhole || theme === undefined) return [];
    return {
      id: coding.id,
      start: coding.start,
      end: coding.end,
      mark: branchOf(theme),
      isInferred: coding.certainty === 'inferred',
      sign: signOf(coding.polarity),
    };
  });
}
