import type { SurveyFileInspection } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './Import.module.css';

/** What is unusual about a file and was dealt with. */
export function ReadingNotes({
  inspection,
  hasRounds,
}: {
  readonly inspection: SurveyFileInspection;
  /** The answers go where rounds can be: then their sheets are shown. */
  readonly hasRounds: boolean;
}) {
  const say = useText();
  const { formulasEmpty } = inspection;
  const formulas = inspection.formulasFound - formulasEmpty;
  const notes = [
    ...(formulas > 0
      ? [say(inspection.format === 'xlsx' ? 'exchange.reading.formulaResults' : 'exchange.reading.formulas', { count: formulas })]
      : []),
    ...(formulasEmpty > 0 ? [say('exchange.reading.formulasEmpty', { count: formulasEmpty })] : []),
    ...(inspection.roundSheets.length > 0 && !hasRounds
      ? [say('exchange.rounds.note', { count: inspection.roundSheets.length, sheets: inspection.roundSheets.join(', ') })]
      : []),
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
