import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { StartForm, StartValues } from '../../../shared/contract/interviews.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { InterviewMode } from '../../../shared/model/questionnaire.ts';
import { client, orpc } from '../../lib/client.ts';
import { isCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { holdKeys, takeHeldKeys } from './early-keys.ts';
import styles from './InterviewsScreen.module.css';

export interface NewInterviewProps {
  readonly projectId: ProjectId;
  readonly onStarted: (interview: string) => void;
  readonly onCancel: () => void;
}

/** The header of the next interview, filled in as the last one was: usually only Mod+Enter. */
export function NewInterview({ projectId, onStarted, onCancel }: NewInterviewProps) {
  const say = useText();
  const { data: form } = useQuery({ ...orpc.interviews.startForm.queryOptions({ input: { projectId } }), gcTime: 0 });
  if (form === undefined) return null;
  if (form.values === null) return <EmptyState what={say('interviews.start.impossible')} />;
  return <StartFields form={form} onCancel={onCancel} onStarted={onStarted} projectId={projectId} values={form.values} />;
}

function StartFields({
  form,
  values: first,
  projectId,
  onStarted,
  onCancel,
}: NewInterviewProps & { readonly form: StartForm; readonly values: StartValues }) {
  const say = useText();
  const save = useSave();
  const title = useRef<HTMLHeadingElement>(null);
  const [values, setValues] = useState(first);
  const [consentOn, setConsentOn] = useState(first.heldOn);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const set = (part: Partial<StartValues>): void => setValues((old) => ({ ...old, ...part }));
  const version = form.versions.find((candidate) => candidate.id === values.versionId);
  const asksConsent = version?.asksConsent ?? true;
  const start = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    // Who starts types on: the first answer may come before the interview stands on the screen.
    holdKeys();
    const started = await save(() =>
      client.interviews.start({ ...values, projectId, ...(asksConsent ? {} : { consentGivenOn: consentOn }) }),
    );
    setBusy(false);
    if (started === undefined) takeHeldKeys();
    else onStarted(started.interviewId);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isCommand(event.nativeEvent, 'entry.done')) {
      event.preventDefault();
      void start();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      onCancel();
    }
  };
  return (
    <section aria-labelledby="new-interview" className={styles.start} onKeyDown={onKeyDown}>
      <h2 className={styles.startTitle} id="new-interview" ref={title} tabIndex={-1}>
        {say('interviews.start.title', { code: form.nextCode })}
      </h2>
      <p className={styles.startHelp}>{say('interviews.start.help')}</p>
      <div className={styles.fields}>
        <Select
          label={say('interviews.fact.wave')}
          onChange={(id) => set({ waveId: idIn(form.waves, id) ?? values.waveId })}
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
          options={[{ id: none, label: say('interviews.start.none') }, ...named(form.services)]}
          value={values.serviceId ?? none}
        />
        <Select
          label={say('interviews.fact.place')}
          onChange={(id) => set({ placeId: id === none ? null : id })}
          options={[{ id: none, label: say('interviews.start.none') }, ...named(form.places)]}
          value={values.placeId ?? none}
        />
        <TextField
          label={say('interviews.fact.heldOn')}
          length={16}
          onChange={(heldOn) => set({ heldOn })}
          type="date"
          value={values.heldOn}
        />
        {asksConsent ? null : (
          <TextField
            help={say('interviews.start.consentHelp')}
            label={say('interviews.start.consentOn')}
            length={16}
            onChange={setConsentOn}
            type="date"
            value={consentOn}
          />
        )}
      </div>
      <div className={styles.actions}>
        <Button onPress={onCancel}>{say('interviews.start.cancel')}</Button>
        <Button kbd={printedKey('Mod+Enter', platform)} onPress={() => void start()} variant="main">
          {say('interviews.start.start')}
        </Button>
      </div>
    </section>
  );
}

const none = 'none';

function named(things: readonly { readonly id: string; readonly name: string }[]): SelectOption[] {
  return things.map((thing) => ({ id: thing.id, label: thing.name }));
}

function idIn(waves: StartForm['waves'], id: string): StartValues['waveId'] | undefined {
  // A wave's id in the form is the id the core gave.
  return waves.find((wave) => wave.id === id)?.id as StartValues['waveId'] | undefined;
}
