import { Link } from '@tanstack/react-router';
import { memo, type ReactNode, type Ref, useMemo } from 'react';
import type { BackgroundColumn, GridRow } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { CodedText, type TextMark } from '../../texts/CodedText.tsx';
import { useContent, useText } from '../../lib/text.ts';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './AnswerGrid.module.css';
import { chipsOf, signOf } from './chips.ts';
import { ThemeCell } from './ThemeCell.tsx';

/** What one row shows. */
export interface AnswerRowProps {
  readonly projectId: ProjectId;
  readonly row: GridRow | undefined;
  readonly index: number;
  readonly total: number;
  readonly questionNumber: string;
  readonly columns: readonly { readonly column: BackgroundColumn; readonly place: number }[];
  readonly services: ReadonlyMap<string, string> | null;
  readonly themes: Themes;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly pending: TextRange | null;
  readonly textRef: Ref<HTMLSpanElement> | undefined;
  readonly rowRef: (element: HTMLElement | null) => void;
  readonly offset: number;
  /** Theme box, reason, caret: what the row under the hand holds besides. */
  readonly tools: ReactNode;
  readonly caret: ReactNode;
}

/** One person's answer with its themes. */
export const AnswerRow = memo(function AnswerRow(props: AnswerRowProps) {
  const { projectId, row, index, columns, services, themes, isCurrent, isSelected, pending, textRef, rowRef, offset, tools, caret } = props;
  const say = useText();
  const content = useContent();
  const label = useRowLabel(props);
  const marks = useMemo(() => (row === undefined ? [] : marksOf(row, themes)), [row, themes]);
  const common = {
    'aria-rowindex': index + 2,
    'aria-selected': isSelected,
    className: styles.row,
    'data-current': isCurrent || undefined,
    'data-index': index,
    ref: rowRef,
    role: 'row',
    style: { transform: `translateY(${offset}px)` },
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
      <div className={styles.code} role="rowheader">
        {row.textId === null ? (
          row.code
        ) : (
          <Link
            className={styles.open}
            params={{ project: projectId, text: row.textId }}
            tabIndex={isCurrent ? 0 : -1}
            title={say('coding.grid.openText')}
            to="/projects/$project/coding/texts/$text"
          >
            {row.code}
          </Link>
        )}
      </div>
      <div className={styles.answer} data-answer role="gridcell">
        {row.missing === null ? (
          <>
            <CodedText
              body={row.body}
              isTinted
              language={row.language}
              marks={marks}
              pending={pending}
              {...(textRef === undefined ? {} : { rootRef: textRef })}
            />
            {caret}
          </>
        ) : (
          <span className={styles.missing}>{say(`coding.missing.${row.missing}`)}</span>
        )}
      </div>
      {services === null ? null : (
        <div className={styles.cell} role="gridcell">
          {row.serviceId === null ? '' : (services.get(row.serviceId) ?? '')}
        </div>
      )}
      {columns.map(({ column, place }) => {
        const value = row.background[place] ?? null;
        const option = column.options.find((one) => one.code === value);
        return (
          <div className={styles.cell} data-numeric={column.isNumeric || undefined} key={column.variableId} role="gridcell">
            {option === undefined ? (value ?? '') : content(option.label)}
          </div>
        );
      })}
      <ThemeCell row={row} themes={themes}>
        {tools}
      </ThemeCell>
    </div>
  );
});

/** Codings of part of the answer, as they are drawn on it. A theme on all of it stands beside it only. */
function marksOf(row: GridRow, themes: Themes): TextMark[] {
  return row.codings.flatMap((coding) => {
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

function useRowLabel({ row, index, total, questionNumber, themes }: AnswerRowProps): string {
  const say = useText();
  if (row === undefined) return '';
  const place = { code: row.code, number: questionNumber, row: index + 1, total };
  if (row.missing !== null) return say('coding.grid.rowMissing', { ...place, reason: say(`coding.missing.${row.missing}`) });
  const list = chipsOf(row.codings).map((chip) => {
    const said = [
      themes.nameOf(chip.themeId),
      ...(chip.polarity === null ? [] : [say(`coding.polarity.${chip.polarity}`)]),
      ...(chip.coder === null ? [] : [chip.coder]),
    ];
    return said.join(', ');
  });
  const count = new Set(row.codings.map((coding) => coding.themeId)).size;
  return say('coding.grid.row', { ...place, body: row.body, themes: count, list: list.length === 0 ? '' : `: ${list.join('; ')}` });
}
