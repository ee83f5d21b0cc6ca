import { printedCode, reasonLetters, type Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import { optionWords } from '../../interviews/index.ts';
import { typeIcons } from '../design/question-types.ts';
import styles from './QuestionRead.module.css';
import { useDeskContext } from './use-desk.ts';

export interface QuestionReadProps {
  readonly question: Question;
  readonly rowKey: string;
  readonly depth: number;
  readonly routing: string;
}

/** The question in hand where nothing can be changed: everything about it to read. */
export function QuestionRead({ question, rowKey, depth, routing }: QuestionReadProps) {
  const say = useText();
  const { shown, state } = useDeskContext();
  const icon = typeIcons[question.type];
  const type = say(`questionnaires.type.${question.type}`);
  return (
    <div
      aria-label={say('questionnaires.designer.rowName', {
        number: question.number,
        wording: localised(question.wording, state.language),
        type,
      })}
      className={styles.card}
      data-current=""
      data-row={rowKey}
      role="group"
      style={{ '--depth': depth, '--languages': shown.length } as React.CSSProperties}
      tabIndex={0}
    >
      <span className={styles.number}>{question.number}</span>
      <div className={styles.words}>
        <div className={styles.languages}>
          {shown.map((language) => (
            <div key={language} lang={language}>
              <p className={styles.quiet}>{localised(question.lead ?? {}, language)}</p>
              <p className={styles.wording}>{localised(question.wording, language)}</p>
              <p className={styles.quiet}>{localised(question.hint ?? {}, language)}</p>
              <p className={styles.quiet}>{localised(question.instruction ?? {}, language)}</p>
            </div>
          ))}
        </div>
        {routing === '' ? null : (
          <p className={styles.routing}>
            <Icon name="routing" size={14} /> {routing}
          </p>
        )}
        {question.type === 'scale-0-10' || question.options.length === 0 ? null : (
          <ol className={styles.options}>
            {question.options.map((option) => (
              <li className={styles.option} key={option.code}>
                <Keycap keys={printedCode(question, option.code)} />
                {shown.map((language) => (
                  <span key={language} lang={language}>
                    {optionWords(question, option.code, language, say)}
                  </span>
                ))}
                <span className={styles.quiet}>
                  {[option.isExclusive ? say('questionnaires.exclusive') : '', option.asksWhat ? say('questionnaires.asksWhat') : '']
                    .filter((mark) => mark !== '')
                    .join(', ')}
                </span>
              </li>
            ))}
          </ol>
        )}
        <p className={styles.quiet}>{facts(question, state.language, say)}</p>
      </div>
      <span className={styles.type}>
        {icon === undefined ? null : <Icon name={icon} size={14} />}
        {type}
      </span>
    </div>
  );
}

/** What else is true of the question, in one line. */
function facts(question: Question, language: Language, say: ReturnType<typeof useText>): string {
  const unit = question.unit === null ? '' : localised(question.unit, language);
  const parts = [
    question.minimum === null && question.maximum === null
      ? unit
      : say('questionnaires.range', { minimum: question.minimum ?? '–', maximum: question.maximum ?? '–', unit }),
    question.rankCount === null ? '' : say('questionnaires.rankCount', { count: question.rankCount }),
    ...question.checks.map((check) => say('questionnaires.check', { message: localised(check.message, language) })),
    question.isRequired ? say('questionnaires.required') : '',
    question.isIdentifier ? say('questionnaires.identifier') : '',
    question.reasons.length === 0
      ? ''
      : say('questionnaires.reasons', { letters: question.reasons.map((reason) => reasonLetters[reason]).join(' ') }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
