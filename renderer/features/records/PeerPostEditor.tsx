import { PeerPostStatus, type PeerPostFields, type PeerPostRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { KeptDayField } from '../../lib/fields/KeptDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { RegisterPicker } from '../registers/index.ts';
import { RecordLine } from './RecordLine.tsx';
import styles from './records.module.css';

/** A post for somebody with lived experience: where, what it asks for, who pays, and how far it has come. */
export function PeerPostEditor({ post, isNew }: { readonly post: PeerPostRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<PeerPostFields>): void =>
    void save(() => client.records.change({ kind: 'peer-posts', id: post.id, fields }));
  return (
    <div className={styles.fields}>
      <RecordLine
        label={say('records.post.competence')}
        onKeep={(competence) => change({ competence })}
        rows={2}
        takesFocus={isNew}
        value={post.competence}
      />
      <RegisterPicker
        kind="services"
        label={say('records.post.service')}
        onPick={(picked) => change({ serviceId: picked?.id ?? null })}
        value={post.service}
      />
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('records.post.organisation')}
        onPick={(picked) => change({ organisationId: picked?.id ?? null })}
        value={post.organisation}
      />
      <div className={styles.pair}>
        <Select
          label={say('records.post.status')}
          onChange={(status) => change({ status, statusOn: today() })}
          options={PeerPostStatus.options.map((id) => ({ id, label: say(`records.post.status.${id}`) }))}
          value={post.status}
        />
        <KeptDayField label={say('records.post.statusOn')} onKeep={(statusOn) => change({ statusOn })} value={post.statusOn} />
      </div>
      <RecordLine label={say('records.post.financedBy')} onKeep={(financedBy) => change({ financedBy })} value={post.financedBy} />
    </div>
  );
}
