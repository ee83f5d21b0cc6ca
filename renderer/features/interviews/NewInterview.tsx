import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { StartForm, StartValues } from '../../../shared/contract/interviews.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { formKeys } from '../../lib/form-keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { holdKeys, takeHeldKeys } from './early-keys.ts';
import styles from './InterviewsScreen.module.css';
import { NewInterviewFields, type StartChoice } from './NewInterviewFields.tsx';
import { NewInterviewPerson } from './NewInterviewPerson.tsx';

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
  const [values, setValues] = useState<StartChoice>({ ...first, assistance: null, helper: null, person: null });
  const [consentOn, setConsentOn] = useState(first.heldOn);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const set = (part: Partial<StartChoice>): void => setValues((old) => ({ ...old, ...part }));
  const version = form.versions.find((candidate) => candidate.id === values.versionId);
  const asksConsent = (version?.asksConsent ?? true) || values.person?.consents.includes('take-part') === true;
  const start = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    // Who starts types on: the first answer may come before the interview stands on the screen.
    holdKeys();
    const { person, ...facts } = values;
    const started = await save(() =>
      client.interviews.start({
        ...facts,
        personCount: facts.kind === 'group' ? facts.personCount : null,
        projectId,
        ...(person === null ? {} : { respondentId: person.respondentId }),
        ...(asksConsent ? {} : { consentGivenOn: consentOn }),
      }),
    );
    setBusy(false);
    if (started === undefined) takeHeldKeys();
    else onStarted(started.interviewId);
  };
  return (
    <section aria-labelledby="new-interview" className={styles.start} {...formKeys(() => void start(), onCancel)}>
      <h2 className={styles.startTitle} id="new-interview" ref={title} tabIndex={-1}>
        {say('interviews.start.title', { code: values.person?.code ?? form.nextCode })}
      </h2>
      {form.isAsLast ? <p className={styles.startHelp}>{say('interviews.start.help')}</p> : null}
      <div className={styles.fields}>
        <NewInterviewPerson
          nextCode={form.nextCode}
          onChange={(person) => set({ person })}
          person={values.person}
          projectId={projectId}
          waveId={values.waveId}
        />
        <NewInterviewFields form={form} onChange={set} values={values} />
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
