import { chartNotes, generalNotes, sourceLine, symbolNotes, type ChartType, type ExhibitWords } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import styles from './analysis.module.css';

interface ExhibitNotesProps {
  readonly exhibit: ReleasedExhibit;
  readonly words: ExhibitWords;
  readonly hasChart: boolean;
  /** Which chart is shown, where it is not the usual one. */
  readonly chart?: ChartType | undefined;
}

/** General notes, signs, source and release number, in the order of print. */
export function ExhibitNotes({ exhibit, words, hasChart, chart }: ExhibitNotesProps) {
  const notes = [...generalNotes(exhibit, words), ...(hasChart ? chartNotes(exhibit, words, { chart }) : [])];
  return (
    <div className={styles.notes} lang={exhibit.language}>
      {notes.length === 0 ? null : <p>{notes.join(' ')}</p>}
      {symbolNotes(exhibit, words).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className={styles.source}>{sourceLine(exhibit, words)}</p>
    </div>
  );
}
