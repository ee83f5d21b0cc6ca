import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import type { BodyFields, BodyRecord } from '../../../shared/contract/register-records.ts';
import { BodyRow } from '../../../shared/contract/register-rows.ts';
import { client } from '../../lib/client.ts';
import { today, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { EntryLine } from './EntryLine.tsx';
import { EntryName } from './EntryName.tsx';
import { RegisterPicker } from './RegisterPicker.tsx';
import { RolesPart } from './RolesPart.tsx';
import styles from './registers.module.css';
import { SpanField } from './SpanField.tsx';

export interface BodyFormProps {
  readonly record: BodyRecord;
  readonly nameRef: Ref<HTMLInputElement>;
}

/** What a council or panel is for, how long, how it works, who sits there and who is missing. */
export function BodyForm({ record, nameRef }: BodyFormProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const { id, fields } = record;
  // A project whose end is still to come has not been outlived.
  const outlived = record.outlives.filter(({ endedOn }) => endedOn < today());
  const change = (changed: Partial<BodyFields>): void => void save(() => client.registers.change({ kind: 'bodies', id, fields: changed }));
  const long = (field: 'remit' | 'workingOrder' | 'notRepresented') => (
    <EntryLine label={say(`registers.${field}`)} onKeep={(text) => change({ [field]: text })} rows={2} value={fields[field]} />
  );
  return (
    <>
      <div className={styles.fields}>
        <EntryName nameRef={nameRef} onKeep={(name) => change({ name })} value={fields.name} />
        <Select
          label={say('registers.bodyKind')}
          onChange={(kind) => change({ kind })}
          options={BodyRow.shape.kind.options.map((kind) => ({ id: kind, label: say(`registers.bodyKind.${kind}`) }))}
          value={fields.kind}
        />
        <SegmentedControl
          label={say('registers.duration')}
          onChange={(duration) => change({ isStanding: duration === 'standing' })}
          segments={(['standing', 'adHoc'] as const).map((one) => ({ id: one, label: say(`registers.${one}`) }))}
          value={fields.isStanding ? 'standing' : 'adHoc'}
        />
        <SpanField label={say('registers.period')} onCommit={(span) => change({ span })} value={fields.span} />
        {outlived.map((project) => (
          <p className={styles.quiet} key={project.id}>
            {say('registers.outlives', { date: dates.day(project.endedOn) })}{' '}
            <Link params={{ project: project.id }} to="/projects/$project">
              {project.name}
            </Link>
          </p>
        ))}
        {long('remit')}
        <RegisterPicker
          kind="places"
          label={say('registers.place')}
          onPick={(place) => change({ placeId: place?.id ?? null })}
          value={record.place}
        />
        <RegisterPicker
          canCreate
          kind="organisations"
          label={say('registers.organisation')}
          onPick={(organisation) => change({ organisationId: organisation?.id ?? null })}
          value={record.organisation}
        />
        {long('workingOrder')}
        {long('notRepresented')}
      </div>
      <RolesPart entry={{ id, name: fields.name }} owner="bodies" roles={record.members} />
    </>
  );
}
