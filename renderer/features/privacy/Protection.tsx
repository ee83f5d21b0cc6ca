import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ProtectionDialog } from './ProtectionDialog.tsx';

/** The way to how small numbers are hidden in a project. */
export function Protection({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="threshold" onPress={() => setOpen(true)} size="bar">
        {say('privacy.protection.open')}
      </Button>
      {isOpen ? <ProtectionDialog onClose={() => setOpen(false)} projectId={projectId} /> : null}
    </>
  );
}
