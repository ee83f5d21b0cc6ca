import { memo } from 'react';
import type { AnswerValue } from '../../../shared/model/answer.ts';
import { printedCode, type Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { answerText } from './answer-sentence.ts';
import type { PlaceKey } from './entry-place.ts';
import styles from './GridQuestion.module.css';

export interface GridRowProps {
  readonly question: Question;
  readonly spotKey: PlaceKey;
  readonly language: Language;
  readonly value: AnswerValue | null;
  readonly isAsked: boolean;
  readonly isCurrent: boolean;
  readonly isFlagged: boolean;
  /** What is read aloud of the row one is at; empty for the others. */
  readonly label: string;
  readonly roving: number | null;
  readonly onGo: (key: PlaceKey) => void;
  readonly onTake: (code: number) => void;
}

/** One item of a grid and its answers. Only rows that change are drawn anew. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { question, spotKey, language, value, isAsked, isCurrent, isFlagged, label, roving, onGo, onTake } = props;
  const say = useText();
  const instruction = localised(question.instruction ?? {}, language);
  const hint = localised(question.hint ?? {}, language);
  return (
    <div
      aria-label={isCurrent ? label : undefined}
      aria-selected={isCurrent || undefined}
      className={styles.row}
      data-current-row={isCurrent ? '' : undefined}
      data-not-asked={!isAsked || undefined}
      role="row"
      tabIndex={isCurrent ? 0 : -1}
    >
      <span className={styles.item} onClick={isCurrent || !isAsked ? undefined : () => onGo(spotKey)} role="rowheader">
        <span className={styles.number}>{question.number}</span>
        <span className={styles.words} lang={language}>
          {localised(question.wording, language)}
          {hint === '' ? null : <span className={styles.hint}>{hint}</span>}
          {isCurrent && instruction !== '' ? <span className={styles.instruction}>{instruction}</span> : null}
        </span>
        {isFlagged ? <Icon name="softCheck" size={14} tone="warn" /> : null}
      </span>
      {value?.kind === 'missing' || !isAsked ? (
        <span className={styles.reason} role="gridcell" style={{ gridColumn: `span ${question.options.length}` }}>
          {value?.kind === 'missing' && isAsked ? answerText(question, value, language, say) : say('interviews.entry.notAsked')}
        </span>
      ) : (
        question.options.map(({ code }, index) => {
          const isChosen = value?.kind === 'code' && value.code === code;
          return (
            <span
              aria-selected={isChosen}
              className={styles.cell}
              data-chosen={isChosen || undefined}
              data-stop={isCurrent ? index : undefined}
              key={code}
              onClick={() => (isCurrent ? onTake(code) : onGo(spotKey))}
              role="gridcell"
              tabIndex={isCurrent && roving === index ? 0 : -1}
            >
              <span className={styles.mark}>{printedCode(question, code)}</span>
            </span>
          );
        })
      )}
    </div>
  );
});
