import { parseMarkedText, type MarkedParagraph } from '../../../../shared/texts/marked-text.ts';
import styles from './page.module.css';
import { Paragraph } from './Paragraph.tsx';
import { notesIn } from './Runs.tsx';

interface MarkedTextProps {
  readonly body: string;
  /** Number of the first footnote in it. */
  readonly firstNote: number;
}

/** How many footnotes a text has. */
export function footnotesOf(body: string): number {
  return body.includes('^[') ? parseMarkedText(body).reduce((sum, { runs }) => sum + notesIn(runs), 0) : 0;
}

/** An author's text as it will stand, with its footnotes right under it. */
export function MarkedText({ body, firstNote }: MarkedTextProps) {
  const paragraphs = parseMarkedText(body);
  const notes = paragraphs.flatMap(({ runs }) => runs.flatMap(({ footnote }) => (footnote === undefined ? [] : [footnote])));
  const starts = firstNotes(paragraphs, firstNote);
  return (
    <>
      {paragraphs.map((paragraph, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have nothing but their order
        <Paragraph firstNote={starts[at] ?? firstNote} key={at} {...paragraph} />
      ))}
      {notes.map((note, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- so have notes
        <p className={styles.note} key={`note ${at}`}>
          <sup>{firstNote + at}</sup> {note}
        </p>
      ))}
    </>
  );
}

/** Number of the first footnote of each paragraph. */
function firstNotes(paragraphs: readonly MarkedParagraph[], first: number): readonly number[] {
  const starts: number[] = [];
  let next = first;
  for (const { runs } of paragraphs) {
    starts.push(next);
    next += notesIn(runs);
  }
  return starts;
}
