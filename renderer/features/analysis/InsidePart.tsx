import { numberText } from '../../../shared/charts/index.ts';
import type { InsideView, MissingReason } from '../../../shared/contract/analysis.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { ReportCell, ReportRow } from '../../ui/report-table/cells.ts';
import { ReportTable } from '../../ui/report-table/ReportTable.tsx';
import styles from './analysis.module.css';

interface InsidePartProps {
  readonly inside: InsideView;
  readonly title: string;
  readonly subtitle: string;
  readonly isBattery: boolean;
  /** Stands under another table, so its heading is of the second rank. */
  readonly isBelow: boolean;
}

const reasonIds = {
  'not-asked': 'analysis.missing.notAsked',
  'not-applicable': 'analysis.missing.notApplicable',
  'dont-know': 'analysis.missing.dontKnow',
  'prefer-not-to-say': 'analysis.missing.preferNotToSay',
  skipped: 'analysis.missing.skipped',
  illegible: 'analysis.missing.illegible',
  'not-recorded': 'analysis.missing.notRecorded',
} as const satisfies Record<MissingReason, string>;

/** The counts before the gate. Figures that will not be printed are marked; nothing here can be copied. */
export function InsidePart({ inside, title, subtitle, isBattery, isBelow }: InsidePartProps) {
  const say = useText();
  const language = useLanguage();
  const figure = (cell: InsideView['rows'][number]['cells'][number] | undefined): ReportCell => ({
    kind: 'value',
    text: cell?.percent == null ? '–' : numberText(cell.percent, 0, language),
    interval: say('analysis.table.persons', { count: cell?.count ?? 0 }),
    isMarked: cell?.isMarked ?? false,
  });
  const columns = isBattery
    ? inside.rows.map(({ key, label }) => ({ id: key, label }))
    : inside.columns.map(({ key, label }) => ({ id: key, label }));
  const rows: ReportRow[] = isBattery
    ? inside.columns.map(({ key, label }, at) => ({ id: key, label, cells: inside.rows.map(({ cells }) => figure(cells[at])) }))
    : inside.rows.map(({ key, label, indent, cells }) => ({
        id: key,
        label,
        indent: indent === 0 ? 0 : indent === 1 ? 1 : 2,
        cells: cells.map(figure),
      }));
  const bases = isBattery ? inside.rows.map(({ n }) => n) : inside.columns.map(({ n }) => n);
  const missing = inside.missing.filter(({ item }) => item === null).map(({ reason, count }) => `${say(reasonIds[reason])} (${count})`);
  const footnotes = [
    { id: 'marks', text: say('analysis.table.insideNote') },
    ...(missing.length === 0 ? [] : [{ id: 'missing', text: say('analysis.table.insideMissing', { reasons: missing.join(', ') }) }]),
  ];
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
      <div className={isBattery ? styles.twin : undefined}>
        <ReportTable
          base={{ label: say('analysis.table.n'), cells: bases.map((n) => ({ text: n === null ? '' : numberText(n, 0, language) })) }}
          columns={columns}
          footnotes={footnotes}
          rows={rows}
          stubLabel={say('analysis.table.stub')}
          subtitle={`${say('analysis.measure.percent')}, ${say('analysis.measure.counts').toLocaleLowerCase()}`}
          title={say('analysis.table.insideTitle')}
        />
      </div>
    </section>
  );
}
