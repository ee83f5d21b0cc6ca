import type { AnswerSpace } from '../../../shared/contract/print.ts';
import { WritingLine } from '../../lib/paper/WritingLine.tsx';
import styles from './print.module.css';

interface SheetAnswerProps {
  readonly answer: AnswerSpace;
  readonly reasons: readonly string[];
}

/** Where the answer goes: boxes, lines or a row of points, and the reasons for none. */
export function SheetAnswer({ answer, reasons }: SheetAnswerProps) {
  return (
    <>
      <Space answer={answer} />
      {reasons.length === 0 ? null : (
        <p className={styles.reasons}>
          {reasons.map((reason) => (
            <span key={reason}>☐ {reason}</span>
          ))}
        </p>
      )}
    </>
  );
}

function Space({ answer }: { readonly answer: AnswerSpace }) {
  switch (answer.kind) {
    case 'none':
      return null;
    case 'line':
      return (
        <p className={styles.line}>
          {answer.before}
          <span className={styles.rule} />
          {answer.after}
        </p>
      );
    case 'lines':
      return Array.from({ length: answer.count }, (_, index) => <WritingLine key={index} />);
    case 'options':
      return (
        <ul className={answer.isRow ? styles.row : styles.optionList}>
          {answer.options.map((option) => (
            <li className={styles.option} key={`${option.code} ${option.label}`}>
              <span aria-hidden className={styles.mark}>
                {answer.rank !== null ? '__' : answer.several ? '☐' : '○'}
              </span>
              {answer.isRow || option.code === '' ? null : <span className={styles.code}>{option.code}</span>}
              <span>
                {option.label}
                {option.hint === '' ? null : <span className={styles.optionHint}> ({option.hint})</span>}
              </span>
              {option.asksWhat ? <span className={styles.rule} /> : null}
            </li>
          ))}
        </ul>
      );
  }
}
