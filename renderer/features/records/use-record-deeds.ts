import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/contract/records.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';

export interface RecordDeeds {
  /** Makes a record with the least it needs; undefined when it did not come about. */
  readonly add: (kind: RecordKind) => Promise<{ readonly id: string } | undefined>;
  readonly remove: (kind: Exclude<RecordKind, 'audits'>, id: string) => Promise<object | undefined>;
  readonly canAdd: (kind: RecordKind) => boolean;
  /** Whether it was made here and now: then its name is what is written next. */
  readonly isNew: (id: string) => boolean;
}

/** Making and taking away records. A report belongs to a project, an offer to an organisation. */
export function useRecordDeeds(projectId: ProjectId | undefined): RecordDeeds {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const { current } = useCurrentProject();
  const [newest, setNewest] = useState<string | null>(null);
  const { data: organisations } = useQuery(orpc.registers.find.queryOptions({ input: { kind: 'organisations', text: '', limit: 1 } }));
  const owner = projectId ?? current?.id;
  const [organisation] = organisations?.hits ?? [];

  async function make(kind: RecordKind): Promise<{ readonly id: string } | undefined> {
    const name = say(`records.new.${kind}`);
    switch (kind) {
      case 'reports':
        if (owner === undefined) return undefined;
        return await client.records.add({
          kind,
          projectId: owner,
          title: name,
          language: current?.contentLanguage ?? language,
          reportKind: 'other',
        });
      case 'guidelines':
        return await client.records.add({ kind, title: name });
      case 'partnerships':
        return await client.records.add({ kind, name });
      case 'offerings':
        return organisation === undefined ? undefined : await client.records.add({ kind, name, organisationId: organisation.id });
      case 'peer-posts':
        return await client.records.add({ kind, organisationId: null });
      case 'audits': {
        const { projects } = await client.projects.list({});
        const made = await client.projects.create({ name: freeName(name, projects), kind: 'user-audit', contentLanguage: language });
        return { id: made.projectId };
      }
      default:
        return kind satisfies never;
    }
  }
  return {
    add: async (kind) => {
      const made = await save(() => make(kind));
      if (made !== undefined) setNewest(made.id);
      return made;
    },
    remove: (kind, id) => save(() => client.records.remove({ kind, id })),
    canAdd: (kind) => (kind === 'reports' ? owner !== undefined : kind !== 'offerings' || organisation !== undefined),
    isNew: (id) => id === newest,
  };
}

/** The name, or the first numbered one that no project has. */
function freeName(name: string, projects: readonly { readonly name: string }[]): string {
  const taken = new Set(projects.map((project) => project.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
