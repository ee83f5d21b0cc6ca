import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
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
import { NewThemeLine } from './NewThemeLine.tsx';
import { ThemeForm } from './ThemeForm.tsx';
import { ThemePane } from './ThemePane.tsx';
import styles from './ThemesScreen.module.css';
import { useThemes } from './use-themes.ts';

/** Where a new theme goes; null when none is being made. */
interface NewPlace {
  readonly parentId: ThemeId | null;
}

const noKeys: ReadonlyMap<string, string> = new Map();

/** The theme tree of the workspace: names in four languages, other words, definitions, persons. */
export function ThemesScreen() {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const navigate = useNavigate();
  const wanted = useSearchParam('theme');
  const { themes, query } = useThemes();
  const [making, setMaking] = useState<NewPlace | null>(null);
  const formRef = useRef<HTMLDivElement>(null);
  const treeRef = useRef<HTMLDivElement>(null);
  const parsed = ThemeId.safeParse(wanted);
  const currentId = parsed.success && themes.byId.has(parsed.data) ? parsed.data : (themes.list[0]?.id ?? null);
  const current = currentId === null ? undefined : themes.byId.get(currentId);
  const choose = (id: string): void =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, theme: id }), replace: true });
  const focusTree = (): void => treeRef.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  const focusName = (): void => formRef.current?.querySelector('input')?.focus();
  useCommand('lists.new', () => setMaking({ parentId: current?.parentId ?? null }));
  useCommand('themes.newChild', () => setMaking({ parentId: current?.id ?? null }), current !== undefined);
  // Where focus has yet to go: on arrival the theme at hand; a theme made a moment ago, once the tree has come anew.
  const awaited = useRef<string | null>('');
  useEffect(() => {
    const isHere = awaited.current === '' ? themes.list.length > 0 : awaited.current !== null && themes.byId.has(awaited.current);
    if (!isHere) return;
    awaited.current = null;
    focusTree();
  });

  async function create(term: string, isWantedAnyway: boolean): Promise<boolean> {
    const parentId = making?.parentId ?? null;
    const result = await save(() => client.themes.create({ term, language, parentId, isWantedAnyway }));
    if (result === undefined) return false;
    setMaking(null);
    awaited.current = result.themeId;
    choose(result.themeId);
    return true;
  }
  function onTreeKey(event: KeyboardEvent): void {
    if (event.key !== 'F2') return;
    event.preventDefault();
    focusName();
  }

  const action = (
    <>
      <Button onPress={() => void navigate({ to: '/recurrence' })} variant="normal">
        {say('recurrence.title')}
      </Button>
      <Button kbd={printedKey('N', platform)} onPress={() => setMaking({ parentId: current?.parentId ?? null })} variant="main">
        {say('themes.new')}
      </Button>
    </>
  );
  const header = (
    <PageHeader actions={action} facts={say('themes.screen.facts', { count: themes.list.length })} title={say('themes.screen.title')} />
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
        {making === null ? <EmptyState action={action} how={say('themes.screen.emptyHow')} what={say('themes.screen.empty')} /> : null}
      </>
    );
  }
  return (
    <SplitPane
      start={{
        label: say('themes.tree'),
        handleLabel: say('themes.paneWidth'),
        min: 240,
        max: 400,
        defaultSize: 320,
        children: (
          <div className={styles.tree} onKeyDown={onTreeKey} ref={treeRef}>
            <ThemePane currentId={currentId} isTreeOnly keys={noKeys} onCurrentIdChange={choose} onOpen={focusName} themes={themes} />
          </div>
        ),
      }}
    >
      {header}
      {line}
      <div ref={formRef}>
        <ThemeForm key={current.id} onDone={focusTree} theme={current} themes={themes} />
      </div>
    </SplitPane>
  );
}
