import { useQuery } from '@tanstack/react-query';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';

export interface ProjectFieldProps {
  readonly label: string;
  readonly value: ProjectId | null;
  readonly onChange: (projectId: ProjectId | null) => void;
}

const none = 'none';

/** The project something belongs to, or none. */
export function ProjectField({ label, value, onChange }: ProjectFieldProps) {
  const say = useText();
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  return (
    <Select
      label={label}
      onChange={(id) => onChange(projects.find((project) => project.id === id)?.id ?? null)}
      options={[{ id: none, label: say('observations.noProject') }, ...projects.map(({ id, name }) => ({ id: id as string, label: name }))]}
      value={value ?? none}
    />
  );
}
