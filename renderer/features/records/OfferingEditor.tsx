import type { OfferingFields, OfferingRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { RegisterPicker } from '../registers/index.ts';
import { RecordField } from './RecordField.tsx';
import styles from './records.module.css';

/** Something a centre can offer a municipality. */
export function OfferingEditor({ offering, isNew }: { readonly offering: OfferingRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<OfferingFields>): void =>
    void save(() => client.records.change({ kind: 'offerings', id: offering.id, fields }));
  return (
    <div className={styles.fields}>
      <RecordField
        isRequired
        label={say('records.name')}
        onSave={(name) => (name === null ? undefined : change({ name }))}
        startsHere={isNew}
        value={offering.name}
      />
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('records.offering.organisation')}
        onPick={(picked) => (picked === null ? undefined : change({ organisationId: picked.id }))}
        value={offering.organisation}
      />
      <RecordField
        label={say('records.offering.description')}
        onSave={(description) => change({ description })}
        rows={4}
        value={offering.description}
      />
    </div>
  );
}
