import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { GridColumns, GridSource } from '../../../shared/contract/coding.ts';
import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { keptUpByCoding } from '../../lib/connect.ts';
import { useText } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { AutoCodeDialog } from '../autocode/index.ts';
import { SuggestionsButton } from '../suggestions/index.ts';
import { ThemePane, useThemes } from '../themes/index.ts';
import { AnswerGrid, type GridHandle } from './AnswerGrid.tsx';
import { CodingNav } from './CodingNav.tsx';
import { GridToolbar, type CodableCounts } from './GridToolbar.tsx';
import { QuickThemePin } from './QuickThemePin.tsx';
import { useGridView } from './use-grid-view.ts';
import { useShownColumns } from './use-shown-columns.ts';
import { useSourceWords } from './use-source-words.ts';

/** What coding in rows needs. */
export interface CodingDeskProps {
  readonly projectId: ProjectId;
  readonly source: GridSource;
  readonly codable: CodableCounts;
  readonly known: GridColumns;
}

/** Room for grid and tree side by side; below it the tree lies over the grid when it is called. */
const wideEnough = '(min-width: 75rem)';

/** Answers, minutes or documents in rows, with the tools to code them. */
export function CodingDesk({ projectId, source, codable, known }: CodingDeskProps) {
  const say = useText();
  const navigate = useNavigate();
  const grid = useRef<GridHandle>(null);
  const [themeInHand, setThemeInHand] = useState<string | null>(null);
  const [isPaneOpen, setPaneOpen] = useState(() => matchMedia(wideEnough).matches);
  const [shownColumns, setShownColumns] = useState(0);
  const [isAutoCoding, setAutoCoding] = useState(false);
  const { themes } = useThemes(projectId);
  const viewing = useGridView(projectId, source);
  const columns = useShownColumns(projectId, source, known);
  const words = useSourceWords(source, codable);
  const quickList = useQuery(orpc.coding.quickThemes.queryOptions({ input: { projectId }, meta: { [keptUpByCoding]: true } })).data
    ?.quickThemes;
  const quick = useMemo(() => new Map<number, ThemeId>((quickList ?? []).map((one) => [one.digit, one.themeId])), [quickList]);
  const keys = useMemo(() => new Map<string, string>((quickList ?? []).map((one) => [one.themeId, String(one.digit)])), [quickList]);
  const services = useMemo(() => new Map(known.services.map((one) => [one.id, one.name])), [known]);
  useCommand('coding.autocode', () => setAutoCoding(true));
  const openTheme = (themeId: string): void => void navigate({ to: '/themes', search: { theme: themeId } });

  return (
    <SplitPane
      end={{
        label: say('themes.pane'),
        handleLabel: say('themes.paneWidth'),
        isOpen: isPaneOpen,
        min: 240,
        max: 304,
        defaultSize: 272,
        children: (
          <ThemePane
            currentId={themeInHand}
            deeds={(theme) => <QuickThemePin nameOf={themes.nameOf} projectId={projectId} quick={quick} themeId={theme.id} />}
            keys={keys}
            onCurrentIdChange={setThemeInHand}
            onOpen={(theme) => {
              grid.current?.put(theme.id);
              grid.current?.focus();
            }}
            themes={themes}
          />
        ),
      }}
    >
      <PageHeader
        actions={
          <ProgressBar
            label={say('coding.screen.progressLabel')}
            max={words.counts.answered}
            showsText
            text={say('coding.screen.progress', words.counts)}
            value={words.counts.coded}
          />
        }
        facts={words.facts}
        title={words.title}
      />
      <CodingNav projectId={projectId} />
      <GridToolbar
        codable={codable}
        columnIds={columns.ids}
        columns={columns.shown}
        known={known}
        onColumns={columns.choose}
        onFiltered={() => grid.current?.focus()}
        shownColumns={shownColumns}
        themes={themes}
        viewing={viewing}
      >
        <SuggestionsButton projectId={projectId} />
        <IconButton icon="search" label={say('coding.autocode')} onPress={() => setAutoCoding(true)} />
        <IconButton icon="rightPane" label={say('themes.pane')} onPress={() => setPaneOpen(!isPaneOpen)} />
      </GridToolbar>
      <AnswerGrid
        beside={columns.beside}
        columns={columns.shown}
        counts={words.counts}
        handle={grid}
        key={JSON.stringify(viewing.scope)}
        label={words.label}
        onClearFilter={() => viewing.setFilter({})}
        onOpenText={(text, at) =>
          void navigate({
            to: '/projects/$project/coding/texts/$text',
            params: { project: projectId, text },
            search: at === undefined ? {} : { at },
          })
        }
        onOpenTheme={openTheme}
        onRoom={setShownColumns}
        onSort={viewing.setSort}
        onThemeUsed={setThemeInHand}
        quick={quick}
        scope={viewing.scope}
        services={services}
        themes={themes}
      />
      <AutoCodeDialog
        isOpen={isAutoCoding}
        onClose={() => setAutoCoding(false)}
        projectId={projectId}
        variableIds={source.kind === 'answers' ? source.variableIds : []}
      />
    </SplitPane>
  );
}
