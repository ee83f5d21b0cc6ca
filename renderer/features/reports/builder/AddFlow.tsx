import type { ProjectId } from '../../../../shared/model/ids.ts';
import { AddDialog } from './AddDialog.tsx';
import { insertedKinds } from './block-kinds.ts';
import type { BuilderDesk } from './builder-desk.ts';
import { placeForNew, putIn } from './writing-deeds.ts';

/** Where something is to be put in: after the chosen block, last, or right after a block that is being written in. */
export interface Adding {
  readonly after: 'chosen' | 'last' | (string & {});
}

interface AddFlowProps {
  readonly adding: Adding | null;
  readonly desk: BuilderDesk;
  readonly projectId: ProjectId;
  readonly onClose: () => void;
}

/** The choice of what to put in, and putting it in. Left without a choice, the hand is back where it was. */
export function AddFlow({ adding, desk, projectId, onClose }: AddFlowProps) {
  if (adding === null) return null;
  const isHere = adding.after !== 'chosen' && adding.after !== 'last';
  return (
    <AddDialog
      kinds={isHere ? insertedKinds : undefined}
      onAdd={(block) => {
        const state = desk.store.get();
        const after = isHere ? adding.after : adding.after === 'last' ? (state.blocks.at(-1)?.id ?? null) : placeForNew(state);
        onClose();
        // After the dialog has given focus back, so that the new block decides where it goes.
        setTimeout(() => putIn(desk, after, [block]), 0);
      }}
      onClose={onClose}
      projectId={projectId}
    />
  );
}
