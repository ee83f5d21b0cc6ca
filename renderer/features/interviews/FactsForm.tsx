import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Assistance, Helper, type InterviewFacts } from '../../../shared/contract/interviews.ts';
import { confirmReasons, type ConfirmReason } from '../../../shared/model/answer.ts';
import { InterviewMode } from '../../../shared/model/questionnaire.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { confirmMessages } from './answer-sentence.ts';
import { CoInterviewersField } from './CoInterviewersField.tsx';
import { wantsReason } from './entry-model.ts';
import { FactField } from './FactField.tsx';
import styles from './EntryFacts.module.css';
import type { Entry } from './use-entry.ts';

const none = 'none';

/** How the interview was held, for correcting. Every field is written when it is left, in a finished interview with the reason. */
export function FactsForm({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { interview, version } = entry.model;
  const { facts } = interview;
  const { data: form } = useQuery(orpc.interviews.startForm.queryOptions({ input: { projectId: interview.projectId } }));
  const [reason, setReason] = useState<ConfirmReason | null>(null);
  const { data: people } = useQuery(orpc.interviews.interviewers.queryOptions({ input: { projectId: interview.projectId } }));
  const set = (part: Partial<InterviewFacts>): void =>
    void entry.desk.save(() =>
      client.interviews.setFacts({ interviewId: interview.id, facts: part, ...(reason === null ? {} : { changeReason: reason }) }),
    );
  const unknown: SelectOption = { id: none, label: say('interviews.start.none') };
  const named = (things: readonly { readonly id: string; readonly name: string }[] | undefined): SelectOption[] => [
    unknown,
    ...(things ?? []).map(({ id, name }) => ({ id, label: name })),
  ];
  const mustSayWhy = wantsReason(entry.model);
  const why = mustSayWhy ? (
    <Select
      label={say('entry.facts.why')}
      onChange={(id) => setReason(confirmReasons.find((one) => one === id) ?? null)}
      options={[unknown, ...confirmReasons.map((id) => ({ id, label: say(confirmMessages[id]) }))]}
      value={reason ?? none}
    />
  ) : null;
  // The fields come when it is said why a finished interview changes.
  if (mustSayWhy && reason === null)
    return (
      <div className={styles.form}>
        <p>{say('entry.facts.finished')}</p>
        {why}
      </div>
    );
  return (
    <div className={styles.form}>
      {why}
      <Select
        label={say('interviews.fact.mode')}
        onChange={(mode) => set({ mode })}
        options={InterviewMode.options
          .filter((mode) => mode !== 'imported' || facts.mode === mode)
          .map((mode) => ({ id: mode, label: say(`interviews.mode.${mode}`) }))}
        value={facts.mode}
      />
      <Select
        label={say('interviews.fact.service')}
        onChange={(id) => set({ serviceId: id === none ? null : id })}
        options={named(form?.services)}
        value={facts.serviceId ?? none}
      />
      <Select
        label={say('interviews.fact.place')}
        onChange={(id) => set({ placeId: id === none ? null : id })}
        options={named(form?.places)}
        value={facts.placeId ?? none}
      />
      <FactField
        kind="date"
        label={say('interviews.fact.heldOn')}
        onCommit={(heldOn) => set({ heldOn: heldOn === '' ? null : heldOn })}
        value={facts.heldOn ?? ''}
      />
      <div className={styles.pair}>
        <FactField
          kind="clock"
          label={say('entry.facts.began')}
          onCommit={(time) => set({ beganAt: time === '' ? null : time })}
          value={facts.beganAt ?? ''}
        />
        <FactField
          kind="clock"
          label={say('entry.facts.ended')}
          onCommit={(time) => set({ endedAt: time === '' ? null : time })}
          value={facts.endedAt ?? ''}
        />
      </div>
      <Select
        label={say('interviews.fact.interviewer')}
        onChange={(id) => set({ interviewerId: id === none ? null : id })}
        options={named(people?.actors)}
        value={facts.interviewerId ?? none}
      />
      <CoInterviewersField
        names={(people?.names ?? []).filter((name) => name !== interview.interviewer)}
        onCommit={(coInterviewers) => set({ coInterviewers })}
        value={facts.coInterviewers}
      />
      <Select
        label={say('entry.facts.assistance')}
        onChange={(id) => set({ assistance: Assistance.safeParse(id).data ?? null })}
        options={[unknown, ...Assistance.options.map((id) => ({ id, label: say(`entry.assistance.${id}`) }))]}
        value={facts.assistance ?? none}
      />
      <Select
        label={say('entry.facts.helper')}
        onChange={(id) => set({ helper: Helper.safeParse(id).data ?? null })}
        options={[unknown, ...Helper.options.map((id) => ({ id, label: say(`entry.helper.${id}`) }))]}
        value={facts.helper ?? none}
      />
      <Select
        label={say('interviews.fact.language')}
        onChange={(language) => set({ language })}
        options={version.languages.map((language) => ({ id: language, label: say(`interviews.language.${language}`) }))}
        value={facts.language}
      />
    </div>
  );
}
