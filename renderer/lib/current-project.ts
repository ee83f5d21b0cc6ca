import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { orpc } from './client.ts';

const key = 'rost.project';

/** The project in view: the address's, else the one looked at last, else the first with interviews. Null when there is none. */
export function useCurrentProject() {
  const { data } = useQuery(orpc.projects.list.queryOptions({ input: {} }));
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const inAddress = params['project'];
  useEffect(() => {
    if (inAddress !== undefined) sessionStorage.setItem(key, inAddress);
  }, [inAddress]);
  const wanted = inAddress ?? sessionStorage.getItem(key);
  const all = data?.projects ?? [];
  return {
    current: all.find((project) => project.id === wanted) ?? all.find((project) => project.kind === 'user-evaluation') ?? all[0] ?? null,
    all,
  };
}
