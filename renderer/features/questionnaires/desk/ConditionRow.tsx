import { useState } from 'react';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Checkbox } from '../../../ui/checkbox/Checkbox.tsx';
import { ComboBox } from '../../../ui/combo-box/ComboBox.tsx';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { optionWords } from '../../interviews/index.ts';
import { matchQuestions } from '../design/completion.ts';
import { operatorsFor, type Condition } from '../design/conditions.ts';
import styles from './ConditionBuilder.module.css';

export interface ConditionRowProps {
  readonly condition: Condition;
  /** Counted from 1, for the names of the fields. */
  readonly place: number;
  readonly called: Question | undefined;
  readonly questions: readonly Question[];
  readonly language: Language;
  /** Null takes the condition away. */
  readonly onChange: (condition: Condition | null) => void;
}

/** One condition: which question, which sign, which answers. */
export function ConditionRow({ condition, place, called, questions, language, onChange }: ConditionRowProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const nameOf = (question: Question): string => `${question.number} ${localised(question.wording, language)}`.trim();
  const hits = typed === null ? questions : matchQuestions(questions, typed, (question) => localised(question.wording, language));
  const asksForAnswer = condition.operator !== 'answered' && condition.operator !== 'not-answered';
  return (
    <div aria-label={say('questionnaires.builder.condition', { place })} className={styles.row} role="group">
      <ComboBox
        countText={say('questionnaires.builder.hits', { count: hits.length })}
        isLabelHidden
        label={say('questionnaires.builder.question')}
        onCancel={() => setTyped(null)}
        onChoose={(id) => {
          setTyped(null);
          const chosen = questions.find((question) => question.id === id);
          if (chosen === undefined || chosen.name === condition.name) return;
          const offered = operatorsFor(chosen);
          const operator = offered.includes(condition.operator) ? condition.operator : (offered[0] ?? 'answered');
          onChange({ name: chosen.name, operator, values: [] });
        }}
        onTextChange={setTyped}
        options={hits.slice(0, 30).map((question) => ({ id: question.id, label: nameOf(question), detail: question.name }))}
        text={typed ?? (called === undefined ? condition.name : nameOf(called))}
      />
      <Select
        isLabelHidden
        label={say('questionnaires.builder.operator')}
        onChange={(operator) => onChange({ ...condition, operator })}
        options={(called === undefined ? [condition.operator] : operatorsFor(called)).map((id) => ({
          id,
          label: say(`questionnaires.operator.${id}`),
        }))}
        value={condition.operator}
      />
      <IconButton icon="close" label={say('questionnaires.builder.remove')} onPress={() => onChange(null)} size="small" />
      {asksForAnswer && called !== undefined ? (
        <Answers condition={condition} language={language} onChange={onChange} question={called} />
      ) : null}
    </div>
  );
}

interface AnswersProps {
  readonly condition: Condition;
  readonly question: Question;
  readonly language: Language;
  readonly onChange: (condition: Condition) => void;
}

/** The answers to compare with: any of those ticked, or one number or date. */
function Answers({ condition, question, language, onChange }: AnswersProps) {
  const say = useText();
  const isEqual = condition.operator === 'is' || condition.operator === 'is-not';
  if (!isEqual || question.options.length === 0) {
    return (
      <div className={styles.value}>
        <TextField
          isLabelHidden
          label={say('questionnaires.builder.value')}
          length={12}
          onChange={(text) => onChange({ ...condition, values: [text.trim().replace(',', '.')] })}
          {...(question.type === 'date' ? { placeholder: say('questionnaires.builder.datePlaceholder') } : {})}
          value={condition.values[0] ?? ''}
        />
      </div>
    );
  }
  return (
    <div aria-label={say('questionnaires.builder.answers')} className={styles.answers} role="group">
      {question.options.map((option) => {
        const value = option.name ?? String(option.code);
        return (
          <Checkbox
            isSelected={condition.values.includes(value)}
            key={option.code}
            onChange={(isChosen) =>
              onChange({
                ...condition,
                values: isChosen ? [...condition.values, value] : condition.values.filter((other) => other !== value),
              })
            }
          >
            {optionWords(question, option.code, language, say)}
          </Checkbox>
        );
      })}
    </div>
  );
}
