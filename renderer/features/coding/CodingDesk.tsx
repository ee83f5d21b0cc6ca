import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { OpenQuestion } from '../../../shared/contract/coding.ts';
import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { localised } from '../../../shared/model/text.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ThemePane, useThemes } from '../themes/index.ts';
import { AnswerGrid, type GridHandle } from './AnswerGrid.tsx';
import { besideAnswers } from './beside-answers.ts';
import { GridToolbar } from './GridToolbar.tsx';
import { QuickThemePin } from './QuickThemePin.tsx';
import { useGridView } from './use-grid-view.ts';

/** What the coding of one question needs. */
export interface CodingDeskProps {
  readonly projectId: ProjectId;
  readonly question: OpenQuestion;
  readonly questions: readonly OpenQuestion[];
}

/** Room for grid and tree side by side; below it the tree lies over the grid when it is called. */
const wideEnough = '(min-width: 75rem)';
const mostColumns = 4;

/** One question's answers with the tools to code them. */
export function CodingDesk({ projectId, question, questions }: CodingDeskProps) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const grid = useRef<GridHandle>(null);
  const [themeInHand, setThemeInHand] = useState<string | null>(null);
  const [isPaneOpen, setPaneOpen] = useState(() => matchMedia(wideEnough).matches);
  const [hasColumns, setHasColumns] = useState(true);
  const { themes } = useThemes(projectId);
  const { view, scope, change } = useGridView(projectId, question.variableId);
  const beside = useQuery(orpc.coding.columns.queryOptions({ input: { projectId } })).data;
  const quickList = useQuery(orpc.coding.quickThemes.queryOptions({ input: { projectId } })).data?.quickThemes;
  const quick = useMemo(() => new Map<number, ThemeId>((quickList ?? []).map((one) => [one.digit, one.themeId])), [quickList]);
  const keys = useMemo(() => new Map<string, string>((quickList ?? []).map((one) => [one.themeId, String(one.digit)])), [quickList]);
  const columns = useMemo(
    () => (hasColumns && beside !== undefined ? besideAnswers(beside.columns, beside.services).slice(0, mostColumns) : []),
    [beside, hasColumns],
  );
  const services = useMemo(
    () =>
      hasColumns && beside !== undefined && beside.services.length > 0 ? new Map(beside.services.map((one) => [one.id, one.name])) : null,
    [beside, hasColumns],
  );
  useCommand('coding.columns', () => setHasColumns((has) => !has));
  const openTheme = (themeId: string): void => void navigate({ to: '/themes', search: { theme: themeId } });

  const counts = { answered: question.answered, coded: question.coded };
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
            max={question.answered}
            showsText
            text={say('coding.screen.progress', counts)}
            value={question.coded}
          />
        }
        facts={say('coding.screen.facts', { number: question.number, answered: question.answered, people: question.people })}
        title={localised(question.wording, language)}
      />
      <GridToolbar change={change} question={question} questions={questions} services={beside?.services ?? []} themes={themes} view={view}>
        <FilterChip
          aria-pressed={hasColumns}
          hasMenu={false}
          onPress={() => setHasColumns(!hasColumns)}
          value={say('coding.filter.columns')}
        />
        <IconButton icon="rightPane" label={say('themes.pane')} onPress={() => setPaneOpen(!isPaneOpen)} />
      </GridToolbar>
      <AnswerGrid
        columns={columns}
        handle={grid}
        key={JSON.stringify(scope)}
        onClearFilter={() => change({ service: null, theme: null, filter: null })}
        onOpenTheme={openTheme}
        onThemeUsed={setThemeInHand}
        question={question}
        quick={quick}
        scope={scope}
        services={services}
        themes={themes}
      />
    </SplitPane>
  );
}
