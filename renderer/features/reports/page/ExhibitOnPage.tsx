import { useId, useRef } from 'react';
import { sentences } from '../../../../shared/charts/exhibit-notes.ts';
import { chartPalettes, exhibitChart } from '../../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../../shared/model/exhibit.ts';
import { printedFigure } from '../../../../shared/report-page/index.ts';
import { SvgView } from '../../../charts/SvgView.tsx';
import { useText } from '../../../lib/text.ts';
import { TooSmall, useWidth } from '../../analysis/index.ts';
import type { ExhibitOnPage as Exhibit } from '../builder/document-index.ts';
import { Notes } from './Notes.tsx';
import styles from './page.module.css';
import { ReleasedTable } from './ReleasedTable.tsx';

function hasFigures({ rows }: ReleasedExhibit): boolean {
  return rows.some(({ cells }) => cells.some(({ state }) => state === 'shown' || state === 'figure' || state === 'words'));
}

/** A released table, figure, or both, as they go to print: numbered captions above, signs and source below. */
export function ExhibitOnPage({ part }: { readonly part: Exhibit }) {
  const { released, table, figure } = part;
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
      {figure === null ? null : <Figure number={figure.number} part={part} />}
      {table === null ? null : <ReleasedTable number={table.number} released={released} />}
    </>
  );
}

interface FigureProps {
  readonly part: Exhibit;
  readonly number: number;
}

function Figure({ part: { released, chart: asked }, number }: FigureProps) {
  const say = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { chart, title, subtitle, words, general, marks, symbols, source } = printedFigure(released, asked, say);
  return (
    <figure aria-labelledby={`${id}-caption`} className={styles.exhibit}>
      <figcaption className={styles.caption} id={`${id}-caption`}>
        <strong>{sentences([say('reports.ref.figure', { number }), title])}</strong> {subtitle}
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
              chart,
            })}
          />
        )}
      </div>
      <Notes notes={[...general, ...marks, ...symbols]} source={source} />
    </figure>
  );
}
