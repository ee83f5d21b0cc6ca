import { memo } from 'react';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { typeIcons } from '../design/question-types.ts';
import { isMissing } from '../design/texts.ts';
import styles from './QuestionRow.module.css';

export interface QuestionRowProps {
  readonly question: Question;
  readonly rowKey: string;
  readonly depth: number;
  readonly language: Language;
  /** Side by side with the others, when all languages are in sight. */
  readonly languages: readonly Language[] | null;
  readonly routing: string;
  /** What is wrong, in words; empty for nothing. */
  readonly problem: string;
  readonly isBad: boolean;
  /** The test answers keep it from being asked. */
  readonly isSkipped: boolean;
  readonly isDraggable: boolean;
  readonly drop: 'before' | 'after' | undefined;
  readonly onOpen: (key: string) => void;
}

/** A question that is not in hand: number, wording, type, and routing and problems in words. Drawn anew only when it changes. */
export const QuestionRow = memo(function QuestionRow(props: QuestionRowProps) {
  const { question, rowKey, depth, language, languages, routing, problem, isBad, isSkipped, isDraggable, drop, onOpen } = props;
  const say = useText();
  const icon = typeIcons[question.type];
  const wording = localised(question.wording, language);
  return (
    <button
      className={styles.row}
      data-drop={drop}
      data-row={rowKey}
      data-skipped={isSkipped || undefined}
      draggable={isDraggable}
      onClick={() => onOpen(rowKey)}
      style={{ '--depth': depth } as React.CSSProperties}
      tabIndex={-1}
      type="button"
    >
      <span className={styles.number}>{question.number}</span>
      <span className={styles.words}>
        {languages === null ? (
          <span className={styles.wording} data-note={question.type === 'note' || undefined} lang={language}>
            {wording === '' ? <span className={styles.empty}>{say('questionnaires.designer.noWording')}</span> : wording}
          </span>
        ) : (
          <span className={styles.languages}>
            {languages.map((shown) => (
              <span data-missing={isMissing(question.wording, shown) || undefined} key={shown} lang={shown}>
                {question.wording[shown] ?? (isMissing(question.wording, shown) ? '–' : '')}
              </span>
            ))}
          </span>
        )}
        {routing === '' ? null : (
          <span className={styles.note}>
            <Icon name="routing" size={14} />
            <span>{routing}</span>
          </span>
        )}
        {problem === '' ? null : (
          <span className={styles.problem} data-bad={isBad || undefined}>
            <Icon name={isBad ? 'hardCheck' : 'softCheck'} size={14} />
            <span>{problem}</span>
          </span>
        )}
        {isSkipped ? <span className={styles.skipped}>{say('questionnaires.preview.notAsked')}</span> : null}
      </span>
      <span className={styles.type}>
        {icon === undefined ? null : <Icon name={icon} size={14} />}
        {say(`questionnaires.type.${question.type}`)}
      </span>
    </button>
  );
});
