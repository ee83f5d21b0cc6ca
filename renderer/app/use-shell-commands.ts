import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '../lib/client.ts';
import { useCommand, useRunCommand } from '../lib/commands.tsx';
import { desktop } from '../lib/pipe.ts';
import { useSave } from '../lib/use-save.ts';

/** Commands about the program itself, from keys, palette and native menus alike. */
export function useShellCommands(isOpen: boolean): void {
  const navigate = useNavigate();
  const save = useSave();
  const run = useRunCommand();
  useCommand('help', () => void navigate({ to: '/help' }));
  useCommand('search', () => void navigate({ to: '/search' }), isOpen);
  useCommand('openWorkspace', () => void navigate({ to: '/start' }));
  useCommand('makeBackup', () => void save(() => client.workspace.makeBackup({})));
  useCommand('closeWorkspace', () => void client.workspace.close({}));
  useEffect(() => desktop?.host.onCommand(run), [run]);
}
