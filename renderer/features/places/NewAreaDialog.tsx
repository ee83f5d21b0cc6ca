import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { RegisterPicker, type Picked } from '../registers/index.ts';

export interface NewAreaDialogProps {
  readonly onClose: () => void;
  readonly onMade: (placeId: string) => void;
}

/** A new area: a name, and what it lies in if anything. Its municipalities are added on its page. */
export function NewAreaDialog({ onClose, onMade }: NewAreaDialogProps) {
  const say = useText();
  const save = useSave();
  const [name, setName] = useState('');
  const [parent, setParent] = useState<Picked | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  async function make(): Promise<void> {
    if (name.trim() === '') {
      setIsMissing(true);
      return;
    }
    const made = await save(() => client.places.create({ kind: 'area', name: name.trim(), parentId: parent?.id ?? null }));
    if (made === undefined) return;
    onClose();
    onMade(made.id);
  }
  return (
    <FormDialog onClose={onClose} onSave={make} saveLabel={say('places.newArea.save')} title={say('places.newArea.title')}>
      <TextField
        autoFocus
        error={isMissing && name.trim() === '' ? say('places.newArea.nameMissing') : undefined}
        help={say('places.newArea.nameHelp')}
        label={say('places.newArea.name')}
        onChange={setName}
        value={name}
      />
      <RegisterPicker kind="places" label={say('places.place.in')} onPick={setParent} value={parent} />
    </FormDialog>
  );
}
