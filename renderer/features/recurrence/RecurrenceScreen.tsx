import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { RecurrenceTable } from '../../../shared/contract/recurrence.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { useThemes, type Themes } from '../themes/index.ts';
import { LinesPane } from './LinesPane.tsx';
import { RecurrenceFilters } from './RecurrenceFilters.tsx';
import { RecurrenceGrid } from './RecurrenceGrid.tsx';
import { isNarrowed, noFilter, type RecurrenceView, type ViewChange } from './recurrence-view.ts';
import { RecurrenceTimeline } from './RecurrenceTimeline.tsx';
import { TableNotes } from './TableNotes.tsx';
import { UnmentionedList } from './UnmentionedList.tsx';
import { useRecurrenceView } from './use-recurrence-view.ts';
import styles from './recurrence.module.css';

/** Which themes come back from meeting to meeting, from place to place and from year to year, and the lines behind each figure. */
export function RecurrenceScreen() {
  const say = useText();
  const { view, change } = useRecurrenceView();
  const { themes } = useThemes();
  const by = view.shape === 'timeline' ? 'meetings' : view.by;
  const { filter, placeMode, interviewsOf } = view;
  const query = useQuery({
    ...orpc.recurrence.table.queryOptions({
      input: { filter, by, placeMode, ...(interviewsOf === undefined || view.shape !== 'table' ? {} : { interviewsOf }) },
    }),
    placeholderData: keepPreviousData,
  });
  const facts = query.data;
  const opener = useRef<Element | null>(null);
  const open = (theme: string, row?: string): void => {
    opener.current = document.activeElement;
    change({ theme, row });
  };
  const close = (): void => {
    change({ theme: undefined, row: undefined });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <SplitPane
      end={{
        label: say('recurrence.lines'),
        handleLabel: say('recurrence.lines.width'),
        isOpen: view.themeId !== undefined,
        defaultSize: 336,
        max: 480,
        children:
          view.themeId === undefined ? null : (
            <LinesPane by={by} onClose={close} table={facts} themeId={view.themeId} themes={themes} view={view} />
          ),
      }}
    >
      <PageHeader
        actions={
          <SegmentedControl
            label={say('recurrence.view')}
            onChange={(shape) => change({ view: shape === 'table' ? undefined : shape, theme: undefined, row: undefined })}
            segments={(['table', 'timeline', 'unmentioned'] as const).map((id) => ({ id, label: say(`recurrence.view.${id}`) }))}
            value={view.shape}
          />
        }
        facts={
          facts === undefined ? '' : say('recurrence.facts', { meetings: facts.meetings, lines: facts.lines, coded: facts.codedLines })
        }
        title={say('recurrence.title')}
      />
      <RecurrenceFilters change={change} view={view} />
      <Loaded query={query}>
        {(table) => <RecurrenceBody by={by} change={change} onOpen={open} table={table} themes={themes} view={view} />}
      </Loaded>
    </SplitPane>
  );
}

interface RecurrenceBodyProps {
  readonly view: RecurrenceView;
  readonly by: RecurrenceView['by'];
  readonly table: RecurrenceTable;
  readonly themes: Themes;
  readonly change: (change: ViewChange) => void;
  readonly onOpen: (themeId: string, key?: string) => void;
}

function RecurrenceBody({ view, by, table, themes, change, onOpen }: RecurrenceBodyProps) {
  const say = useText();
  const isEmpty = table.rows.length === 0 && view.shape !== 'unmentioned';
  if (isEmpty && !isNarrowed(view.filter)) return <EmptyState how={say('recurrence.emptyHow')} what={say('recurrence.empty')} />;
  if (isEmpty)
    return (
      <EmptyState action={<Button onPress={() => change(noFilter)}>{say('recurrence.clear')}</Button>} what={say('recurrence.noHits')} />
    );
  if (view.shape === 'unmentioned') return <UnmentionedList filter={view.filter} placeMode={view.placeMode} themes={themes} />;
  return (
    <div className={styles.body}>
      {view.shape === 'timeline' ? (
        <RecurrenceTimeline onOpen={onOpen} table={table} themes={themes} />
      ) : (
        <RecurrenceGrid by={by} chosen={{ themeId: view.themeId, key: view.key }} onOpen={onOpen} table={table} themes={themes} />
      )}
      <TableNotes by={by} shape={view.shape} table={table} />
    </div>
  );
}
