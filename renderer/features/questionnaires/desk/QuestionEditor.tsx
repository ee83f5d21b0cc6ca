import type { KeyboardEvent } from 'react';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { takesAnswer, type Question } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import { Switch } from '../../../ui/switch/Switch.tsx';
import { questionAbove } from '../design/rows.ts';
import { typeIcons } from '../design/question-types.ts';
import { changeQuestion, chooseSame, chooseType, editQuestion } from './desk-actions.ts';
import { MoreDetails } from './MoreDetails.tsx';
import { QuestionMenu } from './QuestionMenu.tsx';
import { QuestionWords } from './QuestionWords.tsx';
import styles from './QuestionEditor.module.css';
import { ReasonToggles } from './ReasonToggles.tsx';
import { RoutingField } from './RoutingField.tsx';
import { SinceLast } from './SinceLast.tsx';
import { TypeFields } from './TypeFields.tsx';
import { TypeStrip } from './TypeStrip.tsx';
import { useDeskContext } from './use-desk.ts';

export interface QuestionEditorProps {
  readonly question: Question;
  readonly rowKey: string;
  readonly depth: number;
  readonly problems: readonly DesignProblem[];
}

/** The question in hand, written in place. */
export function QuestionEditor({ question, rowKey, depth, problems }: QuestionEditorProps) {
  const say = useText();
  const desk = useDeskContext();
  const isStripOpen = desk.state.strip === rowKey;
  const above = questionAbove(desk.version, question.id);
  const icon = typeIcons[question.type];
  const type = say(`questionnaires.type.${question.type}`);
  const wording = localised(question.wording, desk.state.language);
  return (
    <div
      aria-label={say('questionnaires.designer.rowName', { number: question.number, wording, type })}
      className={styles.card}
      data-current=""
      data-row={rowKey}
      onKeyDown={(event) => leaveOnEscape(event)}
      role="group"
      style={{ '--depth': depth } as React.CSSProperties}
      tabIndex={0}
    >
      <span aria-hidden className={styles.number}>
        {question.number}
      </span>
      <QuestionWords onDone={() => desk.open(rowKey, 'strip')} question={question} rowKey={rowKey} />
      <div className={styles.corner}>
        <Button
          onPress={() => (isStripOpen ? desk.open(rowKey) : desk.open(rowKey, 'strip'))}
          size="bar"
          variant="quiet"
          {...(icon === undefined ? {} : { icon })}
        >
          {type}
        </Button>
        <QuestionMenu question={question} />
      </div>
      <div className={styles.body}>
        {isStripOpen ? (
          <div data-part="strip">
            <TypeStrip
              above={above}
              current={desk.state.untyped.has(rowKey) ? null : question.type}
              onCancel={() => desk.open(rowKey, 'wording')}
              onChoose={(chosen) => chooseType(desk, question, chosen)}
              onSame={() => chooseSame(desk, question)}
            />
          </div>
        ) : null}
        <TypeFields problems={problems} question={question} />
        {takesAnswer(question) ? (
          <div className={styles.line}>
            <ReasonToggles onChange={(reasons) => changeQuestion(desk, question, { reasons })} question={question} />
            <Switch isSelected={question.isRequired} onChange={(isRequired) => changeQuestion(desk, question, { isRequired })}>
              {say('questionnaires.required')}
            </Switch>
          </div>
        ) : null}
        <SinceLast question={question} />
        <RoutingField
          expression={question.relevant}
          onType={(relevant) => editQuestion(desk, question, { relevant })}
          problems={problems.filter((problem) => problem.field === 'relevant')}
          question={question}
          rowKey={rowKey}
        />
        {problems.filter(hasNoField).map((problem) => (
          <StatusText
            icon={problem.severity === 'error' ? 'hardCheck' : 'softCheck'}
            key={`${problem.field} ${problem.message} ${problem.index}`}
            tone={problem.severity === 'error' ? 'bad' : 'warn'}
          >
            {say.any(problem.message, problem.params)}
          </StatusText>
        ))}
        <MoreDetails problems={problems} question={question} />
      </div>
    </div>
  );
}

/** Problems of expressions and names are said at their fields. */
function hasNoField({ field }: DesignProblem): boolean {
  return ['wording', 'options', 'scale', 'range'].includes(field);
}

/** From a field to the question itself: there single keys command. */
function leaveOnEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.target === event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}
