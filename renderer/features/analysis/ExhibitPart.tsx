import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { useText } from '../../lib/text.ts';
import styles from './analysis.module.css';
import { ExhibitChart } from './ExhibitChart.tsx';
import { ExhibitNotes } from './ExhibitNotes.tsx';
import { ExhibitTable } from './ExhibitTable.tsx';
import { FrequencyChart } from './FrequencyChart.tsx';
import { hasFigures } from './has-figures.ts';
import { TooSmall } from './TooSmall.tsx';
import type { TableOptions } from './table-model.ts';

interface ExhibitPartProps {
  readonly view: ExhibitView;
  readonly options: TableOptions;
  /** The chart, or its twin. */
  readonly shows: 'chart' | 'table';
  readonly currentRow: string | null;
  readonly onOpenRow?: (key: string) => void;
}

/** The main exhibit: finding, chart, table, notes. A table of one variable stands under its chart; a battery's twin takes the chart's place. */
export function ExhibitPart({ view, options, shows, currentRow, onOpenRow }: ExhibitPartProps) {
  const say = useText();
  const { released } = view;
  const words = exhibitWords(released, say);
  const isBattery = released.kind === 'likert';
  const hasTable = shows === 'table' || released.kind === 'frequency';
  const subtitle = [released.subtitle, released.filter ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <section className={styles.exhibit} lang={released.language}>
      <header>
        <h1 className={styles.title} tabIndex={-1}>
          {released.title}
        </h1>
        <p className={styles.subtitle}>{subtitle}</p>
      </header>
      {hasFigures(view) ? (
        <>
          {shows === 'chart' && released.kind === 'frequency' ? <FrequencyChart exhibit={released} words={words} /> : null}
          {shows === 'chart' && released.kind !== 'frequency' ? (
            <ExhibitChart currentRow={currentRow} exhibit={released} onOpenRow={onOpenRow} words={words} />
          ) : null}
          {hasTable ? (
            <div className={isBattery ? styles.twin : undefined}>
              <ExhibitTable
                exhibit={released}
                options={options}
                title={isBattery ? say('analysis.table.twin') : say('analysis.table.title')}
              />
            </div>
          ) : null}
          <ExhibitNotes exhibit={released} hasChart={shows === 'chart'} words={words} />
        </>
      ) : (
        <TooSmall exhibit={released} />
      )}
    </section>
  );
}
