import { Link } from '@tanstack/react-router';
import { ProjectStatus, type ProjectFields } from '../../../shared/contract/projects.ts';
import type { AuditRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { KeptDayField } from '../../lib/fields/KeptDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { RegisterPicker } from '../registers/index.ts';
import { RecordLine } from './RecordLine.tsx';
import { RecordName } from './RecordName.tsx';
import styles from './records.module.css';

/** A user audit that is planned or under way. It is a project, and the rest stands on the project's own page. */
export function AuditEditor({ audit, isNew }: { readonly audit: AuditRecord; readonly isNew: boolean }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<ProjectFields>): void => void save(() => client.projects.change({ projectId: audit.id, fields }));
  return (
    <div className={styles.fields}>
      <RecordName isNew={isNew} onKeep={(name) => change({ name })} value={audit.name} />
      <RecordLine label={say('records.audit.topic')} onKeep={(mainPurpose) => change({ mainPurpose })} rows={3} value={audit.topic} />
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('records.audit.partner')}
        onPick={(picked) => change({ partnerOrganisationId: picked?.id ?? null })}
        value={audit.partner}
      />
      <div className={styles.pair}>
        <Select
          label={say('records.audit.status')}
          onChange={(status) => change({ status })}
          options={ProjectStatus.options.map((id) => ({ id, label: say(`records.audit.status.${id}`) }))}
          value={audit.status}
        />
        <KeptDayField label={say('records.audit.startsOn')} onKeep={(startsOn) => change({ startsOn })} value={audit.startsOn} />
      </div>
      <Facts facts={[{ name: say('records.audit.services'), value: audit.services.join(', ') }]} />
      <Link params={{ project: audit.id }} to="/projects/$project/about">
        {say('records.audit.open')}
      </Link>
    </div>
  );
}
