import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chartTypeOf, chartTypes } from '../../../shared/charts/index.ts';
import type { ExhibitDefinition, ExhibitView } from '../../../shared/contract/analysis.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import type { SelectOption } from '../../ui/select/Select.tsx';
import styles from './analysis.module.css';
import { BehindDialog } from './BehindDialog.tsx';
import { DetailPart } from './DetailPart.tsx';
import type { Definitions } from './definitions.ts';
import { showsOf } from './definitions.ts';
import { ExhibitPart } from './ExhibitPart.tsx';
import type { CellPlace } from './ExhibitTable.tsx';
import { GateLine } from './GateLine.tsx';
import { InsidePart } from './InsidePart.tsx';
import { SheetDialogs } from './SheetDialogs.tsx';
import { ShowBar } from './ShowBar.tsx';
import { useSheetDeeds, type Leaving } from './use-sheet-deeds.ts';
import type { ViewChange, ViewState } from './view-state.ts';

interface ExhibitSheetProps {
  readonly projectId: ProjectId;
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  /** Null while nothing is chosen. */
  readonly definitions: Definitions | null;
  /** Undefined until the first table is there. */
  readonly main: ExhibitView | undefined;
  /** In the place of the table while there is none. */
  readonly empty: ReactNode;
  readonly detail: ExhibitView | undefined;
  /** Another table is on its way; what is seen is the one before it. */
  readonly isWaiting: boolean;
  readonly items: readonly SelectOption[];
  /** The wells, with what is shown of the table in their last line. */
  readonly wells: (show: ReactNode) => ReactNode;
  readonly isReadingOpen: boolean;
  readonly onReading: () => void;
  /** What a kept table is called at first. */
  readonly name: (exhibit: ReleasedExhibit) => string;
}

/** A cell somebody asked about, and the table it is of. */
interface Asked {
  readonly definition: ExhibitDefinition;
  readonly place: CellPlace;
  readonly spoken: string;
}

/**
 * The middle of the screen: gate line, wells, and the table as released or, in a hatched frame, as it is inside. The wells keep their place, and with it
 * what is typed in them, whether there is a table yet or not.
 */
export function ExhibitSheet(props: ExhibitSheetProps) {
  const { projectId, state, change, definitions, main, empty, detail, isWaiting, wells, isReadingOpen, onReading, name } = props;
  const isInside = state.view === 'inside';
  const present = definitions === null || main === undefined ? null : { definitions, main };
  const tables = present === null ? [] : tablesOf(present, state, detail);
  const { deeds, leaving, open, close } = useSheetDeeds({ projectId, tables, isHeld: isInside || isWaiting });
  const shows = present === null ? 'chart' : showsOf(state, present.definitions);
  return (
    <div aria-busy={isWaiting} className={styles.sheet} data-inside={isInside || undefined} data-waiting={isWaiting || undefined}>
      {present === null ? null : (
        <GateLine
          deeds={deeds}
          gate={present.main.gate}
          isInside={isInside}
          isReadingOpen={isReadingOpen}
          onReading={onReading}
          onView={() => change({ view: isInside ? 'released' : 'inside' })}
        />
      )}
      {wells(isInside || present === null ? null : <ShowBar change={change} shows={shows} />)}
      {present === null ? empty : <SheetContent {...props} {...present} shows={shows} tables={tables} />}
      {present === null ? null : (
        <SheetDialogs
          leaving={leaving}
          main={{ definition: present.definitions.main, view: present.main }}
          onClose={close}
          open={open}
          order={{
            projectId,
            definition: present.definitions.main,
            name: name(present.main.released),
            chart: shows === 'chart' ? (state.kind ?? chartTypeOf(present.main.released)) : null,
          }}
          projectId={projectId}
        />
      )}
    </div>
  );
}

interface Present {
  readonly definitions: Definitions;
  readonly main: ExhibitView;
}

/** What is on the screen, as it would leave: the table or chart, and the question of a battery under it. */
function tablesOf({ definitions, main }: Present, state: ViewState, detail: ExhibitView | undefined): readonly Leaving[] {
  return [
    { definition: definitions.main, view: main, chart: chartTypes.find((one) => one === state.kind) },
    ...(definitions.detail === null || detail === undefined ? [] : [{ definition: definitions.detail, view: detail }]),
  ];
}

interface SheetContentProps extends Present, Pick<ExhibitSheetProps, 'projectId' | 'state' | 'change' | 'detail' | 'items'> {
  readonly tables: readonly Leaving[];
  readonly shows: 'chart' | 'table';
}

/** The table or chart itself, or the counts behind it. */
function SheetContent({ projectId, state, change, definitions, main, detail, items, tables, shows }: SheetContentProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask =
    (definition: ExhibitDefinition) =>
    (place: CellPlace, spoken: string): void =>
      setAsked({ definition, place, spoken });
  const options = { measure: state.percent === 'count' ? 'counts' : 'percent', hasIntervals: state.hasIntervals } as const;
  const item = definitions.detail === null ? null : String(definitions.detail.rows);
  const openRow = (key: string): void => change({ item: key });
  return (
    <div className={styles.content}>
      {state.view === 'inside' ? (
        tables.map(({ definition, view }, at) => (
          <Inside definition={definition} isBelow={at > 0} key={at === 0 ? 'main' : 'detail'} projectId={projectId} view={view} />
        ))
      ) : (
        <>
          <ExhibitPart
            change={change}
            choices={state}
            currentRow={item}
            onBehind={ask(definitions.main)}
            onOpenRow={item === null ? undefined : openRow}
            options={options}
            shows={shows}
            view={main}
          />
          {detail === undefined || item === null ? null : (
            <DetailPart
              item={item}
              items={items}
              onBehind={ask(definitions.detail ?? definitions.main)}
              onItem={openRow}
              options={options}
              order={state.order}
              view={detail}
            />
          )}
        </>
      )}
      {asked === null ? null : <BehindDialog {...asked} onClose={() => setAsked(null)} projectId={projectId} />}
    </div>
  );
}

interface InsideProps {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly view: ExhibitView;
  readonly isBelow: boolean;
}

function Inside({ projectId, definition, view, isBelow }: InsideProps) {
  const query = useQuery(orpc.analysis.insideView.queryOptions({ input: { projectId, definition } }));
  return (
    <Loaded query={query}>
      {(inside) => (
        <InsidePart
          inside={inside}
          isBattery={definition.kind === 'likert'}
          isBelow={isBelow}
          subtitle={view.released.subtitle}
          title={view.released.title}
        />
      )}
    </Loaded>
  );
}
