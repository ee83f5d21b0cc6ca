import { useEffect, useRef, useState } from 'react';
import type { Discrepancy } from '../../../shared/contract/double-entry.ts';
import type { AnswerValue, EnteredValue } from '../../../shared/model/answer.ts';
import { reasonLetters, type Question } from '../../../shared/model/questionnaire.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { answerText } from '../interviews/index.ts';
import { DifferenceItem } from './DifferenceItem.tsx';
import styles from './Differences.module.css';
import { SideValue } from './SideValue.tsx';
import { readThirdValue } from './third-value.ts';

export interface DifferenceRowProps {
  readonly difference: Discrepancy;
  readonly question: Question;
  /** The person or round it is about; empty outside both. */
  readonly turn: string;
  /** What is remarked on the answer already. */
  readonly remark: string;
  readonly isCurrent: boolean;
  readonly isLocked: boolean;
  readonly mode: 'choose' | 'other' | 'remark';
  /** Who entered which; null while that is not shown. */
  readonly names: { readonly first: string; readonly second: string } | null;
  readonly onCurrent: () => void;
  readonly onMove: (step: number) => void;
  readonly onChoose: (choice: 'first' | 'second' | 'other', value?: EnteredValue) => void;
  readonly onOther: () => void;
  readonly onRemark: (text: string) => void;
  readonly onCancel: () => void;
}

/** One answer in which the entries differ: both values side by side, and what was decided. */
export function DifferenceRow(props: DifferenceRowProps) {
  const { difference, question, turn, isCurrent, isLocked, mode, names, onCurrent, onMove, onChoose, onOther } = props;
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const words = (value: AnswerValue | null, specify: string): string => {
    const text = value === null ? say('fieldwork.differences.nothing') : answerText(question, value, language, say);
    return specify === '' ? text : `${text}: ${specify}`;
  };
  const { decided } = difference;
  return (
    <DifferenceItem isCurrent={isCurrent} isFocused={isCurrent && mode === 'choose'} onCurrent={onCurrent} onMove={onMove}>
      <p className={styles.question}>
        <span className={styles.number}>{question.number}</span> {content(question.wording)}
        {turn === '' ? '' : ` (${turn})`}
      </p>
      <div className={styles.values}>
        <SideValue choice="first" isChosen={decided?.choice === 'first'} name={names?.first ?? say('fieldwork.differences.first')}>
          {words(difference.first, difference.firstSpecify)}
        </SideValue>
        <SideValue choice="second" isChosen={decided?.choice === 'second'} name={names?.second ?? say('fieldwork.differences.second')}>
          {words(difference.second, difference.secondSpecify)}
        </SideValue>
        {decided?.choice === 'other' ? (
          <SideValue choice="other" isChosen name={say('fieldwork.differences.other')}>
            {words(decided.value, '')}
          </SideValue>
        ) : null}
      </div>
      {decided === null ? null : (
        <StatusText icon="done" tone="good">
          {say('fieldwork.differences.decided', { choice: say(`fieldwork.differences.${decided.choice}`), by: decided.by })}
        </StatusText>
      )}
      {isCurrent && !isLocked && mode === 'choose' ? (
        <div className={styles.choices}>
          <Button kbd="1" onPress={() => onChoose('first')} size="bar">
            {say('fieldwork.differences.takeFirst')}
          </Button>
          <Button kbd="2" onPress={() => onChoose('second')} size="bar">
            {say('fieldwork.differences.takeSecond')}
          </Button>
          <Button kbd="3" onPress={onOther} size="bar">
            {say('fieldwork.differences.takeOther')}
          </Button>
        </div>
      ) : null}
      {isCurrent && mode === 'other' ? <OtherField {...props} /> : null}
      {isCurrent && mode === 'remark' ? <RemarkField {...props} /> : null}
    </DifferenceItem>
  );
}

/** The third value: typed as in entry, a code, a number or words, or a reason's letter. */
function OtherField({ question, onChoose, onCancel }: DifferenceRowProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const take = (): void => {
    const value = readThirdValue(question, typed);
    if (value === null) setRefused(true);
    else onChoose('other', value);
  };
  const letters = question.reasons.map((reason) => reasonLetters[reason]).join(' ');
  return (
    <TextField
      error={isRefused ? say('fieldwork.differences.noValue', { typed }) : undefined}
      help={say('fieldwork.differences.otherHelp', { letters })}
      inputRef={input}
      label={say('fieldwork.differences.otherLabel')}
      onChange={(text) => {
        setRefused(false);
        setTyped(text);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape') onCancel();
      }}
      value={typed}
    />
  );
}

/** The remark that stands, to write on in; Esc leaves it as it was. */
function RemarkField({ question, remark, onRemark, onCancel }: DifferenceRowProps) {
  const say = useText();
  const [text, setText] = useState(remark);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextField
      inputRef={input}
      isWords
      label={say('interviews.entry.remarkOn', { number: question.number })}
      onChange={setText}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && text.trim() === remark)) onCancel();
        else if (event.key === 'Enter') onRemark(text);
      }}
      value={text}
    />
  );
}
