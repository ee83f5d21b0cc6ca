import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VariableGroup } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand, useRunCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import styles from './analysis.module.css';
import { AnalysisNav } from './AnalysisNav.tsx';
import { addPart } from './banner-parts.ts';
import { allVariables, columnParts, definitionsOf, filterOf, rowsVariable } from './definitions.ts';
import { ExhibitSheet } from './ExhibitSheet.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { ScreeningPart } from './ScreeningPart.tsx';
import { stateOfDefinition } from './state-of-definition.ts';
import { useExhibit } from './use-exhibit.ts';
import { useViewState } from './use-view-state.ts';
import { useWays } from './use-ways.ts';
import { shortLabel, variableLabel } from './variable-words.ts';
import { VariablePane } from './VariablePane.tsx';
import { rowsChange, Wells } from './Wells.tsx';

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
  const panes = usePanes();
  const weighting = useQuery(orpc.analysis.weighting.queryOptions({ input: { projectId, language } }));
  const hasWeighting = weighting.data?.weighting != null && weighting.data.isAllowed;
  const run = useRunCommand();
  const rows = rowsVariable(state, groups);
  const { filter } = filterOf(state);
  const definitions = definitionsOf(state, groups, language);
  const main = useExhibit(projectId, definitions?.main ?? null);
  const detail = useExhibit(projectId, definitions?.detail ?? null);
  const views = [main.data, detail.data].filter((view) => view !== undefined);
  const { ways, looks } = useWays({ state, change, groups, views });
  useCommand('analysis.view', () => change({ view: state.view === 'inside' ? 'released' : 'inside' }));
  const chosen = new Set([
    rows?.id ?? '',
    ...state.columns.flatMap(({ by, within }) => [by, within ?? '']),
    ...(rows?.kind === 'grid' ? [definitions?.detail?.rows.toString() ?? ''] : []),
  ]);
  const choose = (id: string): void =>
    change(id === 'wave' || id === 'place' || id === 'service' ? { columns: addPart(state.columns, id) } : rowsChange(id));
  const items = (rows?.kind === 'grid' ? rows.members : []).map((id) => {
    const variable = allVariables(groups).find((each) => each.id === id);
    return { id: String(id), label: variable === undefined ? '' : variableLabel(variable, say, content) };
  });
  const handle = say('analysis.pane.handle');
  const by = columnParts(state, groups).map(({ by: variable }) => shortLabel(variableLabel(variable, say, content)));
  const tableName = (title: string): string =>
    (by.length === 0 ? title : say('analysis.keep.nameBy', { title, groups: by.join(', ') })).slice(0, 200);
  return (
    <SplitPane
      end={
        definitions === null
          ? undefined
          : {
              ...panes.reading,
              label: say('analysis.pane.reading'),
              handleLabel: handle,
              children: (
                <ReadingPane looks={looks} projectId={projectId} views={views} ways={ways}>
                  {rows === null || rows.members.length === 0 || rows.isInRounds ? null : (
                    <ScreeningPart
                      filter={filter}
                      key={`${rows.id} ${JSON.stringify(filter)}`}
                      onOpen={(definition) => change(stateOfDefinition(definition, groups, state))}
                      projectId={projectId}
                      rows={rows.members}
                    />
                  )}
                </ReadingPane>
              ),
            }
      }
      start={{
        ...panes.variables,
        label: say('analysis.pane.variables'),
        handleLabel: handle,
        children: <VariablePane chosen={chosen} groups={groups} onChoose={choose} projectId={projectId} />,
      }}
    >
      <div className={styles.nav}>
        <AnalysisNav projectId={projectId} />
      </div>
      <ExhibitSheet
        change={change}
        definitions={definitions}
        detail={detail.data}
        empty={
          <div className={styles.page}>
            <h1 className={styles.title} tabIndex={-1}>
              {say('analysis.screen.title')}
            </h1>
            {definitions === null ? (
              <EmptyState
                action={
                  <Button kbd="R" onPress={() => run('analysis.rows')} variant="main">
                    {say('analysis.empty.choose')}
                  </Button>
                }
                how={say('analysis.empty.how')}
                what={say('analysis.empty.what')}
              />
            ) : (
              <Loaded query={main}>{() => null}</Loaded>
            )}
          </div>
        }
        isReadingOpen={panes.reading.isOpen}
        isWaiting={main.isWaiting || detail.isWaiting}
        items={items}
        main={main.data}
        name={({ title }) => tableName(title.replace(/\.$/u, ''))}
        onReading={panes.onReading}
        projectId={projectId}
        state={state}
        wells={(show) => <Wells change={change} groups={groups} hasWeighting={hasWeighting} show={show} state={state} waves={waves} />}
      />
    </SplitPane>
  );
}

/** The widths of the side panes, and whether the reading is open. */
function usePanes() {
  const [leftWidth, setLeftWidth] = useState<number | undefined>();
  const [rightWidth, setRightWidth] = useState<number | undefined>();
  // Where there is no room beside the table the reading lies over it, so there it waits until it is asked for.
  const [isOpen, setOpen] = useState(
    () => window.matchMedia('(min-width: 74.5rem)').matches || window.matchMedia('(max-width: 50rem)').matches,
  );
  return {
    variables: { size: leftWidth, onSizeChange: setLeftWidth },
    reading: { isOpen, size: rightWidth, onSizeChange: setRightWidth },
    onReading: () => setOpen(!isOpen),
  };
}
