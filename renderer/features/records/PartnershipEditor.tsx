import { Link } from '@tanstack/react-router';
import type { PartnershipFields, PartnershipRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { ProjectPicker } from './ProjectPicker.tsx';
import { RecordLine } from './RecordLine.tsx';
import { RecordName } from './RecordName.tsx';
import styles from './records.module.css';

/** A partnership and the projects it holds together. */
export function PartnershipEditor({ partnership, isNew }: { readonly partnership: PartnershipRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<PartnershipFields>): void =>
    void save(() => client.records.change({ kind: 'partnerships', id: partnership.id, fields }));
  return (
    <div className={styles.fields}>
      <RecordName isNew={isNew} onKeep={(name) => change({ name })} value={partnership.name} />
      <RecordLine
        label={say('records.partnership.purpose')}
        onKeep={(purpose) => change({ purpose })}
        rows={3}
        value={partnership.purpose}
      />
      <RecordLine label={say('records.partnership.funding')} onKeep={(funding) => change({ funding })} value={partnership.funding} />
      <section aria-label={say('records.partnership.projects')} className={styles.part}>
        <h3>{say('records.partnership.projects')}</h3>
        <ul className={styles.rows}>
          {partnership.projects.map(({ id, name }) => (
            <li className={styles.row} key={id}>
              <Link params={{ project: id }} to="/projects/$project/about">
                {name}
              </Link>
              <IconButton
                icon="remove"
                label={say('records.partnership.removeProject', { project: name })}
                onPress={() => void save(() => client.records.setPartnership({ projectId: id, partnershipId: null }))}
                size="small"
              />
            </li>
          ))}
        </ul>
        <ProjectPicker
          label={say('records.partnership.addProject')}
          onPick={(projectId) => void save(() => client.records.setPartnership({ projectId, partnershipId: partnership.id }))}
          without={partnership.projects.map(({ id }) => id)}
        />
      </section>
    </div>
  );
}
