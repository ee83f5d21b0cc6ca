import { useState } from 'react';
import type { PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';

export interface DecisionDialogProps {
  readonly place: PlaceRecord;
  readonly day: string;
  readonly onClose: () => void;
}

const all = 'all';

/** A decision: from which divided place, to which of those it went to, for which service, when, by whom and why. */
export function DecisionDialog({ place, day, onClose }: DecisionDialogProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const [fromId, setFrom] = useState(place.notAttributable[0]?.id ?? '');
  const targets = targetsOf(place, fromId);
  const [chosen, setChosen] = useState<string | null>(null);
  const toId = targets.some((one) => one.id === chosen) ? chosen : (targets.find((one) => one.id === place.id)?.id ?? null);
  const [serviceId, setService] = useState<string>(all);
  const [decidedOn, setDecidedOn] = useState<string | null>(day);
  const [decidedBy, setDecidedBy] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  async function keep(): Promise<void> {
    if (toId === null || decidedOn === null || reason.trim() === '') {
      setIsMissing(true);
      return;
    }
    const by = decidedBy.trim() === '' ? null : decidedBy.trim();
    const service = serviceId === all ? null : serviceId;
    const kept = await save(() =>
      client.places.decide({ fromId, toId, serviceId: service, decidedOn, decidedBy: by, reason: reason.trim() }),
    );
    if (kept !== undefined) onClose();
  }
  return (
    <FormDialog onClose={onClose} onSave={keep} saveLabel={say('places.decision.save')} title={say('places.decision.add')}>
      <Select
        label={say('places.decision.from')}
        onChange={setFrom}
        options={place.notAttributable.map((one) => ({ id: one.id, label: dates.place(one) }))}
        value={fromId}
      />
      <Select
        error={isMissing && toId === null ? say('places.decision.missing') : undefined}
        label={say('places.decision.to')}
        onChange={setChosen}
        options={targets.map((one) => ({ id: one.id, label: dates.place(one) }))}
        value={toId}
      />
      <Select
        label={say('places.decision.service')}
        onChange={setService}
        options={[{ id: all, label: say('places.decision.all') }, ...place.services.map(({ id, name }) => ({ id, label: name }))]}
        value={serviceId}
      />
      <FormDayField label={say('places.decision.on')} onChange={setDecidedOn} today={day} value={decidedOn} />
      <TextField label={say('places.decision.by')} onChange={setDecidedBy} value={decidedBy} />
      <TextArea
        error={isMissing && reason.trim() === '' ? say('places.decision.missing') : undefined}
        help={say('places.decision.reasonHelp')}
        label={say('places.decision.reason')}
        onChange={setReason}
        rows={2}
        value={reason}
      />
    </FormDialog>
  );
}

/** The places a divided one went to, as this page knows them. */
function targetsOf({ lineage, changes }: PlaceRecord, fromId: string) {
  const ids = new Set(changes.filter((change) => change.fromId === fromId && !change.isRestored).map((change) => change.toId));
  return lineage.map((kin) => kin.place).filter((one) => ids.has(one.id));
}
