import type { ReactNode } from 'react';
import type { Discrepancy } from '../../../shared/contract/double-entry.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { answerText } from '../interviews/index.ts';
import { DifferenceItem } from './DifferenceItem.tsx';
import styles from './Differences.module.css';
import { SideValue } from './SideValue.tsx';

export interface RoundDifferenceRowProps {
  readonly difference: Discrepancy;
  readonly round: NonNullable<Discrepancy['round']>;
  /** The repeat. */
  readonly question: Question;
  readonly questions: ReadonlyMap<QuestionId, Question>;
  readonly isCurrent: boolean;
  readonly isLocked: boolean;
  /** Who entered which; null while that is not shown. */
  readonly names: { readonly first: string; readonly second: string } | null;
  readonly onCurrent: () => void;
  readonly onMove: (step: number) => void;
  readonly onChoose: (choice: 'first' | 'second') => void;
}

/** A round that only one of the entries has: what is in it, and whether the interview is to have it. */
export function RoundDifferenceRow(props: RoundDifferenceRowProps) {
  const { difference, round, question, questions, isCurrent, isLocked, names, onChoose } = props;
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const { decided } = difference;
  const isInFirst = round.has === 'first';
  const inside: ReactNode =
    round.answers.length === 0
      ? say('fieldwork.differences.round.empty')
      : round.answers.map(({ questionId, mark, value, specify }) => {
          const asked = questions.get(questionId);
          if (asked === undefined) return null;
          const text = answerText(asked, value, language, say);
          // What lies in a round of the round says which one; the round itself stands in the heading.
          const inner = mark === round.mark ? '' : ` (${mark})`;
          return (
            <span className={styles.inside} key={`${questionId} ${mark}`}>
              <span className={styles.number}>
                {asked.number}
                {inner}
              </span>{' '}
              {specify === '' ? text : `${text}: ${specify}`}
            </span>
          );
        });
  const missing = say('fieldwork.differences.round.none');
  return (
    <DifferenceItem isCurrent={isCurrent} isFocused={isCurrent} onCurrent={props.onCurrent} onMove={props.onMove}>
      <p className={styles.question}>
        <span className={styles.number}>{question.number}</span> {content(question.label ?? question.wording)} ({round.mark})
      </p>
      <div className={styles.values}>
        <SideValue choice="first" isChosen={decided?.choice === 'first'} name={names?.first ?? say('fieldwork.differences.first')}>
          {isInFirst ? inside : missing}
        </SideValue>
        <SideValue choice="second" isChosen={decided?.choice === 'second'} name={names?.second ?? say('fieldwork.differences.second')}>
          {isInFirst ? missing : inside}
        </SideValue>
      </div>
      {decided === null ? null : (
        <StatusText icon="done" tone="good">
          {decided.choice === 'second'
            ? say('fieldwork.differences.round.taken', { has: round.has, by: decided.by })
            : say(isInFirst ? 'fieldwork.differences.round.kept' : 'fieldwork.differences.round.left', { by: decided.by })}
        </StatusText>
      )}
      {isCurrent && !isLocked && decided?.choice !== 'second' ? (
        <div className={styles.choices}>
          <Button kbd="1" onPress={() => onChoose('first')} size="bar">
            {say(isInFirst ? 'fieldwork.differences.round.keep' : 'fieldwork.differences.round.leave')}
          </Button>
          <Button kbd="2" onPress={() => onChoose('second')} size="bar">
            {say(isInFirst ? 'fieldwork.differences.round.remove' : 'fieldwork.differences.round.add')}
          </Button>
        </div>
      ) : null}
    </DifferenceItem>
  );
}
