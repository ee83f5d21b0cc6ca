import { type RefObject, useState } from 'react';
import type { ActionFields as Fields, ActionRow } from '../../../shared/contract/actions.ts';
import { languages } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { FieldStack } from '../../lib/fields/FieldStack.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { LineField } from '../../lib/fields/LineField.tsx';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { RegisterPicker, type Picked } from '../registers/index.ts';
import { MeetingPicker } from './MeetingPicker.tsx';
import { ProjectField } from './ProjectField.tsx';

export interface ActionFieldsProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly wordingRef: RefObject<HTMLTextAreaElement | null>;
}

type Change = (fields: Partial<Fields>) => void;

/** Everything an action says about itself, written in place and kept when a field is left. */
export function ActionFields({ action, day, wordingRef }: ActionFieldsProps) {
  const say = useText();
  const save = useSave();
  const [isMore, setMore] = useState(false);
  const change: Change = (fields) => void save(() => client.actions.change({ actionId: action.id, fields }));
  const lang = action.language;
  return (
    <FieldStack>
      <NeededField
        fieldRef={wordingRef}
        isWords
        label={say('actions.wording')}
        lang={lang}
        onKeep={(wording) => change({ wording })}
        rows={2}
        value={action.wording}
      />
      <LineField
        label={say('actions.ownerAsSaid')}
        lang={lang}
        onKeep={(ownerAsSaid) => change({ ownerAsSaid })}
        value={action.ownerAsSaid}
      />
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('actions.ownerOrganisation')}
        onPick={(picked) => change({ ownerOrganisationId: picked?.id ?? null })}
        value={pickedOf(action.ownerOrganisation)}
      />
      <VagueDateField
        isAhead
        key={`${action.id} due`}
        label={say('actions.due')}
        language={lang}
        onCommit={(due) => change({ due: due ?? { asSaid: null, sortOn: null, precision: null } })}
        today={action.agreedOn ?? day}
        value={action.due}
      />
      <LineField label={say('actions.parties')} lang={lang} onKeep={(parties) => change({ parties })} value={action.parties} />
      <LineField label={say('actions.result')} lang={lang} onKeep={(result) => change({ result })} rows={2} value={action.result} />
      <Button onPress={() => setMore(!isMore)} aria-expanded={isMore} icon={isMore ? 'unfold' : 'expand'} size="bar" variant="quiet">
        {say('actions.editMore')}
      </Button>
      {isMore ? <MoreFields action={action} change={change} day={day} /> : null}
    </FieldStack>
  );
}

function pickedOf(named: { readonly id: string; readonly name: string } | null): Picked | null {
  return named === null ? null : { ...named, detail: '' };
}

interface MoreProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly change: Change;
}

function MoreFields({ action, day, change }: MoreProps) {
  const say = useText();
  const lang = action.language;
  const meetingDay = action.agreedOn ?? day;
  return (
    <FieldStack>
      <RegisterPicker
        canCreate
        kind="people"
        label={say('actions.ownerPerson')}
        on={meetingDay}
        onPick={(picked) => change({ ownerPersonId: picked?.id ?? null })}
        value={pickedOf(action.ownerPerson)}
      />
      <LineField
        help={say('actions.addressee.help')}
        label={say('actions.addressee')}
        lang={lang}
        onKeep={(addressee) => change({ addressee })}
        value={action.addressee}
      />
      <LineField label={say('actions.channel')} lang={lang} onKeep={(channel) => change({ channel })} value={action.channel} />
      <RegisterPicker
        kind="places"
        label={say('actions.place')}
        on={meetingDay}
        onPick={(picked) => change({ placeId: picked?.id ?? null })}
        value={pickedOf(action.ownPlace)}
      />
      <RegisterPicker
        kind="bodies"
        label={say('actions.reviewingBody')}
        onPick={(picked) => change({ reviewingBodyId: picked?.id ?? null })}
        value={pickedOf(action.reviewingBody)}
      />
      <MeetingPicker
        label={say('actions.followUp')}
        onPick={(picked) => change({ followUpMeetingId: picked?.id ?? null })}
        value={action.followUp}
      />
      <MeetingPicker label={say('actions.meeting')} onPick={(picked) => change({ meetingId: picked?.id ?? null })} value={action.meeting} />
      <FormDayField
        isOptional
        label={say('actions.agreedOn')}
        onChange={(agreedOn) => (agreedOn === action.agreedOn ? undefined : change({ agreedOn }))}
        today={day}
        value={action.agreedOn}
      />
      <ProjectField label={say('actions.project')} onChange={(projectId) => change({ projectId })} value={action.projectId} />
      <Select
        label={say('actions.language')}
        onChange={(language) => change({ language })}
        options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
        value={action.language}
      />
      <Checkbox isSelected={action.isExistingMeasure} onChange={(isExistingMeasure) => change({ isExistingMeasure })}>
        {say('actions.existingText')}
      </Checkbox>
    </FieldStack>
  );
}
