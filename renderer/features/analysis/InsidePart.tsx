import { numberText, headingRows } from '../../../shared/charts/index.ts';
import type { InsideView } from '../../../shared/contract/analysis.ts';
import { missingReasonIds } from '../../../shared/contract/missing-reasons.ts';
import { notice } from '../../lib/status.ts';
import type { Language } from '../../../shared/model/text.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import styles from './analysis.module.css';
import { ModelTable } from './ModelTable.tsx';
import type { TableCell, TableModel } from './table-model.ts';

interface InsidePartProps {
  readonly inside: InsideView;
  readonly title: string;
  readonly subtitle: string;
  readonly isBattery: boolean;
  /** Stands under another table, so its heading is of the second rank. */
  readonly isBelow: boolean;
}

/** The counts before the gate. Figures that will not be printed are marked; nothing here can be copied. */
export function InsidePart({ inside, title, subtitle, isBattery, isBelow }: InsidePartProps) {
  const say = useText();
  const language = useLanguage();
  const model = insideModel(inside, isBattery, language, say);
  const missing = inside.missing
    .filter(({ item }) => item === null)
    .map(({ reason, count }) => `${say(missingReasonIds[reason])} (${count})`);
  return (
    <section
      className={styles.exhibit}
      onCopy={(event) => {
        event.preventDefault();
        notice.set({ text: say('analysis.copyRefused'), tone: 'bad' });
      }}
    >
      <header>
        {isBelow ? (
          <h2 className={styles.heading}>{title}</h2>
        ) : (
          <h1 className={styles.title} tabIndex={-1}>
            {title}
          </h1>
        )}
        <p className={styles.subtitle}>{subtitle}</p>
      </header>
      <ModelTable
        model={model}
        subtitle={`${say('analysis.measure.percent')}, ${say('analysis.measure.counts').toLocaleLowerCase()}`}
        title={say('analysis.table.insideTitle')}
      />
      <div className={styles.notes}>
        <p>{say('analysis.table.insideNote')}</p>
        {missing.length === 0 ? null : <p>{say('analysis.table.insideMissing', { reasons: missing.join(', ') })}</p>}
      </div>
    </section>
  );
}

/** The counts as a table: a battery stands with its items as columns, as it does when released. */
function insideModel(inside: InsideView, isBattery: boolean, language: Language, say: Say): TableModel {
  const figure = (cell: InsideView['rows'][number]['cells'][number] | undefined): TableCell => {
    const text = cell?.percent == null ? '–' : numberText(cell.percent, 0, language);
    const interval = say('analysis.table.persons', { count: cell?.count ?? 0 });
    return { kind: 'value', text, interval, spoken: `${text}, ${interval}`, ...(cell?.isMarked === true ? { isMarked: true } : {}) };
  };
  const rows = isBattery
    ? inside.columns.map(({ key, label }, at) => ({ key, label, indent: 0, cells: inside.rows.map(({ cells }) => figure(cells[at])) }))
    : inside.rows.map(({ key, label, indent, cells }) => ({ key, label, indent: Math.min(3, indent), cells: cells.map(figure) }));
  const columns = isBattery ? inside.rows : inside.columns;
  return {
    headings: isBattery ? [] : headingRows(inside.columns),
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows: rows.map((row) => ({ ...row, isFigure: false, base: null })),
    baseLabel: say('analysis.table.n'),
    bases: columns.map(({ n }) => ({ text: n === null ? '' : numberText(n, 0, language) })),
    hasRowBases: false,
  };
}
