import { useEffect, useRef } from 'react';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import styles from './clearance.module.css';
import { OwnWord } from './OwnWord.tsx';
import type { MarkLine, Marks } from './use-marks.ts';

interface MarkListProps {
  readonly marks: Marks;
  readonly language: string;
  /** The wording may be changed. */
  readonly isOpen: boolean;
}

/** What may tell who said it, one line for each word, with why it is marked and what was decided. The open one takes the keys. */
export function MarkList({ marks, language, isOpen }: MarkListProps) {
  const say = useText();
  const list = useRef<HTMLOListElement>(null);
  const { lines, left, current } = marks;
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section aria-label={say('clearance.marks')} className={styles.part}>
      <h2 className={styles.heading}>
        {say('clearance.marks')}{' '}
        <span className={styles.quiet}>{lines.length === 0 || !isOpen ? '' : say('clearance.marksLeft', { n: left })}</span>
      </h2>
      <p className={styles.quiet}>{say(lines.length === 0 ? 'clearance.noMarks' : 'clearance.marksNote')}</p>
      <ol className={styles.marks} ref={list}>
        {lines.map((line) => (
          <Line
            isCurrent={isOpen && line.number === current}
            isOpen={isOpen}
            key={line.number}
            language={language}
            line={line}
            marks={marks}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps extends Omit<MarkListProps, 'marks'> {
  readonly marks: Marks;
  readonly line: MarkLine;
  readonly isCurrent: boolean;
}

function Line({ line, marks, language, isOpen, isCurrent }: LineProps) {
  const say = useText();
  const { number, mark, words } = line;
  const word = mark.generalWord ?? mark.suggestion;
  const state = mark.decision === null ? say('clearance.state.open') : say(`clearance.state.${mark.decision}`, { word });
  return (
    <li
      aria-current={isCurrent || undefined}
      className={styles.mark}
      data-current={isCurrent || undefined}
      data-decided={mark.decision ?? undefined}
    >
      <button
        className={styles.markHead}
        disabled={!isOpen}
        onClick={() => marks.choose(number)}
        tabIndex={isCurrent ? 0 : -1}
        type="button"
      >
        <span className={styles.number}>{number}</span>
        <q className={styles.markWords} lang={language}>
          {words}
        </q>
        <span className={styles.why}>
          {say(`clearance.kind.${mark.kind}`)} · {say(`clearance.why.${mark.why}`)}
        </span>
        <span className={styles.state}>{state}</span>
      </button>
      {isCurrent ? (
        <div className={styles.choices}>
          <Button kbd="1" onPress={() => marks.decide('keep', line)} size="bar">
            {say('clearance.keep')}
          </Button>
          <Button kbd="2" onPress={() => marks.decide('general-word', line)} size="bar">
            <span lang={language}>{word}</span>
          </Button>
          <Button kbd="3" onPress={() => marks.decide('remove', line)} size="bar">
            {say('clearance.remove')}
          </Button>
          <OwnWord key={word} language={language} onGive={(own) => marks.decide('general-word', line, own)} />
        </div>
      ) : null}
    </li>
  );
}
