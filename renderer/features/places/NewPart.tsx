import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';

/** A district or a locality of a municipality, made here. */
export function NewPart({ placeId }: { readonly placeId: string }) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)} size="bar">
        {say('places.newPart')}
      </Button>
      {isOpen ? <NewPartDialog onClose={() => setIsOpen(false)} placeId={placeId} /> : null}
    </>
  );
}

function NewPartDialog({ placeId, onClose }: { readonly placeId: string; readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const [kind, setKind] = useState<'district' | 'locality'>('locality');
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  async function make(): Promise<void> {
    if (name.trim() === '') {
      setIsMissing(true);
      return;
    }
    const made = await save(() => client.places.create({ kind, name: name.trim(), parentId: placeId }));
    if (made !== undefined) onClose();
  }
  return (
    <FormDialog onClose={onClose} onSave={make} saveLabel={say('places.newPart.save')} title={say('places.newPart')}>
      <TextField
        autoFocus
        error={isMissing && name.trim() === '' ? say('places.newArea.nameMissing') : undefined}
        label={say('places.newPart.name')}
        onChange={setName}
        value={name}
      />
      <Select
        label={say('places.newPart.kind')}
        onChange={setKind}
        options={(['locality', 'district'] as const).map((id) => ({ id, label: say(`places.kind.${id}`) }))}
        value={kind}
      />
    </FormDialog>
  );
}
