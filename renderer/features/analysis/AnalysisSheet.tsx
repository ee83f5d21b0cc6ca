import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExhibitDefinition, VariableGroup } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand, useRunCommand } from '../../lib/commands.tsx';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import styles from './analysis.module.css';
import { ExhibitSheet } from './ExhibitSheet.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { useViewState } from './use-view-state.ts';
import { useWays } from './use-ways.ts';
import { variableLabel } from './variable-words.ts';
import { VariablePane } from './VariablePane.tsx';
import { columnsVariable, definitionsOf, rowsVariable, showsOf } from './view-state.ts';
import { Wells } from './Wells.tsx';

interface AnalysisSheetProps {
  readonly projectId: ProjectId;
  readonly groups: readonly VariableGroup[];
  readonly waves: readonly { readonly id: string; readonly name: string }[];
}

/** Variables on the left, the table in the middle, what it says on the right. */
export function AnalysisSheet({ projectId, groups, waves }: AnalysisSheetProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const { state, change } = useViewState();
  const [leftWidth, setLeftWidth] = useState<number | undefined>();
  const [rightWidth, setRightWidth] = useState<number | undefined>();
  // Where there is no room beside the table the reading lies over it, so there it waits until it is asked for.
  const [isReadingOpen, setReadingOpen] = useState(
    () => window.matchMedia('(min-width: 74.5rem)').matches || window.matchMedia('(max-width: 50rem)').matches,
  );
  const run = useRunCommand();
  const rows = rowsVariable(state, groups);
  const definitions = definitionsOf(state, groups, language);
  const main = useExhibit(projectId, definitions?.main ?? null);
  const detail = useExhibit(projectId, definitions?.detail ?? null);
  // A disabled query keeps what it had; that is of another table.
  const detailView = definitions?.detail == null ? undefined : detail.data;
  const views = [main.data, detailView].filter((view) => view !== undefined);
  const { ways, looks } = useWays({ state, change, groups, hasHidden: views.some(({ findings }) => findings.length > 0) });
  useCommand('analysis.chart', () => change({ chart: showsOf(state, definitions) === 'chart' ? 'table' : 'chart' }));
  useCommand('analysis.view', () => change({ view: state.view === 'inside' ? undefined : 'inside' }));
  const chosen = new Set([
    rows?.id ?? '',
    columnsVariable(state, groups)?.id ?? '',
    ...(rows?.kind === 'grid' ? [definitions?.detail?.rows.toString() ?? ''] : []),
  ]);
  const items = (rows?.kind === 'grid' ? rows.members : []).map((id) => {
    const variable = groups.flatMap(({ variables }) => variables).find((each) => each.id === id);
    return { id: String(id), label: variable === undefined ? '' : variableLabel(variable, say, content) };
  });
  return (
    <SplitPane
      end={
        definitions === null
          ? undefined
          : {
              isOpen: isReadingOpen,
              label: say('analysis.pane.reading'),
              handleLabel: say('analysis.pane.handle'),
              size: rightWidth,
              onSizeChange: setRightWidth,
              children: <ReadingPane looks={looks} views={views} ways={ways} />,
            }
      }
      start={{
        label: say('analysis.pane.variables'),
        handleLabel: say('analysis.pane.handle'),
        size: leftWidth,
        onSizeChange: setLeftWidth,
        children: (
          <VariablePane
            chosen={chosen}
            groups={groups}
            onChoose={(id) => change(id === 'wave' || id === 'place' ? { cols: id } : { rows: id, row: undefined, chart: undefined })}
            projectId={projectId}
          />
        ),
      }}
    >
      {definitions === null ? (
        <>
          <Wells change={change} groups={groups} state={state} waves={waves} />
          <div className={styles.page}>
            <h1 className={styles.title} tabIndex={-1}>
              {say('analysis.screen.title')}
            </h1>
            <EmptyState
              action={
                <Button kbd="R" onPress={() => run('analysis.rows')} variant="main">
                  {say('analysis.empty.choose')}
                </Button>
              }
              how={say('analysis.empty.how')}
              what={say('analysis.empty.what')}
            />
          </div>
        </>
      ) : (
        <Loaded query={main}>
          {(view) => (
            <ExhibitSheet
              change={change}
              definitions={definitions}
              detail={detailView}
              isReadingOpen={isReadingOpen}
              onReading={() => setReadingOpen(!isReadingOpen)}
              items={items}
              main={view}
              projectId={projectId}
              state={state}
              wells={<Wells change={change} groups={groups} state={state} waves={waves} />}
            />
          )}
        </Loaded>
      )}
    </SplitPane>
  );
}

function useExhibit(projectId: ProjectId, definition: ExhibitDefinition | null) {
  // A disabled query never runs, so its definition is never read; any valid one will do.
  const wanted = definition ?? ({ kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' } satisfies ExhibitDefinition);
  return useQuery({
    ...orpc.analysis.exhibit.queryOptions({ input: { projectId, definition: wanted } }),
    enabled: definition !== null,
    placeholderData: keepPreviousData,
  });
}
