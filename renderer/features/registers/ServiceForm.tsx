import type { Ref } from 'react';
import type { ServiceFields, ServiceRecord } from '../../../shared/contract/register-records.ts';
import { ServiceRow } from '../../../shared/contract/register-rows.ts';
import { client } from '../../lib/client.ts';
import { CountedField } from '../../lib/fields/CountedField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { EntryLine } from './EntryLine.tsx';
import { EntryLinks } from './EntryLinks.tsx';
import { EntryName } from './EntryName.tsx';
import { FundingPart } from './FundingPart.tsx';
import { LinksPart } from './LinksPart.tsx';
import { OperatorsPart } from './OperatorsPart.tsx';
import { RegisterPicker } from './RegisterPicker.tsx';
import styles from './registers.module.css';
import { SpanField } from './SpanField.tsx';

export interface ServiceFormProps {
  readonly record: ServiceRecord;
  readonly nameRef: Ref<HTMLInputElement>;
}

const nobody = { count: null, precision: null, asSaid: null };

/** What a service is, for whom and how many, how it came to be, who runs it, with what money and with whom. */
export function ServiceForm({ record, nameRef }: ServiceFormProps) {
  const say = useText();
  const save = useSave();
  const { id, fields } = record;
  const change = (changed: Partial<ServiceFields>): void =>
    void save(() => client.registers.change({ kind: 'services', id, fields: changed }));
  const long = (field: 'targetGroup' | 'eligibility' | 'opening' | 'origin' | 'note', rows = 1) => (
    <EntryLine label={say(`registers.${field}`)} onKeep={(text) => change({ [field]: text })} rows={rows} value={fields[field]} />
  );
  return (
    <>
      <div className={styles.fields}>
        <EntryName nameRef={nameRef} onKeep={(name) => change({ name })} value={fields.name} />
        <Select
          label={say('registers.serviceKind')}
          onChange={(kind) => change({ kind })}
          options={ServiceRow.shape.kind.options.map((kind) => ({ id: kind, label: say(`registers.serviceKind.${kind}`) }))}
          value={fields.kind}
        />
        <RegisterPicker
          kind="places"
          label={say('registers.place')}
          onPick={(place) => change({ placeId: place?.id ?? null })}
          value={record.place}
        />
        {long('targetGroup')}
        {long('eligibility')}
        {long('opening')}
        <CountedField
          label={say('registers.recipients')}
          onCommit={(recipients) => change({ recipients: recipients ?? nobody })}
          value={fields.recipients}
        />
        {fields.recipients.precision === 'inferred' || fields.recipientsReason !== null ? (
          <EntryLine
            label={say('registers.recipientsReason')}
            onKeep={(recipientsReason) => change({ recipientsReason })}
            rows={1}
            value={fields.recipientsReason}
          />
        ) : null}
        <SpanField label={say('registers.period')} onCommit={(span) => change({ span })} value={fields.span} />
        {long('origin', 2)}
        {long('note', 2)}
      </div>
      <OperatorsPart operators={record.operators} serviceId={id} />
      <FundingPart funding={record.funding} serviceId={id} />
      <LinksPart links={record.links} serviceId={id} />
      <EntryLinks
        links={record.linkedFrom.map((link) => ({
          key: link.id,
          id: link.service.id,
          words: say(`registers.linkedFrom.${link.kind}`, { name: link.service.name }),
        }))}
        title={say('registers.linkedFrom.title')}
        to="services"
      />
    </>
  );
}
