import type { SurveyFileInspection } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './Import.module.css';

/** What is unusual about a file and was dealt with. */
export function ReadingNotes({ inspection }: { readonly inspection: SurveyFileInspection }) {
  const say = useText();
  const notes = [
    ...(inspection.formulasFound > 0 ? [say('exchange.reading.formulas', { count: inspection.formulasFound })] : []),
    ...(inspection.evenedRowCount > 0 ? [say('exchange.reading.evened', { count: inspection.evenedRowCount })] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Icon name="softCheck" size={14} tone="warn" /> {note}
        </li>
      ))}
    </ul>
  );
}
