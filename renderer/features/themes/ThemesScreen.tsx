import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { ThemeId } from '../../../shared/model/ids.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { spoken } from '../../lib/errors.ts';
import { platform } from '../../lib/platform.ts';
import { useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { CodebookExchangeMenu } from '../codebook/index.ts';
import { NewThemeLine } from './NewThemeLine.tsx';
import { ThemeDesk } from './ThemeDesk.tsx';
import { ThemeSide } from './ThemeSide.tsx';
import { useTreeDeeds } from './use-tree-deeds.ts';
import { useThemes } from './use-themes.ts';

/** Where a new theme goes; null when none is being made. */
interface NewPlace {
  readonly parentId: ThemeId | null;
}

/** The theme tree of the workspace: names in four languages, other words, what a theme is, persons, and work on the tree itself. */
export function ThemesScreen() {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const navigate = useNavigate();
  const wanted = useSearchParam('theme');
  const { themes, query } = useThemes();
  const [making, setMaking] = useState<NewPlace | null>(null);
  const [typed, setTyped] = useState('');
  const [side, setSide] = useState<'words' | 'services'>('words');
  const formRef = useRef<HTMLDivElement>(null);
  const treeRef = useRef<HTMLDivElement>(null);
  const parsed = ThemeId.safeParse(wanted);
  const currentId = parsed.success && themes.byId.has(parsed.data) ? parsed.data : (themes.list[0]?.id ?? null);
  const current = currentId === null ? undefined : themes.byId.get(currentId);
  // The row under the hand goes first: the form follows when the hand rests.
  const shown = useDeferredValue(current);
  const choose = (id: string): void =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, theme: id }), replace: true });
  const focusTree = (): void => treeRef.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  const focusName = (): void => formRef.current?.querySelector<HTMLElement>('input[lang]')?.focus();
  // Where focus has yet to go: on arrival the theme at hand; a theme made or merged into a moment ago, once the tree has come anew.
  const awaited = useRef<string | null>('');
  const goTo = (themeId: ThemeId | null): void => {
    setTyped('');
    awaited.current = themeId;
    if (themeId !== null) choose(themeId);
  };
  const deeds = useTreeDeeds(themes, current, goTo);
  useCommand('lists.new', () => setMaking({ parentId: current?.parentId ?? null }));
  useCommand('themes.newChild', () => setMaking({ parentId: current?.id ?? null }), current !== undefined);
  useEffect(() => {
    const isHere = awaited.current === '' ? themes.list.length > 0 : awaited.current !== null && currentId === awaited.current;
    // A row that changed its place in the tree loses focus when the page draws it there.
    if (!isHere && document.activeElement !== document.body) return;
    if (isHere) awaited.current = null;
    focusTree();
  }, [themes.list, currentId]);

  async function create(term: string, isWantedAnyway: boolean): Promise<boolean> {
    const parentId = making?.parentId ?? null;
    const result = await save(() => client.themes.create({ term, language, parentId, isWantedAnyway }));
    if (result === undefined) return false;
    setMaking(null);
    goTo(result.themeId);
    return true;
  }

  const makeNew = (
    <Button kbd={printedKey('N', platform)} onPress={() => setMaking({ parentId: current?.parentId ?? null })} variant="main">
      {say('themes.new')}
    </Button>
  );
  const header = (
    <PageHeader
      actions={
        <>
          <Button onPress={() => void navigate({ to: '/recurrence' })}>{say('recurrence.title')}</Button>
          <Button onPress={() => void navigate({ to: '/themes/versions' })}>{say('themes.versions')}</Button>
          <CodebookExchangeMenu />
          {makeNew}
        </>
      }
      facts={say('themes.screen.facts', { count: themes.list.length })}
      title={say('themes.screen.title')}
    />
  );
  const line =
    making === null ? null : (
      <NewThemeLine
        label={making.parentId === null ? say('themes.newTop') : say('themes.newUnder', { theme: themes.nameOf(making.parentId) })}
        onCancel={() => {
          setMaking(null);
          focusTree();
        }}
        onCreate={create}
        themes={themes}
      />
    );
  if (query.error !== null) {
    const said = spoken(query.error);
    return <ErrorState what={say.any(said.message, said.params)} />;
  }
  if (query.isPending) return <LoadingState>{say('themes.screen.loading')}</LoadingState>;
  if (current === undefined) {
    return (
      <>
        {header}
        {line}
        {making === null ? <EmptyState action={makeNew} how={say('themes.screen.emptyHow')} what={say('themes.screen.empty')} /> : null}
      </>
    );
  }
  return (
    <SplitPane
      start={{
        label: say('themes.tree'),
        handleLabel: say('themes.paneWidth'),
        min: 240,
        max: 480,
        defaultSize: 320,
        children: (
          <ThemeSide
            currentId={currentId}
            deeds={deeds}
            onChoose={choose}
            onOpen={focusName}
            onType={setTyped}
            themes={themes}
            treeRef={treeRef}
            typed={typed}
          />
        ),
      }}
    >
      {header}
      {line}
      <div ref={formRef}>
        <ThemeDesk
          current={shown ?? current}
          deeds={deeds}
          focusTree={focusTree}
          key={(shown ?? current).id}
          onGo={goTo}
          onSideChange={setSide}
          side={side}
          themes={themes}
        />
      </div>
    </SplitPane>
  );
}
