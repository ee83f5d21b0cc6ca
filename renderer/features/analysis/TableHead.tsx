import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { useText } from '../../lib/text.ts';
import type { TableModel } from './table-model.ts';
import styles from './table.module.css';

/** The heads of a table: merged headings of a banner, the groups, and the letters that name them in tests. */
export function TableHead({ model, stubLabel }: { readonly model: TableModel; readonly stubLabel: string }) {
  const say = useText();
  const hasLetters = model.columns.some(({ letter }) => letter !== undefined && letter !== '');
  return (
    <thead>
      {model.headings.map((line, level) => (
        // oxlint-disable-next-line react/no-array-index-key -- the lines are of fixed order, outermost first
        <tr key={level}>
          <td className={styles.stub} />
          {line.map(({ key, label, span }) =>
            label === '' ? (
              <td colSpan={span} key={key} />
            ) : (
              <th className={styles.heading} colSpan={span} key={key} scope="colgroup">
                <span>{label}</span>
              </th>
            ),
          )}
          {model.hasRowBases ? <td /> : null}
        </tr>
      ))}
      <tr className={styles.heads}>
        <td className={styles.stub}>
          <VisuallyHidden>{stubLabel}</VisuallyHidden>
        </td>
        {model.columns.map(({ key, label, letter }) => (
          <th className={styles.head} key={key} scope="col">
            {label}
            {hasLetters ? <span className={styles.letter}>{letter ?? ''}</span> : null}
          </th>
        ))}
        {model.hasRowBases ? (
          <th className={styles.baseHead} scope="col">
            {say('analysis.table.n')}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
