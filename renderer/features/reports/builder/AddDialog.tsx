import { useState } from 'react';
import type { BlockKind } from '../../../../shared/contract/reports-terms.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { PickList } from '../PickList.tsx';
import { blockKinds, pickedKinds } from './block-kinds.ts';
import { newBlock, type DraftBlock } from './blocks-model.ts';
import { ThingPicker } from './ThingPicker.tsx';

interface AddDialogProps {
  readonly projectId: ProjectId;
  /** Only these kinds; all when left out. */
  readonly kinds?: readonly BlockKind[] | undefined;
  readonly onAdd: (block: DraftBlock) => void;
  readonly onClose: () => void;
}

const notes = {
  exhibit: 'reports.kindNote.exhibit',
  quote: 'reports.kindNote.quote',
  finding: 'reports.kindNote.finding',
  findings: 'reports.kindNote.findings',
  actions: 'reports.kindNote.findings',
  meetings: 'reports.kindNote.findings',
  methods: 'reports.kindNote.findings',
  response: 'reports.kindNote.findings',
} as const satisfies Partial<Record<BlockKind, string>>;

function noteOf(kind: BlockKind): (typeof notes)[keyof typeof notes] | undefined {
  return Object.entries(notes).find(([one]) => one === kind)?.[1];
}

/** What is put in: first of which kind, then which one. */
export function AddDialog({ projectId, kinds, onAdd, onClose }: AddDialogProps) {
  const say = useText();
  const [kind, setKind] = useState<BlockKind | null>(null);
  function choose(id: string): void {
    const chosen = blockKinds.find(([one]) => one === id)?.[0];
    if (chosen === undefined) return;
    if (pickedKinds.includes(chosen)) setKind(chosen);
    else onAdd(newBlock(crypto.randomUUID(), chosen, chosen === 'checklist' ? { options: { checklist: 'coreq' } } : {}));
  }
  const offered = blockKinds.filter(([one]) => kinds === undefined || kinds.includes(one));
  const title =
    kind === 'exhibit' || kind === 'quote' || kind === 'finding'
      ? say(`reports.add.${kind}`)
      : kind === null
        ? say('reports.add.title')
        : say(`reports.block.${kind}`);
  return (
    <Dialog
      actions={<Button onPress={onClose}>{say('app.cancel')}</Button>}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size={kind === null ? 'small' : 'large'}
      title={title}
    >
      {kind === null ? (
        <PickList
          label={title}
          onPick={choose}
          options={offered.map(([id, icon]) => {
            const note = noteOf(id);
            return { id, icon, label: say(`reports.block.${id}`), ...(note === undefined ? {} : { detail: say(note) }) };
          })}
        />
      ) : (
        <ThingPicker kind={kind} label={title} onPick={onAdd} projectId={projectId} />
      )}
    </Dialog>
  );
}
