import { useState } from 'react';
import { questionsOf, takesAnswer, type Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control/SegmentedControl.tsx';
import { operatorsFor, questionCalled, writeConditions, type Condition, type Conditions } from '../design/conditions.ts';
import { ConditionRow } from './ConditionRow.tsx';
import styles from './ConditionBuilder.module.css';
import { useDeskContext } from './use-desk.ts';

export interface ConditionBuilderProps {
  readonly conditions: Conditions;
  /** Conditions may ask for what comes before it; null for a section's. */
  readonly question: Question | null;
  readonly onChange: (expression: string) => void;
}

/** The common kind of condition without writing: questions, signs and answers, joined by and or or. It writes the expression. */
export function ConditionBuilder({ conditions: read, question, onChange }: ConditionBuilderProps) {
  const say = useText();
  const desk = useDeskContext();
  // Unfinished conditions cannot stand in the expression; here they can.
  const [draft, setDraft] = useState<Conditions | null>(null);
  const shown = draft ?? read;
  const all = questionsOf(desk.version).filter((other) => other.name !== '');
  const index = question === null ? all.length : all.findIndex((other) => other.id === question.id);
  const before = all.slice(0, index === -1 ? all.length : index).filter((other) => takesAnswer(other) || other.type === 'calculated');
  const set = (next: Conditions): void => {
    setDraft(next);
    onChange(writeConditions(next, all));
  };
  const setAt = (place: number, condition: Condition | null): void =>
    set({
      ...shown,
      conditions: condition === null ? shown.conditions.toSpliced(place, 1) : shown.conditions.with(place, condition),
    });
  const add = (): void => {
    const nearest = before.findLast((other) => other.options.length > 0) ?? before.at(-1);
    if (nearest === undefined) return;
    const condition: Condition = { name: nearest.name, operator: operatorsFor(nearest)[0] ?? 'answered', values: [] };
    set({ ...shown, conditions: [...shown.conditions, condition] });
  };
  if (before.length === 0) return <p className={styles.none}>{say('questionnaires.builder.nothingBefore')}</p>;
  return (
    <div className={styles.builder}>
      {shown.conditions.map((condition, place) => (
        <ConditionRow
          called={questionCalled(all, condition.name)}
          condition={condition}
          // A condition has no name of its own: its place is its identity.
          key={place}
          language={desk.state.language}
          onChange={(next) => setAt(place, next)}
          place={place + 1}
          questions={before}
        />
      ))}
      <div className={styles.foot}>
        <Button icon="add" onPress={add} size="bar" variant="quiet">
          {say('questionnaires.builder.add')}
        </Button>
        {shown.conditions.length < 2 ? null : (
          <SegmentedControl
            label={say('questionnaires.builder.join')}
            onChange={(join) => set({ ...shown, join })}
            segments={[
              { id: 'and', label: say('questionnaires.builder.all') },
              { id: 'or', label: say('questionnaires.builder.any') },
            ]}
            value={shown.join}
          />
        )}
      </div>
    </div>
  );
}
