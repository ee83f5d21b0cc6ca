import { useParams, useSearch } from '@tanstack/react-router';
import { ProjectId } from '../../shared/model/ids.ts';

/** The project of this screen's address. @throws Error on a screen that has none */
export function useProjectId(): ProjectId {
  return ProjectId.parse(useRouteParam('project'));
}

/** A named part of this screen's address, or empty. */
export function useRouteParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name] ?? '';
}

/** A search parameter of this screen's address, or undefined. */
export function useSearchParam(name: string): string | undefined {
  // Search parameters are checked by the routes; each is a text or absent.
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const value = search[name];
  return typeof value === 'string' ? value : undefined;
}
