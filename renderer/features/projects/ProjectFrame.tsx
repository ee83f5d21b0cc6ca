import { ProjectKind, ProjectStatus, type ProjectFields, type ProjectSettings } from '../../../shared/contract/projects.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import styles from './ProjectFacts.module.css';

interface ProjectFrameProps {
  readonly fields: ProjectFields;
  readonly choices: ProjectSettings['choices'];
  readonly onChange: (fields: Partial<ProjectFields>) => void;
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/u;
const dates = ['startsOn', 'endsOn', 'deleteOn'] as const;
const nobody = '-';

/** Kind, status, dates, and who is responsible. */
export function ProjectFrame({ fields, choices, onChange }: ProjectFrameProps) {
  const say = useText();
  const named = (list: readonly { id: string; name: string }[]) => [
    { id: nobody, label: say('projects.facts.nobody') },
    ...list.map(({ id, name }) => ({ id, label: name })),
  ];
  // Anonymised it becomes by being deleted, and stays.
  const statuses = ProjectStatus.options.filter((id) => (id === 'anonymised') === (fields.status === 'anonymised'));
  const idOrNull = (id: string): string | null => (id === nobody ? null : id);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('projects.facts.frame')}</h2>
      <div className={styles.pair}>
        <Select
          label={say('projects.facts.kind')}
          onChange={(kind) => onChange({ kind })}
          options={ProjectKind.options.map((id) => ({ id, label: say(`projects.kind.${id}`) }))}
          value={fields.kind}
        />
        <Select
          label={say('projects.facts.status')}
          onChange={(status) => onChange({ status })}
          options={statuses.map((id) => ({ id, label: say(`projects.facts.status.${id}`) }))}
          value={fields.status}
        />
      </div>
      <div className={styles.pair}>
        {dates.map((field) => (
          <KeptField
            key={field}
            label={say(`projects.facts.${field}`)}
            onSave={(day) => (day === '' || isoDay.test(day) ? onChange({ [field]: day === '' ? null : day }) : undefined)}
            placeholder={say('projects.facts.dayForm')}
            value={fields[field] ?? ''}
          />
        ))}
      </div>
      <Select
        label={say('projects.about.lead')}
        onChange={(id) => onChange({ leadPersonId: idOrNull(id) })}
        options={named(choices.people)}
        value={fields.leadPersonId ?? nobody}
      />
      <Select
        label={say('projects.about.partner')}
        onChange={(id) => onChange({ partnerOrganisationId: idOrNull(id) })}
        options={named(choices.organisations)}
        value={fields.partnerOrganisationId ?? nobody}
      />
      <KeptField
        label={say('projects.facts.partnership')}
        onSave={(name) => onChange({ partnership: name.trim() === '' ? null : name.trim() })}
        value={fields.partnership ?? ''}
      />
    </section>
  );
}
