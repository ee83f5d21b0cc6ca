import { useState } from 'react';
import { parseExpression } from '../../../../shared/expressions/parse.ts';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { SegmentedControl } from '../../../ui/segmented-control/SegmentedControl.tsx';
import { readConditions } from '../design/conditions.ts';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import styles from './RoutingField.module.css';
import { useDeskContext } from './use-desk.ts';
import { useSentence } from './use-sentence.ts';

export interface RoutingFieldProps {
  readonly expression: string | null;
  /** The question that is asked only when; null for a section. */
  readonly question: Question | null;
  /** The row it belongs to. */
  readonly rowKey: string;
  readonly problems: readonly DesignProblem[];
  readonly onType: (expression: string | null) => void;
}

/** When a question or section is asked: the sentence, and on demand the expression or the builder that makes it. */
export function RoutingField({ expression, question, rowKey, problems, onType }: RoutingFieldProps) {
  const say = useText();
  const sentence = useSentence();
  const desk = useDeskContext();
  const [wants, setWants] = useState<'build' | 'write'>('write');
  const text = expression ?? '';
  const conditions = readConditions(text);
  const isBuilding = wants === 'build' && conditions !== null;
  const type = (next: string): void => onType(next.trim() === '' ? null : next);
  const isReadable = text === '' || parseExpression(text).isRead;
  const words = text === '' ? say('questionnaires.designer.alwaysAsked') : sentence('relevant', text);
  if (desk.state.routing !== rowKey && problems.length === 0) {
    return (
      <div className={styles.line} data-part="relevant">
        <button className={styles.sentence} onClick={() => desk.open(rowKey, 'relevant')} type="button">
          <Icon name="routing" size={14} />
          <span>{words}</span>
          <span className={styles.change}>
            {say(text === '' ? 'questionnaires.designer.addRouting' : 'questionnaires.designer.changeRouting')}
          </span>
        </button>
      </div>
    );
  }
  return (
    <div className={styles.open}>
      <div className={styles.head}>
        <span className={styles.words}>
          {isReadable ? (
            <>
              <Icon name="routing" size={14} />
              <span>{words}</span>
            </>
          ) : null}
        </span>
        <SegmentedControl
          isDisabled={conditions === null}
          label={say('questionnaires.designer.routingHow')}
          onChange={setWants}
          segments={[
            { id: 'write', label: say('questionnaires.designer.write') },
            { id: 'build', label: say('questionnaires.designer.build') },
          ]}
          value={isBuilding ? 'build' : 'write'}
        />
      </div>
      {isBuilding ? (
        <div data-part="relevant">
          <ConditionBuilder conditions={conditions} onChange={type} question={question} />
        </div>
      ) : (
        <ExpressionField
          help={say('questionnaires.designer.expressionHelp')}
          label={say(question === null ? 'questionnaires.designer.sectionRouting' : 'questionnaires.designer.routing')}
          onDone={() => desk.open(rowKey)}
          onType={type}
          field={null}
          part="relevant"
          problems={problems}
          question={question}
          value={text}
        />
      )}
    </div>
  );
}
