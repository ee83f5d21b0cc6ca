import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { localised } from '../../../shared/model/text.ts';
import { orpc } from '../../lib/client.ts';
import { useLanguage } from '../../lib/text.ts';

/** A theme with what stands under it. */
export interface ThemeNode {
  readonly id: ThemeId;
  readonly theme: Theme;
  readonly children: readonly ThemeNode[];
}

export interface Themes {
  /** Parents before children. */
  readonly list: readonly Theme[];
  readonly roots: readonly ThemeNode[];
  readonly byId: ReadonlyMap<string, Theme>;
  /** A theme's name in the reader's language. */
  readonly nameOf: (themeId: string) => string;
}

/** The theme tree with persons of one project, or of all. Empty until it has come. */
export function useThemes(projectId?: ProjectId): {
  readonly themes: Themes;
  readonly query: { readonly isPending: boolean; readonly error: Error | null };
} {
  const language = useLanguage();
  const query = useQuery(orpc.themes.tree.queryOptions({ input: projectId === undefined ? {} : { projectId } }));
  const list = query.data?.themes;
  const themes = useMemo<Themes>(() => {
    const all = list ?? [];
    const byId = new Map<string, Theme>(all.map((theme) => [theme.id, theme]));
    const nameOf = (themeId: string): string => {
      const theme = byId.get(themeId);
      const name = theme === undefined ? '' : localised(theme.terms, language);
      return name === '' ? (theme?.number ?? '') : name;
    };
    return { list: all, roots: nest(all), byId, nameOf };
  }, [list, language]);
  return { themes, query };
}

function nest(list: readonly Theme[]): ThemeNode[] {
  const children = Map.groupBy(list, (theme) => theme.parentId);
  const build = (parent: ThemeId | null): ThemeNode[] =>
    (children.get(parent) ?? []).map((theme) => ({ id: theme.id, theme, children: build(theme.id) }));
  return build(null);
}
