import type { Ref } from 'react';
import type { OrganisationFields, OrganisationRecord } from '../../../shared/contract/register-records.ts';
import { OrganisationRow } from '../../../shared/contract/register-rows.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { AreasPart } from './AreasPart.tsx';
import { EntryLine } from './EntryLine.tsx';
import { EntryLinks } from './EntryLinks.tsx';
import { EntryName } from './EntryName.tsx';
import { PausesPart } from './PausesPart.tsx';
import { ReachFields } from './ReachFields.tsx';
import { RegisterPicker } from './RegisterPicker.tsx';
import { RolesPart } from './RolesPart.tsx';
import styles from './registers.module.css';
import { during, spanText } from './span-text.ts';

export interface OrganisationFormProps {
  readonly record: OrganisationRecord;
  readonly nameRef: Ref<HTMLInputElement>;
}

/** What an organisation is, what it belongs to, where it works, when it rests and who is in it. */
export function OrganisationForm({ record, nameRef }: OrganisationFormProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const { id, fields } = record;
  const change = (changed: Partial<OrganisationFields>): void =>
    void save(() => client.registers.change({ kind: 'organisations', id, fields: changed }));
  return (
    <>
      <div className={styles.fields}>
        <EntryName nameRef={nameRef} onKeep={(name) => change({ name })} value={fields.name} />
        <Select
          label={say('registers.organisationKind')}
          onChange={(kind) => change({ kind })}
          options={OrganisationRow.shape.kind.options.map((kind) => ({ id: kind, label: say(`registers.organisationKind.${kind}`) }))}
          value={fields.kind}
        />
        <RegisterPicker
          canCreate
          kind="organisations"
          label={say('registers.parent')}
          onPick={(parent) => change({ parentId: parent?.id ?? null })}
          value={record.parent}
        />
        <RegisterPicker
          kind="places"
          label={say('registers.seat')}
          onPick={(place) => change({ placeId: place?.id ?? null })}
          value={record.place}
        />
        <ReachFields fields={fields} onChange={change} />
        <EntryLine label={say('registers.note')} onKeep={(note) => change({ note })} rows={2} value={fields.note} />
      </div>
      <AreasPart areas={record.areas} organisationId={id} />
      <EntryLinks
        links={record.branches.map((branch) => ({ ...branch, key: branch.id, words: branch.name }))}
        title={say('registers.branches')}
        to="organisations"
      />
      <PausesPart organisationId={id} pauses={record.pauses} />
      <RolesPart entry={{ id, name: fields.name }} owner="organisations" roles={record.roles} />
      <EntryLinks
        links={record.operates.map((one) => ({
          key: one.id,
          id: one.service.id,
          words: during(one.service.name, spanText(one.span, dates, say)),
        }))}
        title={say('registers.operates')}
        to="services"
      />
      {record.offerings.length === 0 ? null : (
        <section className={styles.part}>
          <h3 className={styles.partTitle}>{say('registers.offerings')}</h3>
          <p className={styles.quiet}>{record.offerings.join(' · ')}</p>
        </section>
      )}
    </>
  );
}
