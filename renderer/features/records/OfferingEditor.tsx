import type { OfferingFields, OfferingRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { RegisterPicker } from '../registers/index.ts';
import { RecordLine } from './RecordLine.tsx';
import { RecordName } from './RecordName.tsx';
import styles from './records.module.css';

/** Something a centre can offer a municipality. */
export function OfferingEditor({ offering, isNew }: { readonly offering: OfferingRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<OfferingFields>): void =>
    void save(() => client.records.change({ kind: 'offerings', id: offering.id, fields }));
  return (
    <div className={styles.fields}>
      <RecordName isNew={isNew} onKeep={(name) => change({ name })} value={offering.name} />
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('records.offering.organisation')}
        onPick={(picked) => (picked === null ? undefined : change({ organisationId: picked.id }))}
        value={offering.organisation}
      />
      <RecordLine
        label={say('records.offering.description')}
        onKeep={(description) => change({ description })}
        rows={4}
        value={offering.description}
      />
    </div>
  );
}
