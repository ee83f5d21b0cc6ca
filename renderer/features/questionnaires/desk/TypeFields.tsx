import type { DesignField, DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { DateForm, RegisterKind, type Question } from '../../../../shared/model/questionnaire.ts';
import { useLanguage, useText } from '../../../lib/text.ts';
import { NumberField } from '../../../ui/number-field/NumberField.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { hasOwnAnswers } from '../design/question-types.ts';
import { changeQuestion, editQuestion } from './desk-actions.ts';
import styles from './Details.module.css';
import { LocalisedField } from './LocalisedField.tsx';
import { OptionsEditor } from './OptionsEditor.tsx';
import { QuestionExpression } from './QuestionExpression.tsx';
import { ScalePicker } from './ScalePicker.tsx';
import { useDeskContext } from './use-desk.ts';

export interface TypeFieldsProps {
  readonly question: Question;
  readonly problems: readonly DesignProblem[];
}

/** What a question of its type cannot do without: answers, a scale, a range, a calculation. */
export function TypeFields({ question, problems }: TypeFieldsProps) {
  const of = (field: DesignField): DesignProblem[] => problems.filter((problem) => problem.field === field);
  switch (question.type) {
    case 'scale':
      return <ScalePicker question={question} />;
    case 'consent':
      return <OptionsEditor isFixed question={question} />;
    case 'yes-no':
      // A plain yes and no needs no words of its own.
      return question.options.some((option) => Object.keys(option.label).length > 0) ? <OptionsEditor isFixed question={question} /> : null;
    case 'number':
      return <NumberFields question={question} />;
    case 'date':
      return <DateField question={question} />;
    case 'register':
      return <RegisterField question={question} />;
    case 'calculated':
      return <QuestionExpression field="calculation" problems={of('calculation')} question={question} />;
    case 'repeat':
      return <QuestionExpression field="repeatCount" problems={of('repeatCount')} question={question} />;
    default:
      return hasOwnAnswers(question.type) ? (
        <>
          <OptionsEditor question={question} />
          {question.type === 'rank' ? <RankField question={question} /> : null}
        </>
      ) : null;
  }
}

function useNumber() {
  const say = useText();
  const language = useLanguage();
  return {
    notANumber: (text: string): string => say('interviews.entry.notANumber', { typed: text }),
    decimalSign: language === 'en' ? '.' : ',',
  } as const;
}

function NumberFields({ question }: { readonly question: Question }) {
  const say = useText();
  const desk = useDeskContext();
  const number = useNumber();
  return (
    <div className={styles.numbers} data-part="range">
      <NumberField
        {...number}
        label={say('questionnaires.designer.minimum')}
        length={6}
        onCommit={(minimum) => changeQuestion(desk, question, { minimum })}
        value={question.minimum}
      />
      <NumberField
        {...number}
        label={say('questionnaires.designer.maximum')}
        length={6}
        onCommit={(maximum) => changeQuestion(desk, question, { maximum })}
        value={question.maximum}
      />
      <NumberField
        {...number}
        label={say('questionnaires.designer.decimals')}
        length={3}
        onCommit={(decimals) => {
          const isPossible = decimals === null || (Number.isInteger(decimals) && decimals >= 0 && decimals <= 6);
          if (isPossible) changeQuestion(desk, question, { decimals });
        }}
        value={question.decimals}
      />
      <div className={styles.unit}>
        <LocalisedField
          label={say('questionnaires.designer.unit')}
          onType={(unit) => editQuestion(desk, question, { unit })}
          part="unit"
          text={question.unit}
        />
      </div>
    </div>
  );
}

function RankField({ question }: { readonly question: Question }) {
  const say = useText();
  const desk = useDeskContext();
  return (
    <NumberField
      {...useNumber()}
      help={say('questionnaires.designer.rankCountHelp')}
      label={say('questionnaires.designer.rankCount')}
      length={3}
      onCommit={(rankCount) => {
        if (rankCount === null || (Number.isInteger(rankCount) && rankCount > 0 && rankCount < 100))
          changeQuestion(desk, question, { rankCount });
      }}
      value={question.rankCount}
    />
  );
}

function DateField({ question }: { readonly question: Question }) {
  const say = useText();
  const desk = useDeskContext();
  return (
    <Select
      label={say('questionnaires.designer.dateForm')}
      onChange={(dateForm) => changeQuestion(desk, question, { dateForm })}
      options={DateForm.options.map((id) => ({ id, label: say(`questionnaires.dateForm.${id}`) }))}
      value={question.dateForm ?? 'date'}
    />
  );
}

function RegisterField({ question }: { readonly question: Question }) {
  const say = useText();
  const desk = useDeskContext();
  return (
    <Select
      label={say('questionnaires.designer.registerKind')}
      onChange={(registerKind) => changeQuestion(desk, question, { registerKind })}
      options={RegisterKind.options.map((id) => ({ id, label: say(`questionnaires.registerKind.${id}`) }))}
      value={question.registerKind ?? 'place'}
    />
  );
}
