import { useState } from 'react';
import type { Discrepancy } from '../../../shared/contract/double-entry.ts';
import type { InterviewDetail } from '../../../shared/contract/interviews.ts';
import type { EnteredValue } from '../../../shared/model/answer.ts';
import { questionsOf, type QuestionnaireVersion } from '../../../shared/model/questionnaire.ts';
import { turnMark } from '../../../shared/model/turn-mark.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client, type orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { formatNumber } from '../../lib/format.ts';
import { platform } from '../../lib/platform.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './Differences.module.css';
import { DifferenceRow } from './DifferenceRow.tsx';
import { RoundDifferenceRow } from './RoundDifferenceRow.tsx';
import { differenceKey, useCurrentDifference } from './use-current-difference.ts';

type Found = Awaited<ReturnType<typeof orpc.doubleEntry.discrepancies.call>>;

export interface DifferencesProps {
  /** The interview as it stands. */
  readonly first: InterviewDetail;
  readonly found: Found;
  readonly version: QuestionnaireVersion;
  readonly onLeave: () => void;
}

/** The list goes on by itself after each choice; who entered what is told when somebody wants to know. */
export function Differences({ first, found, version, onLeave }: DifferencesProps) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const { id: interviewId } = first;
  const { discrepancies } = found;
  const questions = new Map(questionsOf(version).map((question) => [question.id, question]));
  const { current, at, goTo, goOn, send } = useCurrentDifference(discrepancies);
  const [mode, setMode] = useState<'choose' | 'other' | 'remark'>('choose');
  const [showsNames, setShowsNames] = useState(false);
  const left = discrepancies.filter((one) => one.decided === null).length;
  const remarkOn = ({ questionId, instance }: Discrepancy): string =>
    first.answers.find((answer) => answer.questionId === questionId && answer.instance === instance)?.remark ?? '';
  const decide = async (choice: 'first' | 'second' | 'other', value?: EnteredValue): Promise<void> => {
    if (at === undefined) return;
    const { questionId, instance } = at;
    if (at.round !== null) {
      if (choice !== 'other')
        await send(
          at,
          save(() => client.doubleEntry.decideRound({ interviewId, questionId, instance, choice })),
        );
      return;
    }
    const deciding = save(() =>
      client.doubleEntry.decide({ interviewId, questionId, instance, choice, ...(value === undefined ? {} : { value }) }),
    );
    if (choice === 'other') {
      // What is typed stays until it is known to be an answer.
      if ((await deciding) === undefined) return;
      setMode('choose');
      goOn();
    } else await send(at, deciding);
  };
  const remark = async (text: string): Promise<void> => {
    if (at === undefined) return;
    const { questionId, instance } = at;
    const done = await save(() => client.interviews.remark({ interviewId, questionId, instance, text }));
    if (done !== undefined) setMode('choose');
  };
  const verify = async (): Promise<void> => {
    const done = await save(() => client.doubleEntry.verify({ interviewId }));
    if (done === undefined) return;
    notice.set({ text: say('fieldwork.differences.verified', { code: found.code, ...rateOf(found, language) }), tone: 'neutral' });
    onLeave();
  };
  const canChoose = !found.isVerified && mode === 'choose' && at !== undefined;
  // A round that has come in or gone is only brought back by undo.
  const isMoved = at !== undefined && at.round !== null && at.decided?.choice === 'second';
  useCommand('differences.first', () => void decide('first'), canChoose && !isMoved);
  useCommand('differences.second', () => void decide('second'), canChoose && !isMoved);
  useCommand('differences.other', () => setMode('other'), canChoose && at.round === null);
  useCommand('differences.remark', () => setMode('remark'), canChoose && at.round === null);
  useCommand('differences.names', () => setShowsNames(!showsNames), mode === 'choose');
  useCommand('differences.done', () => void verify(), !found.isVerified && left === 0);
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button onPress={onLeave}>{say('interviews.entry.toList')}</Button>
            <Button
              isDisabled={left > 0 || found.isVerified}
              kbd={printedKey('Mod+Enter', platform)}
              onPress={() => void verify()}
              reason={found.isVerified ? say('fieldwork.differences.isVerified') : say('fieldwork.differences.left', { count: left })}
              variant="main"
            >
              {say('fieldwork.differences.verify')}
            </Button>
          </>
        }
        facts={say('fieldwork.differences.facts', { fields: formatNumber(found.fields, language), count: discrepancies.length, left })}
        title={say('fieldwork.differences.title', { code: found.code })}
      />
      <p className={styles.keys}>
        {say('fieldwork.differences.keys')}{' '}
        <Button aria-pressed={showsNames} kbd="N" onPress={() => setShowsNames(!showsNames)} size="bar" variant="quiet">
          {say(showsNames ? 'fieldwork.differences.hideNames' : 'fieldwork.differences.showNames')}
        </Button>
      </p>
      {discrepancies.length === 0 ? <EmptyState what={say('fieldwork.differences.none')} /> : null}
      <ol className={styles.list}>
        {discrepancies.map((one, index) => {
          const question = questions.get(one.questionId);
          if (question === undefined) return null;
          const names = showsNames ? { first: found.firstBy, second: found.secondBy } : null;
          const isCurrent = index === current;
          const row = {
            difference: one,
            isCurrent,
            isLocked: found.isVerified,
            names,
            onCurrent: () => goTo(index),
            onMove: (step: number) => goTo(index + step),
            question,
          };
          if (one.round !== null)
            return (
              <RoundDifferenceRow
                {...row}
                key={differenceKey(one)}
                onChoose={(choice) => void decide(choice)}
                questions={questions}
                round={one.round}
              />
            );
          return (
            <DifferenceRow
              {...row}
              key={differenceKey(one)}
              mode={isCurrent ? mode : 'choose'}
              onCancel={() => setMode('choose')}
              onChoose={(choice, value) => void decide(choice, value)}
              onOther={() => setMode('other')}
              onRemark={(text) => void remark(text)}
              remark={remarkOn(one)}
              turn={turnMark(first.turns, one.instance)}
            />
          );
        })}
      </ol>
      {left === 0 && discrepancies.length > 0 ? (
        <p className={styles.rate} role="status">
          {say('fieldwork.differences.rate', rateOf(found, language))}
        </p>
      ) : null}
    </>
  );
}

/** How often the two entries differed, in so many of a thousand fields. */
function rateOf(found: Found, language: Parameters<typeof formatNumber>[1]): { differences: string; fields: string; rate: string } {
  const { discrepancies, fields } = found;
  return {
    differences: formatNumber(discrepancies.length, language),
    fields: formatNumber(fields, language),
    rate: fields === 0 ? '0' : formatNumber((1000 * discrepancies.length) / fields, language, 1),
  };
}
