import type { GridRow } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { formatDay } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import styles from './AnswerGrid.module.css';

/** What the first cell of a row needs. */
export interface RowHeadProps {
  readonly projectId: ProjectId;
  readonly row: GridRow;
  readonly isCurrent: boolean;
  /** Answers to several questions stand together: each says which. */
  readonly hasQuestion: boolean;
}

/**
 * Whose words a row holds: the person's code, or the meeting or document with the item of the agenda or the speaker. The grid follows
 * the link: a router's own link in each of a hundred thousand rows would cost more than the row.
 */
export function RowHead({ projectId, row, isCurrent, hasQuestion }: RowHeadProps) {
  const say = useText();
  const { heading } = row;
  const language = useLanguage();
  const name = heading === null ? row.code : heading.title;
  return (
    <div className={styles.code} role="rowheader">
      {row.textId === null ? (
        name
      ) : (
        <a
          className={styles.open}
          data-at={row.range?.start}
          data-open={row.textId}
          href={`/projects/${projectId}/coding/texts/${row.textId}${row.range === null ? '' : `?at=${row.range.start}`}`}
          tabIndex={isCurrent ? 0 : -1}
          title={say('coding.grid.openText')}
        >
          {name}
        </a>
      )}
      {hasQuestion && row.question !== null ? (
        <span className={styles.under}>{say('coding.grid.ofQuestion', { number: row.question.number })}</span>
      ) : null}
      {heading === null || heading.item === '' ? null : <span className={styles.under}>{heading.item}</span>}
      {heading?.on == null ? null : <span className={styles.under}>{formatDay(heading.on, language)}</span>}
      {heading === null || row.code === '' ? null : <span className={styles.under}>{row.code}</span>}
    </div>
  );
}
