import { printedCode, reasonLetters, yesCode, type Question, type QuestionType } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icons.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './QuestionCard.module.css';
import { routingSentence } from './routing-sentence.ts';

const typeIcons: Readonly<Partial<Record<QuestionType, IconName>>> = {
  consent: 'choice',
  one: 'choice',
  'yes-no': 'choice',
  several: 'several',
  rank: 'several',
  scale: 'scale',
  'scale-0-10': 'scale',
  open: 'open',
};

export interface QuestionCardProps {
  readonly question: Question;
  readonly questions: readonly Question[];
  readonly language: Language;
}

/** One question to read: number, wording, type, answers with codes, routing and checks in words. */
export function QuestionCard({ question, questions, language }: QuestionCardProps) {
  const say = useText();
  const routing = routingSentence(question, questions, language, say);
  const icon = typeIcons[question.type];
  const isMissing = question.wording[language] === undefined;
  return (
    <li className={styles.question}>
      <span className={styles.number}>{question.number}</span>
      <div className={styles.content}>
        {question.lead === null ? null : (
          <p className={styles.quiet} lang={language}>
            {localised(question.lead, language)}
          </p>
        )}
        <p className={styles.wording} lang={language}>
          {localised(question.wording, language)}
        </p>
        {question.instruction === null ? null : (
          <p className={styles.quiet} lang={language}>
            {localised(question.instruction, language)}
          </p>
        )}
        {routing === '' ? null : (
          <p className={styles.routing}>
            <Icon name="routing" size={14} /> {routing}
          </p>
        )}
        <Answers language={language} question={question} />
        <p className={styles.quiet}>{facts(question, language, say)}</p>
        {isMissing ? (
          <StatusText icon="hardCheck" tone="bad">
            {say('questionnaires.missingTranslation', { language: say(`interviews.language.${language}`) })}
          </StatusText>
        ) : null}
      </div>
      <span className={styles.type}>
        {icon === undefined ? null : <Icon name={icon} size={14} />}
        {say(`questionnaires.type.${question.type}`)}
      </span>
    </li>
  );
}

function Answers({ question, language }: { readonly question: Question; readonly language: Language }) {
  const say = useText();
  if (question.options.length === 0 || question.type === 'scale-0-10') return null;
  return (
    <ul className={styles.options}>
      {question.options.map((option) => {
        const label = localised(option.label, language);
        return (
          <li className={styles.option} key={option.code}>
            <Keycap keys={printedCode(question, option.code)} />
            <span lang={language}>{label === '' ? say(option.code === yesCode ? 'questionnaires.yes' : 'questionnaires.no') : label}</span>
            {option.isExclusive ? <span className={styles.quiet}>{say('questionnaires.exclusive')}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What else is true of the question, in one line. */
function facts(question: Question, language: Language, say: ReturnType<typeof useText>): string {
  const unit = question.unit === null ? '' : localised(question.unit, language);
  const parts = [
    question.minimum === null && question.maximum === null
      ? ''
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
