import type { RefObject } from 'react';
import { FindingLevel, Polarity, type FindingFields as Fields, type FindingRow } from '../../../shared/contract/findings.ts';
import { client } from '../../lib/client.ts';
import { FieldStack } from '../../lib/fields/FieldStack.tsx';
import { LineField } from '../../lib/fields/LineField.tsx';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { MeetingPicker } from '../actions/index.ts';
import { RegisterPicker } from '../registers/index.ts';

export interface FindingFieldsProps {
  readonly finding: FindingRow;
  readonly wordingRef: RefObject<HTMLTextAreaElement | null>;
}

const none = 'none';

/** Everything a finding says about itself, written in place; other words are kept beside the old ones. */
export function FindingFields({ finding, wordingRef }: FindingFieldsProps) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<Fields>): void => void save(() => client.findings.change({ findingId: finding.id, fields }));
  const lang = finding.language;
  const { ownService, place, meeting } = finding;
  return (
    <FieldStack>
      <NeededField
        fieldRef={wordingRef}
        isWords
        label={say('findings.wording')}
        lang={lang}
        onKeep={(wording) => change({ wording })}
        rows={2}
        value={finding.wording}
      />
      <Select
        label={say('findings.polarity')}
        onChange={(polarity) => change({ polarity })}
        options={Polarity.options.map((id) => ({ id, label: say(`findings.polarity.${id}`) }))}
        value={finding.polarity}
      />
      <Select
        label={say('findings.level')}
        onChange={(id) => change({ level: FindingLevel.safeParse(id).data ?? null })}
        options={[
          { id: none as string, label: say('findings.none') },
          ...FindingLevel.options.map((id) => ({ id: id as string, label: say(`findings.level.${id}`) })),
        ]}
        value={finding.level ?? none}
      />
      <RegisterPicker
        kind="services"
        label={say('findings.service')}
        onPick={(picked) => change({ serviceId: picked?.id ?? null })}
        value={ownService === null ? null : { ...ownService, detail: '' }}
      />
      <RegisterPicker
        kind="places"
        label={say('findings.place')}
        onPick={(picked) => change({ placeId: picked?.id ?? null })}
        value={place === null ? null : { ...place, detail: '' }}
      />
      <LineField
        label={say('findings.amount')}
        lang={lang}
        onKeep={(amountAsSaid) => change({ amountAsSaid })}
        value={finding.amountAsSaid}
      />
      <MeetingPicker
        label={say('findings.madeIn')}
        onPick={(picked) => change({ meetingId: picked?.id ?? null })}
        projectId={finding.projectId}
        value={meeting === null ? null : { ...meeting, on: null }}
      />
    </FieldStack>
  );
}
