import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Question, QuestionCheck } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control/SegmentedControl.tsx';
import { changeQuestion, editQuestion } from './desk-actions.ts';
import styles from './Details.module.css';
import { ExpressionField } from './ExpressionField.tsx';
import { LocalisedField } from './LocalisedField.tsx';
import { latestQuestion, useDeskContext } from './use-desk.ts';

export interface ChecksEditorProps {
  readonly question: Question;
  readonly problems: readonly DesignProblem[];
}

/** What must hold of an answer: hard checks must be put right, soft ones may stand with a reason. */
export function ChecksEditor({ question, problems }: ChecksEditorProps) {
  const say = useText();
  const desk = useDeskContext();
  const now = (): Question => latestQuestion(desk, question.id) ?? question;
  const changed = (index: number, changes: Partial<QuestionCheck>): QuestionCheck[] =>
    now().checks.map((check, place) => (place === index ? { ...check, ...changes } : check));
  return (
    <div className={styles.list}>
      {question.checks.map((check, index) => (
        // A check has no name of its own: its place is its identity.
        <div aria-label={say('questionnaires.designer.check', { place: index + 1 })} className={styles.check} key={index} role="group">
          <ExpressionField
            field="check"
            help={say('questionnaires.designer.checkHelp')}
            index={index}
            label={say('questionnaires.designer.checkExpression')}
            onType={(expression) => editQuestion(desk, question, { checks: changed(index, { expression }) })}
            part="check"
            problems={problems.filter((problem) => problem.index === index)}
            question={question}
            value={check.expression}
          />
          <LocalisedField
            index={index}
            label={say('questionnaires.designer.checkMessage')}
            onType={(message) => editQuestion(desk, question, { checks: changed(index, { message: message ?? {} }) })}
            part="checkMessage"
            text={check.message}
          />
          <div className={styles.line}>
            <SegmentedControl
              label={say('questionnaires.designer.checkSeverity')}
              onChange={(severity) => changeQuestion(desk, question, { checks: changed(index, { severity }) })}
              segments={[
                { id: 'hard', label: say('questionnaires.severity.hard') },
                { id: 'soft', label: say('questionnaires.severity.soft') },
              ]}
              value={check.severity}
            />
            <Button
              isDanger
              onPress={() => changeQuestion(desk, question, { checks: now().checks.toSpliced(index, 1) })}
              size="bar"
              variant="quiet"
            >
              {say('questionnaires.designer.removeCheck')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          icon="add"
          onPress={() => {
            const index = now().checks.length;
            changeQuestion(desk, question, { checks: [...now().checks, { severity: 'hard', expression: '', message: {} }] });
            desk.open(desk.design.store.keyOf(question.id), 'check', { index });
          }}
          size="bar"
        >
          {say('questionnaires.designer.addCheck')}
        </Button>
      </div>
    </div>
  );
}
