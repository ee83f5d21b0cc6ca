import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { searchFor } from '../features/search/index.ts';
import { useCommand } from '../lib/commands.tsx';
import { orpc } from '../lib/client.ts';
import { connection, saveState } from '../lib/status.ts';
import { useText } from '../lib/text.ts';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { Curtain } from './Curtain.tsx';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { StatusLine } from './StatusLine.tsx';
import { TopBar, type TopBarProps } from './TopBar.tsx';
import { useCurtain } from './use-curtain.ts';
import { useMoveFocus } from './use-move-focus.ts';
import { useRegions } from './use-regions.ts';
import { useShellCommands } from './use-shell-commands.ts';

/** The frame round every screen: top bar, rail, sheet, status line; and what works everywhere. */
export function Shell() {
  const state = connection.use();
  if (state === 'connecting' || state === 'refused' || state === 'outdated') return <ConnectionNotice state={state} />;
  return <OpenShell isLost={state === 'lost'} />;
}

function OpenShell({ isLost }: { readonly isLost: boolean }) {
  const { data: status } = useQuery(orpc.workspace.status.queryOptions({ input: {} }));
  const { pathname } = useLocation();
  const openedAt = status?.workspace?.openedAt;
  // What was looked for in one file may be what somebody said there: it does not stand in the field over the next one.
  useEffect(() => searchFor(''), [openedAt]);
  if (status === undefined) return null;
  if (status.workspace === null && pathname !== '/start' && pathname !== '/help') return <Navigate search={keepSearch} to="/start" />;
  return <Frame isLost={isLost} isOpen={status.workspace !== null} workspace={status.workspace} />;
}

/** The problem of the command line's file rides along. */
function keepSearch(old: Record<string, unknown>): Record<string, unknown> {
  return old;
}

function Frame({
  isLost,
  isOpen,
  workspace,
}: {
  readonly isLost: boolean;
  readonly isOpen: boolean;
  readonly workspace: TopBarProps['workspace'];
}) {
  const say = useText();
  const { pathname } = useLocation();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const curtain = useCurtain();
  useShellCommands(isOpen);
  useRegions();
  useMoveFocus(pathname);
  useCommand('palette', () => setPaletteOpen(true));
  useCommand('goTo', () => setPaletteOpen(true));
  useCommand('saveState', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    saveState.set({ ...saveState.get() });
  });
  return (
    <div className={styles.frame} data-entry={/\/(?:enter|second)$/u.test(pathname) || undefined}>
      <a className={styles.skip} href="#main">
        {say('app.skipToContent')}
      </a>
      <TopBar onFind={() => setPaletteOpen(true)} workspace={workspace} />
      {isOpen ? <Rail /> : null}
      <main className={styles.sheet} data-region="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <StatusLine isLost={isLost} isOpen={isOpen} />
      <Palette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} />
      {curtain.isDown ? <Curtain onLift={curtain.lift} /> : null}
    </div>
  );
}
