import { useState } from 'react';
import type { AreaMember } from '../../../shared/contract/place-rows.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';

export interface MemberDialogProps {
  readonly areaId: string;
  readonly member: AreaMember;
  readonly day: string;
  readonly onClose: () => void;
}

/** From when to when an area holds a place. */
export function MemberDialog({ areaId, member, day, onClose }: MemberDialogProps) {
  const say = useText();
  const save = useSave();
  const [validFrom, setFrom] = useState(member.validFrom);
  const [validTo, setTo] = useState(member.validTo);
  async function keep(): Promise<void> {
    const kept = await save(() => client.places.saveMember({ id: member.id, areaId, placeId: member.place.id, validFrom, validTo }));
    if (kept !== undefined) onClose();
  }
  return (
    <FormDialog
      onClose={onClose}
      onSave={keep}
      saveLabel={say('places.area.change.save')}
      title={say('places.area.change.title', { place: member.place.name })}
    >
      <FormDayField isOptional label={say('places.area.from')} onChange={setFrom} today={day} value={validFrom} />
      <FormDayField
        help={say('places.area.toHelp')}
        isOptional
        label={say('places.area.to')}
        onChange={setTo}
        today={day}
        value={validTo}
      />
    </FormDialog>
  );
}
