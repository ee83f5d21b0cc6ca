import type { RefObject } from 'react';
import {
  Attribution,
  ObservationKind,
  Perspective,
  type ObservationFields as Fields,
  type ObservationRow,
} from '../../../shared/contract/observations.ts';
import { languages } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { FieldStack } from '../../lib/fields/FieldStack.tsx';
import { FormDayField } from '../../lib/fields/FormDayField.tsx';
import { LineField } from '../../lib/fields/LineField.tsx';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { MeetingPicker, ProjectField } from '../actions/index.ts';
import { RegisterPicker } from '../registers/index.ts';

export interface ObservationFieldsProps {
  readonly observation: ObservationRow;
  readonly day: string;
  readonly titleRef: RefObject<HTMLTextAreaElement | null>;
}

const none = 'none';

/** Everything that is said about what was noted, written in place and kept when a field is left. */
export function ObservationFields({ observation, day, titleRef }: ObservationFieldsProps) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<Fields>): void => void save(() => client.observations.change({ observationId: observation.id, fields }));
  const lang = observation.language;
  const saidOn = observation.saidOn ?? observation.meeting?.on ?? day;
  return (
    <FieldStack>
      <NeededField
        fieldRef={titleRef}
        label={say('observations.what')}
        lang={lang}
        onKeep={(title) => change({ title: title.slice(0, 200) })}
        rows={1}
        value={observation.title}
      />
      <LineField
        isWords
        label={say('observations.body')}
        lang={lang}
        onKeep={(body) => change({ body })}
        rows={3}
        value={observation.body}
      />
      <Select
        label={say('observations.kind')}
        onChange={(kind) => change({ kind })}
        options={ObservationKind.options.map((id) => ({ id, label: say(`observations.kind.${id}`) }))}
        value={observation.kind}
      />
      <RegisterPicker
        kind="places"
        label={say('observations.place')}
        on={saidOn}
        onPick={(picked) => change({ placeId: picked?.id ?? null })}
        value={observation.place === null ? null : { ...observation.place, detail: '' }}
      />
      <RegisterPicker
        kind="services"
        label={say('observations.service')}
        onPick={(picked) => change({ serviceId: picked?.id ?? null })}
        value={observation.service === null ? null : { ...observation.service, detail: '' }}
      />
      <Select
        label={say('observations.perspective')}
        onChange={(id) => change({ perspective: Perspective.safeParse(id).data ?? null })}
        options={[
          { id: none as string, label: say('observations.none') },
          ...Perspective.options.map((id) => ({ id: id as string, label: say(`observations.perspective.${id}`) })),
        ]}
        value={observation.perspective ?? none}
      />
      <AttributionFields change={change} observation={observation} saidOn={saidOn} />
      <LineField
        label={say('observations.amount')}
        lang={lang}
        onKeep={(amountAsSaid) => change({ amountAsSaid })}
        value={observation.amountAsSaid}
      />
      <MeetingPicker
        label={say('observations.meeting')}
        onPick={(picked) => change({ meetingId: picked?.id ?? null })}
        value={observation.meeting}
      />
      <FormDayField
        isOptional
        label={say('observations.saidOn')}
        onChange={(said) => (said === observation.saidOn ? undefined : change({ saidOn: said }))}
        today={day}
        value={observation.saidOn}
      />
      <ProjectField label={say('observations.project')} onChange={(projectId) => change({ projectId })} value={observation.projectId} />
      <Select
        label={say('observations.language')}
        onChange={(language) => change({ language })}
        options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
        value={observation.language}
      />
    </FieldStack>
  );
}

interface PartProps {
  readonly observation: ObservationRow;
  readonly change: (fields: Partial<Fields>) => void;
}

/** Who stands behind it; a body or an organisation is named, a participant never. */
function AttributionFields({ observation, change, saidOn }: PartProps & { readonly saidOn: string }) {
  const say = useText();
  const { attributedBody: body, attributedOrganisation: organisation } = observation;
  return (
    <>
      <Select
        label={say('observations.attribution')}
        onChange={(id) => {
          const attribution = Attribution.safeParse(id).data ?? null;
          change(attribution === 'body' ? { attribution } : { attribution, attributedBodyId: null, attributedOrganisationId: null });
        }}
        options={[
          { id: none as string, label: say('observations.none') },
          ...Attribution.options.map((id) => ({ id: id as string, label: say(`observations.attribution.${id}`) })),
        ]}
        value={observation.attribution ?? none}
      />
      {observation.attribution === 'body' ? (
        <>
          <RegisterPicker
            kind="bodies"
            label={say('observations.attributedBody')}
            on={saidOn}
            onPick={(picked) => change({ attributedBodyId: picked?.id ?? null })}
            value={body === null ? null : { ...body, detail: '' }}
          />
          <RegisterPicker
            kind="organisations"
            label={say('observations.attributedOrganisation')}
            onPick={(picked) => change({ attributedOrganisationId: picked?.id ?? null })}
            value={organisation === null ? null : { ...organisation, detail: '' }}
          />
        </>
      ) : null}
    </>
  );
}
