import type { AskedRow } from '../../../shared/contract/fieldwork-asked.ts';
import { Assistance, Helper, type StartForm, type StartValues } from '../../../shared/contract/interviews.ts';
import { InterviewMode } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { NumberField } from '../../ui/number-field/NumberField.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

/** What the form holds: the values of the last interview, and what is this one's own. */
export interface StartChoice extends StartValues {
  readonly assistance: Assistance | null;
  readonly helper: Helper | null;
  /** Somebody on the list of those asked; null is a new code. */
  readonly person: AskedRow | null;
}

export interface NewInterviewFieldsProps {
  readonly form: StartForm;
  readonly values: StartChoice;
  readonly onChange: (part: Partial<StartChoice>) => void;
}

const none = 'none';

/** How the interview is held: wave, form, place, language, alone or in a group, with whose help. */
export function NewInterviewFields({ form, values, onChange: set }: NewInterviewFieldsProps) {
  const say = useText();
  const version = form.versions.find((candidate) => candidate.id === values.versionId);
  const optional = (label: string): SelectOption[] => [{ id: none, label }];
  const unsaid = say('interviews.start.none');
  return (
    <>
      <Select
        label={say('interviews.fact.wave')}
        // A person belongs to the list of one wave.
        onChange={(id) => set({ waveId: idIn(form.waves, id) ?? values.waveId, person: null })}
        options={named(form.waves)}
        value={values.waveId as string}
      />
      <Select
        label={say('interviews.fact.version')}
        onChange={(id) => set({ versionId: form.versions.find((candidate) => candidate.id === id)?.id ?? values.versionId })}
        options={form.versions.map((candidate) => ({
          id: candidate.id as string,
          label: candidate.name,
          detail: say('interviews.fact.versionNumber', { number: candidate.number }),
        }))}
        value={values.versionId as string}
      />
      <Select
        label={say('fieldwork.start.kind')}
        onChange={(kind) => set({ kind, personCount: kind === 'group' ? (values.personCount ?? 4) : null })}
        options={(['person', 'group'] as const).map((kind) => ({ id: kind, label: say(`fieldwork.start.kind.${kind}`) }))}
        value={values.kind}
      />
      {values.kind === 'group' ? (
        <NumberField
          help={say('fieldwork.start.personCountHelp')}
          label={say('fieldwork.start.personCount')}
          length={4}
          notANumber={(typed) => say('interviews.entry.notANumber', { typed })}
          onCommit={(count) => set({ personCount: count === null ? null : Math.min(12, Math.max(2, Math.round(count))) })}
          value={values.personCount}
        />
      ) : null}
      <Select
        label={say('interviews.fact.mode')}
        onChange={(mode) => set({ mode })}
        options={InterviewMode.options
          .filter((mode) => mode !== 'imported')
          .map((mode) => ({ id: mode, label: say(`interviews.mode.${mode}`) }))}
        value={values.mode}
      />
      <Select
        label={say('interviews.fact.language')}
        onChange={(language) => set({ language })}
        options={(version?.languages ?? []).map((language) => ({ id: language, label: say(`interviews.language.${language}`) }))}
        value={values.language}
      />
      <Select
        label={say('interviews.fact.service')}
        onChange={(id) => set({ serviceId: id === none ? null : id })}
        options={[...optional(unsaid), ...named(form.services)]}
        value={values.serviceId ?? none}
      />
      <Select
        label={say('interviews.fact.place')}
        onChange={(id) => set({ placeId: id === none ? null : id })}
        options={[...optional(unsaid), ...named(form.places)]}
        value={values.placeId ?? none}
      />
      <Select
        label={say('fieldwork.start.assistance')}
        onChange={(id) => set({ assistance: Assistance.safeParse(id).data ?? null })}
        options={[
          { id: 'unsaid', label: unsaid },
          ...Assistance.options.map((one) => ({ id: one as string, label: say(`entry.assistance.${one}`) })),
        ]}
        value={values.assistance ?? 'unsaid'}
      />
      {values.assistance === null || values.assistance === 'none' ? null : (
        <Select
          label={say('fieldwork.start.helper')}
          onChange={(id) => set({ helper: Helper.safeParse(id).data ?? null })}
          options={[...optional(unsaid), ...Helper.options.map((one) => ({ id: one as string, label: say(`entry.helper.${one}`) }))]}
          value={values.helper ?? none}
        />
      )}
      <TextField
        label={say('interviews.fact.heldOn')}
        length={16}
        onChange={(heldOn) => set({ heldOn })}
        type="date"
        value={values.heldOn}
      />
    </>
  );
}

function named(things: readonly { readonly id: string; readonly name: string }[]): SelectOption[] {
  return things.map((thing) => ({ id: thing.id, label: thing.name }));
}

function idIn(waves: StartForm['waves'], id: string): StartValues['waveId'] | undefined {
  // A wave's id in the form is the id the core gave.
  return waves.find((wave) => wave.id === id)?.id as StartValues['waveId'] | undefined;
}
