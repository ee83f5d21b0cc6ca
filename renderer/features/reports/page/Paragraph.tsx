import styles from './page.module.css';
import { Runs, type PageRun } from './Runs.tsx';

interface ParagraphProps {
  readonly style: 'body' | 'lead' | 'quiet' | 'bullet' | 'numbered';
  readonly depth: number;
  readonly ordinal: number | null;
  readonly runs: readonly PageRun[];
  readonly firstNote: number;
  readonly lang?: string | undefined;
}

/** One line of a text: a paragraph, or an item with its sign in the margin of the list. */
export function Paragraph({ style, depth, ordinal, runs, firstNote, lang }: ParagraphProps) {
  const words = <Runs firstNote={firstNote} runs={runs} />;
  if (style !== 'bullet' && style !== 'numbered')
    return (
      <p className={styles.paragraph} data-style={style} lang={lang}>
        {words}
      </p>
    );
  return (
    <p className={styles.item} data-depth={depth} lang={lang}>
      <span aria-hidden={ordinal === null} className={styles.sign} data-aside>
        {ordinal === null ? '•' : `${ordinal}.`}
      </span>
      <span>{words}</span>
    </p>
  );
}
