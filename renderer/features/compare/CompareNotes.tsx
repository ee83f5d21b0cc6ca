import { useText } from '../../lib/text.ts';
import type { GridLine } from './grid-lines.ts';
import styles from './compare.module.css';

interface CompareNotesProps {
  readonly lines: readonly GridLine[];
  readonly notes: readonly string[];
}

/** How to read the table, and every sign that stands in it written out. */
export function CompareNotes({ lines, notes }: CompareNotesProps) {
  const say = useText();
  const cells = lines.flatMap((line) => [...line.cells.values()]);
  const rule = cells[0]?.exhibit.rule;
  const has = (state: string): boolean => cells.some(({ cell }) => cell.state === state);
  const isSmall = cells.some(({ base, figure }) => base?.rule === 'low' && figure !== null);
  const signs = [
    ...(rule !== undefined && has('hidden') ? [say('compare.legend.hidden', { n: rule.minimumBase })] : []),
    ...(has('missing') ? [say('compare.legend.missing')] : []),
    ...(has('not-applicable') ? [say('compare.legend.notApplicable')] : []),
    ...(rule !== undefined && isSmall ? [say('compare.legend.low', { n: rule.lowBase })] : []),
    ...(cells.some(({ isReworded }) => isReworded) ? [say('compare.legend.reworded')] : []),
  ];
  return (
    <div className={styles.notes}>
      {[...notes, ...signs].map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
