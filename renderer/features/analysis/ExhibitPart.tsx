import { exhibitWords } from '../../../shared/charts/index.ts';
import { chartsFor } from '../../../shared/charts/chart-type.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { useText } from '../../lib/text.ts';
import styles from './analysis.module.css';
import { canExplore } from './can-explore.ts';
import { ChartPart } from './ChartPart.tsx';
import { ExhibitNotes } from './ExhibitNotes.tsx';
import { ExhibitTable, type CellPlace } from './ExhibitTable.tsx';
import { hasFigures } from './has-figures.ts';
import { MissingLines } from './MissingLines.tsx';
import { orderRows } from './order-rows.ts';
import { TestLines } from './TestLines.tsx';
import { TooSmall } from './TooSmall.tsx';
import type { TableOptions } from './table-model.ts';
import type { ViewChange, ViewState } from './view-state.ts';

/** What of the screen's choices a drawn exhibit follows. */
export type PartChoices = Pick<ViewState, 'order' | 'look' | 'hasBases'> & { readonly kind?: string | undefined };

interface ExhibitPartProps {
  readonly view: ExhibitView;
  readonly options: TableOptions;
  readonly choices?: PartChoices | undefined;
  /** What changes the chart; left out where it is only looked at. */
  readonly change?: ((change: ViewChange) => void) | undefined;
  /** The chart, or its twin. */
  readonly shows: 'chart' | 'table';
  readonly currentRow?: string | null;
  readonly onOpenRow?: ((key: string) => void) | undefined;
  readonly onBehind?: ((place: CellPlace, spoken: string) => void) | undefined;
  /** The heading's rank: 1 on a screen of its own, 2 among others. */
  readonly level?: 1 | 2;
}

const plainly: PartChoices = { order: 'given', look: 'report', hasBases: false };

/** An exhibit as it would be released: finding, chart, table, tests, notes. A table of one variable stands under its chart; a battery's twin takes the chart's place. */
export function ExhibitPart(props: ExhibitPartProps) {
  const { view, options, choices = plainly, change, shows, currentRow = null, onOpenRow, onBehind, level = 1 } = props;
  const say = useText();
  const released = orderRows(view.released, choices.order);
  const words = exhibitWords(released, say);
  const isBattery = released.kind === 'likert';
  const hasTable = shows === 'table' || released.kind === 'frequency';
  const subtitle = [released.subtitle, released.filter ?? ''].filter((part) => part !== '').join(' · ');
  const kind = chartsFor(released).find((one) => one === choices.kind);
  const isPrinted = shows === 'chart' && (choices.look === 'report' || !canExplore(released, kind));
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <section className={styles.exhibit} lang={released.language}>
      <header>
        <Title className={level === 1 ? styles.title : styles.heading} tabIndex={-1}>
          {released.title}
        </Title>
        <p className={styles.subtitle}>{subtitle}</p>
      </header>
      {hasFigures(view) ? (
        <>
          {shows === 'chart' ? (
            <ChartPart
              change={change}
              currentRow={currentRow}
              exhibit={released}
              kind={kind}
              look={choices.look}
              onBehind={onBehind}
              onOpenRow={onOpenRow}
              words={words}
            />
          ) : null}
          {hasTable ? (
            <ExhibitTable
              exhibit={released}
              isTitleHidden={shows === 'table'}
              onBehind={onBehind}
              options={options}
              title={isBattery ? say('analysis.table.twin') : say('analysis.table.title')}
            />
          ) : null}
          <TestLines exhibit={released} />
          {choices.hasBases ? <MissingLines view={view} /> : null}
          <ExhibitNotes chart={kind} exhibit={released} hasChart={isPrinted} words={words} />
        </>
      ) : (
        <TooSmall exhibit={released} />
      )}
    </section>
  );
}
