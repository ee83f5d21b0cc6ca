import { Fragment, type ReactNode } from 'react';
import styles from './SearchScreen.module.css';

interface MarkedProps {
  readonly text: string;
  /** In units of the text, in order, without overlap. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly isCutBefore?: boolean;
  readonly isCutAfter?: boolean;
  readonly language?: string | undefined;
}

/** A piece of a text with its hits marked. */
export function Marked({ text, marks, isCutBefore = false, isCutAfter = false, language }: MarkedProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    parts.push(
      <Fragment key={mark.start}>
        {text.slice(at, mark.start)}
        <mark className={styles.mark}>{text.slice(mark.start, mark.end)}</mark>
      </Fragment>,
    );
    at = mark.end;
  }
  return (
    <span lang={language}>
      {isCutBefore ? '… ' : ''}
      {parts}
      {text.slice(at)}
      {isCutAfter ? ' …' : ''}
    </span>
  );
}
