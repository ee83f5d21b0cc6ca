import { useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WeightingDialog } from './WeightingDialog.tsx';

/** The way to a project's weights, and to who answered beside the frame. */
export function Weighting({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="scale" onPress={() => setOpen(true)} size="bar" variant="quiet">
        {say('weights.open')}
      </Button>
      {isOpen ? <WeightingDialog onClose={() => setOpen(false)} projectId={projectId} /> : null}
    </>
  );
}
