import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { RawExportDialog } from './RawExportDialog.tsx';

/** The way to raw data: a quiet button with its key, and the dialog it opens. */
export function RawExport({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  useCommand('analysis.raw', () => setOpen(true));
  return (
    <>
      <Button icon="export" onPress={() => setOpen(true)} size="bar" variant="quiet">
        {say('rawExport.open')}
      </Button>
      {isOpen ? <RawExportDialog onClose={() => setOpen(false)} projectId={projectId} /> : null}
    </>
  );
}
