import { useId, useRef } from 'react';
import {
  chartNotes,
  chartPalettes,
  exhibitChart,
  exhibitWords,
  generalNotes,
  sourceLine,
  symbolNotes,
} from '../../../../shared/charts/index.ts';
import { chartsFor, type ChartType } from '../../../../shared/charts/chart-type.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { SvgView } from '../../../charts/SvgView.tsx';
import { useText } from '../../../lib/text.ts';
import { ExhibitTable, TooSmall, useWidth } from '../../analysis/index.ts';
import type { ExhibitOnPage as Exhibit } from '../builder/document-index.ts';
import styles from './page.module.css';

function hasFigures({ rows }: ReleasedExhibit): boolean {
  return rows.some(({ cells }) => cells.some(({ state }) => state === 'shown' || state === 'figure' || state === 'words'));
}

/** A released table, figure, or both, as they go to print: numbered captions above, signs and source below. */
export function ExhibitOnPage({ part }: { readonly part: Exhibit }) {
  const { released, table, figure } = part;
  const subtitle = [released.subtitle, released.filter ?? ''].filter((words) => words !== '').join(' · ');
  if (!hasFigures(released))
    return (
      <div className={styles.exhibit}>
        <p className={styles.caption}>
          <strong>{released.title}</strong>
        </p>
        <TooSmall exhibit={released} />
      </div>
    );
  return (
    <>
      {figure === null ? null : <Figure number={figure.number} part={part} subtitle={subtitle} />}
      {table === null ? null : <Table number={table.number} released={released} subtitle={subtitle} />}
    </>
  );
}

interface TableProps {
  readonly released: ReleasedExhibit;
  readonly number: number;
  readonly subtitle: string;
}

function Table({ released, number, subtitle }: TableProps) {
  const say = useText();
  const columns = released.kind === 'likert' ? released.rows.length : released.columns.length;
  return (
    <div className={styles.exhibit} data-columns={columns} data-few={columns < 5 || undefined}>
      <ExhibitTable
        exhibit={released}
        isOnPaper
        options={{ measure: released.unit === 'count' ? 'counts' : 'percent', hasIntervals: false }}
        subtitle={subtitle}
        title={`${say('reports.ref.table', { number })}. ${released.title}`}
      />
      <Notes released={released} />
    </div>
  );
}

interface FigureProps {
  readonly part: Exhibit;
  readonly number: number;
  readonly subtitle: string;
}

function Figure({ part: { released, chart }, number, subtitle }: FigureProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const words = exhibitWords(released, say);
  const kind = chartsFor(released).find((one) => one === chart);
  return (
    <figure aria-labelledby={`${id}-caption`} className={styles.exhibit}>
      <figcaption className={styles.caption} id={`${id}-caption`}>
        <strong>{`${say('reports.ref.figure', { number })}. ${released.title}`}</strong> {subtitle}
      </figcaption>
      <div className={styles.chart} ref={frame}>
        {width === 0 ? null : (
          <SvgView
            node={exhibitChart(released, {
              words,
              // Paper is white in every mode.
              palette: chartPalettes.light,
              width,
              frame: 'screen',
              idPrefix: id,
              ...(kind === undefined ? {} : { chart: kind }),
            })}
          />
        )}
      </div>
      <Notes chart={{ kind }} released={released} />
    </figure>
  );
}

/** General notes, signs, source and release number, in the order of print. `chart`: where a chart stands above, and which. */
function Notes({ released, chart }: { readonly released: ReleasedExhibit; readonly chart?: { readonly kind: ChartType | undefined } }) {
  const say = useText();
  const words = exhibitWords(released, say);
  const notes = [
    ...symbolNotes(released, words),
    ...generalNotes(released, words),
    ...(chart === undefined ? [] : chartNotes(released, words, { chart: chart.kind })),
  ];
  return (
    <div className={styles.notes}>
      {notes.length === 0 ? null : <p>{notes.join(' ')}</p>}
      <p>{sourceLine(released, words)}</p>
    </div>
  );
}
