import { useQuery } from '@tanstack/react-query';
import type { ProjectFields, ProjectSettings } from '../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Archive } from '../archive/index.ts';
import { Protection } from '../privacy/index.ts';
import styles from './ProjectFacts.module.css';
import { ProjectFrame } from './ProjectFrame.tsx';
import { ProjectParts } from './ProjectParts.tsx';
import { KeptField } from '../../lib/fields/KeptField.tsx';

/** Everything a project says about itself, written in place. */
export function ProjectFactsScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.projects.settings.queryOptions({ input: { projectId } }));
  return (
    <div className={styles.page}>
      <PageHeader
        actions={
          <>
            <Protection projectId={projectId} />
            <Archive projectId={projectId} />
          </>
        }
        facts={say('projects.facts.what')}
        title={say('projects.facts.title')}
      />
      <Loaded query={query}>{(settings) => <FactsForm key={projectId} projectId={projectId} settings={settings} />}</Loaded>
    </div>
  );
}

const longTexts = [
  'idea',
  'mainPurpose',
  'intendedUse',
  'targetGroup',
  'method',
  'methodDeviation',
  'anchoring',
  'ethicsReference',
] as const;

function FactsForm({ projectId, settings }: { readonly projectId: ProjectId; readonly settings: ProjectSettings }) {
  const say = useText();
  const save = useSave();
  const { fields } = settings;
  const change = (changed: Partial<ProjectFields>): void => void save(() => client.projects.change({ projectId, fields: changed }));
  return (
    <div className={styles.form}>
      <section className={styles.section}>
        <h2 className={styles.heading}>{say('projects.facts.purpose')}</h2>
        <KeptField
          label={say('projects.facts.name')}
          lang={fields.contentLanguage}
          onSave={(name) => (name.trim() === '' ? undefined : change({ name: name.trim() }))}
          value={fields.name}
        />
        {longTexts.map((field) => (
          <KeptField
            key={field}
            label={say(`projects.about.${field}`)}
            lang={fields.contentLanguage}
            onSave={(text) => change({ [field]: text.trim() === '' ? null : text })}
            rows={2}
            value={fields[field] ?? ''}
          />
        ))}
      </section>
      <div className={styles.column}>
        <ProjectFrame choices={settings.choices} fields={fields} onChange={change} />
        <ProjectParts projectId={projectId} settings={settings} />
      </div>
    </div>
  );
}
