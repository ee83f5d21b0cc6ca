import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { CodebookExportDialog } from './CodebookExportDialog.tsx';

/** Takes codebooks in and gives ours out: for the head of the themes. */
export function CodebookExchangeMenu() {
  const say = useText();
  const navigate = useNavigate();
  const [isExporting, setExporting] = useState(false);
  const toImport = (): void => void navigate({ to: '/themes/import' });
  useCommand('lists.import', toImport);
  useCommand('lists.export', () => setExporting(true));
  return (
    <>
      <Menu
        entries={[
          { id: 'import', label: say('codebookExchange.menu.import'), icon: 'import', kbd: 'I' },
          { id: 'export', label: say('codebookExchange.menu.export'), icon: 'export', kbd: 'E' },
        ]}
        label={say('codebookExchange.menu')}
        onAction={(id) => (id === 'import' ? toImport() : setExporting(true))}
        placement="bottom end"
        trigger={<Button>{say('codebookExchange.menu')}</Button>}
      />
      {isExporting ? <CodebookExportDialog onClose={() => setExporting(false)} /> : null}
    </>
  );
}
