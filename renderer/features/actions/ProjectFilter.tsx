import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { ChipFilter, type ChipFilterProps } from '../../lib/fields/ChipFilter.tsx';

/** Narrows a list to what belongs to one project. */
export function ProjectFilter(props: Omit<ChipFilterProps, 'options'>) {
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  return <ChipFilter {...props} options={projects.map(({ id, name }) => ({ id, label: name }))} />;
}
