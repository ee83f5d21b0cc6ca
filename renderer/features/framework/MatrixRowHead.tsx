import type { FrameworkRow } from '../../../shared/contract/framework.ts';
import { useText } from '../../lib/text.ts';
import styles from './MatrixGrid.module.css';

export interface MatrixRowHeadProps {
  /** Undefined until its page has come. */
  readonly row: FrameworkRow | undefined;
  readonly name: string;
  readonly facts: string;
  readonly isCurrent: boolean;
  readonly width: number;
}

/** Whose row it is, a few facts, and how far it has come. */
export function MatrixRowHead({ row, name, facts, isCurrent, width }: MatrixRowHeadProps) {
  const say = useText();
  const done = row?.cells.filter((cell) => cell.isDone).length ?? 0;
  return (
    <div aria-colindex={1} className={styles.rowHead} data-current={isCurrent || undefined} role="rowheader" style={{ inlineSize: width }}>
      <span className={styles.code}>{name}</span>
      {row === undefined ? null : (
        <>
          {row.persons > 1 ? <span className={styles.facts}>{say('framework.row.persons', { n: row.persons })}</span> : null}
          {(facts === '' ? [row.service, row.place] : [row.place, ...facts.split(' · ')]).map((fact) =>
            fact === null || fact === '' ? null : (
              <span className={styles.facts} key={fact} title={fact}>
                {fact}
              </span>
            ),
          )}
          <span className={styles.facts}>{say('framework.fillRow', { done, cells: row.said.length })}</span>
        </>
      )}
    </div>
  );
}
