import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { useCurrentProject } from '../../lib/current-project.ts';
import { Menu } from '../../ui/menu/Menu.tsx';
import { RefiExportDialog } from '../refi/index.ts';
import { CodebookExportDialog } from './CodebookExportDialog.tsx';

/** Takes codebooks and whole projects in and gives ours out: for the head of the themes. */
export function CodebookExchangeMenu() {
  const say = useText();
  const navigate = useNavigate();
  const { current } = useCurrentProject();
  const [open, setOpen] = useState<'codebook' | 'project' | null>(null);
  const toImport = (): void => void navigate({ to: '/themes/import' });
  const toProject = (): void => void navigate({ to: '/themes/import-project' });
  const release = (): void => setOpen(current === null ? null : 'project');
  useCommand('lists.import', toImport);
  useCommand('lists.export', () => setOpen('codebook'));
  useCommand('themes.importProject', toProject);
  useCommand('themes.releaseProject', release);
  const deeds: Readonly<Record<string, () => void>> = {
    import: toImport,
    export: () => setOpen('codebook'),
    importProject: toProject,
    releaseProject: release,
  };
  return (
    <>
      <Menu
        entries={[
          { id: 'import', label: say('codebookExchange.menu.import'), icon: 'import', kbd: 'I' },
          { id: 'export', label: say('codebookExchange.menu.export'), icon: 'export', kbd: 'E' },
          { kind: 'separator', id: 'projects' },
          { id: 'importProject', label: say('refi.menu.import'), icon: 'import' },
          { id: 'releaseProject', label: say('refi.menu.export'), icon: 'export', isDisabled: current === null },
        ]}
        label={say('codebookExchange.menu')}
        onAction={(id) => deeds[id]?.()}
        placement="bottom end"
        trigger={<Button>{say('codebookExchange.menu')}</Button>}
      />
      {open === 'codebook' ? <CodebookExportDialog onClose={() => setOpen(null)} /> : null}
      {open === 'project' && current !== null ? (
        <RefiExportDialog name={current.name} onClose={() => setOpen(null)} projectId={current.id} />
      ) : null}
    </>
  );
}
