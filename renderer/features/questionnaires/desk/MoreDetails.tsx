import type { DesignField, DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { takesAnswer, type Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { Switch } from '../../../ui/switch/Switch.tsx';
import { hasOwnAnswers } from '../design/question-types.ts';
import { ChecksEditor } from './ChecksEditor.tsx';
import { changeQuestion, editQuestion } from './desk-actions.ts';
import styles from './Details.module.css';
import { LocalisedField } from './LocalisedField.tsx';
import { NameField } from './NameField.tsx';
import { QuestionExpression } from './QuestionExpression.tsx';
import { useDeskContext } from './use-desk.ts';

export interface MoreDetailsProps {
  readonly question: Question;
  readonly problems: readonly DesignProblem[];
}

/** What is needed now and then: help texts, checks, calculations, names and marks. Open or closed for all questions alike. */
export function MoreDetails({ question, problems }: MoreDetailsProps) {
  const say = useText();
  const desk = useDeskContext();
  const { isMoreOpen } = desk.state;
  return (
    <div>
      <button aria-expanded={isMoreOpen} className={styles.more} onClick={() => desk.change({ isMoreOpen: !isMoreOpen })} type="button">
        <Icon name="expand" size={13} />
        {say('questionnaires.designer.more')}
      </button>
      {isMoreOpen ? (
        <div className={styles.groups}>
          <TextsGroup question={question} />
          {takesAnswer(question) ? <AnswerGroup problems={problems} question={question} /> : null}
          <VariableGroup problems={problems} question={question} />
        </div>
      ) : null}
    </div>
  );
}

function TextsGroup({ question }: { readonly question: Question }) {
  const say = useText();
  const desk = useDeskContext();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupTitle}>{say('questionnaires.designer.texts')}</legend>
      {(['hint', 'instruction', 'lead'] as const).map((part) => (
        <LocalisedField
          help={say(`questionnaires.designer.${part}Help`)}
          key={part}
          label={say(`questionnaires.designer.${part}`)}
          onType={(text) => editQuestion(desk, question, { [part]: text })}
          part={part}
          text={question[part]}
        />
      ))}
    </fieldset>
  );
}

function AnswerGroup({ question, problems }: MoreDetailsProps) {
  const say = useText();
  const desk = useDeskContext();
  const of = (field: DesignField): DesignProblem[] => problems.filter((problem) => problem.field === field);
  const hasOptions = hasOwnAnswers(question.type) || question.type === 'scale';
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupTitle}>{say('questionnaires.designer.aboutAnswers')}</legend>
      <ChecksEditor problems={of('check')} question={question} />
      {question.isRequired ? (
        <>
          <QuestionExpression field="requiredWhen" problems={of('requiredWhen')} question={question} />
          <LocalisedField
            label={say('questionnaires.designer.requiredMessage')}
            onType={(requiredMessage) => editQuestion(desk, question, { requiredMessage })}
            part="requiredMessage"
            text={question.requiredMessage}
          />
        </>
      ) : null}
      {hasOptions ? (
        <>
          <Switch
            help={say('questionnaires.designer.randomOrderHelp')}
            isSelected={question.hasRandomOrder}
            onChange={(hasRandomOrder) => changeQuestion(desk, question, { hasRandomOrder })}
          >
            {say('questionnaires.designer.randomOrder')}
          </Switch>
          <QuestionExpression allowsColumns field="optionFilter" problems={of('optionFilter')} question={question} />
        </>
      ) : null}
      <QuestionExpression field="defaultValue" problems={of('defaultValue')} question={question} />
      <Switch
        help={say('questionnaires.designer.perPersonHelp')}
        isSelected={question.isPerPerson}
        onChange={(isPerPerson) => changeQuestion(desk, question, { isPerPerson })}
      >
        {say('questionnaires.designer.perPerson')}
      </Switch>
    </fieldset>
  );
}

function VariableGroup({ question, problems }: MoreDetailsProps) {
  const say = useText();
  const desk = useDeskContext();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupTitle}>{say('questionnaires.designer.variable')}</legend>
      <NameField problems={problems.filter((problem) => problem.field === 'name')} question={question} />
      <LocalisedField
        help={say('questionnaires.designer.labelHelp')}
        label={say('questionnaires.designer.label')}
        onType={(label) => editQuestion(desk, question, { label })}
        part="label"
        text={question.label}
      />
      <Switch
        help={say('questionnaires.designer.identifierHelp')}
        isSelected={question.isIdentifier}
        onChange={(isIdentifier) => changeQuestion(desk, question, { isIdentifier })}
      >
        {say('questionnaires.identifier')}
      </Switch>
      <Switch
        help={say('questionnaires.designer.backgroundHelp')}
        isSelected={question.isBackground}
        onChange={(isBackground) => changeQuestion(desk, question, { isBackground })}
      >
        {say('questionnaires.designer.background')}
      </Switch>
    </fieldset>
  );
}
