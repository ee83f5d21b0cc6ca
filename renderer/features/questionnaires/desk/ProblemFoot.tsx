import { useRef, type KeyboardEvent } from 'react';
import { printedKey } from '../../../../shared/commands/keys.ts';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { questionsOf } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useRunCommand } from '../../../lib/commands.tsx';
import { platform } from '../../../lib/platform.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { moveInList } from '../../../ui/keyboard/move-in-list.ts';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import { goToProblem } from './problem-place.ts';
import styles from './ProblemFoot.module.css';
import { useDeskContext } from './use-desk.ts';

/** What is not right yet, in one line at the foot; opened, the whole list, where Enter goes to the field. */
export function ProblemFoot() {
  const say = useText();
  const desk = useDeskContext();
  const run = useRunCommand();
  const { problems } = desk;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const isOpen = desk.state.areProblemsOpen && problems.length > 0;
  return (
    <div aria-label={say('questionnaires.problems.title')} className={styles.foot} role="region">
      <div className={styles.line}>
        {problems.length === 0 ? (
          <StatusText icon="done" tone="good">
            {say('questionnaires.problems.none', { number: desk.version.number })}
          </StatusText>
        ) : (
          <StatusText icon={errors > 0 ? 'hardCheck' : 'softCheck'} tone={errors > 0 ? 'bad' : 'warn'}>
            {errors > 0
              ? say('questionnaires.problems.count', { count: errors, number: desk.version.number })
              : say('questionnaires.problems.warnings', { count: problems.length })}
          </StatusText>
        )}
        {problems.length === 0 ? null : (
          <div className={styles.deeds}>
            <Button aria-expanded={isOpen} onPress={() => desk.change({ areProblemsOpen: !isOpen })} size="bar" variant="quiet">
              {say(isOpen ? 'questionnaires.problems.hide' : 'questionnaires.problems.showAll')}
            </Button>
            <Button kbd={printedKey('Mod+ArrowDown', platform)} onPress={() => run('designer.nextProblem')} size="bar">
              {say('questionnaires.problems.next')}
            </Button>
          </div>
        )}
      </div>
      {isOpen ? <ProblemList problems={problems} /> : null}
    </div>
  );
}

function ProblemList({ problems }: { readonly problems: readonly DesignProblem[] }) {
  const say = useText();
  const desk = useDeskContext();
  const list = useRef<HTMLUListElement>(null);
  const questions = questionsOf(desk.version);
  function placeOf(problem: DesignProblem): string {
    const question = questions.find((candidate) => candidate.id === problem.questionId);
    if (question !== undefined) return `${question.number} ${localised(question.wording, desk.state.language)}`.trim();
    const section = desk.version.sections.find((candidate) => candidate.id === problem.sectionId);
    return section === undefined ? '' : localised(section.title, desk.state.language);
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveInList(event.key, { index, count: problems.length, page: 8 });
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[next]?.focus();
  }
  return (
    <ul className={styles.list} ref={list}>
      {problems.map((problem, index) => (
        <li key={`${problem.questionId} ${problem.sectionId} ${problem.field} ${problem.index} ${problem.language} ${problem.message}`}>
          <button
            className={styles.problem}
            onClick={() => goToProblem(desk, problem)}
            onKeyDown={(event) => onKeyDown(event, index)}
            type="button"
          >
            <Icon
              name={problem.severity === 'error' ? 'hardCheck' : 'softCheck'}
              size={14}
              tone={problem.severity === 'error' ? 'bad' : 'warn'}
            />
            <span className={styles.words}>{say.any(problem.message, problem.params)}</span>
            <span className={styles.place}>{placeOf(problem)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
