import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { VariableGroup } from '../../../shared/contract/analysis.ts';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { searchOfDefinition } from '../analysis/index.ts';

type Kept = { readonly exhibits: readonly KeptExhibit[] };

/** What can be done with kept tables: given a name, put in another order, removed, opened here or in the analysis. */
export function useKeptDeeds(projectId: ProjectId, exhibits: readonly KeptExhibit[], groups: readonly VariableGroup[]) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { queryKey } = orpc.analysis.kept.queryOptions({ input: { projectId } });

  async function move(id: string, step: -1 | 1): Promise<void> {
    // From where the press before has put it, drawn or not; and no answer that is under way may put it back.
    const shown = queries.getQueryData<Kept>(queryKey)?.exhibits ?? exhibits;
    void queries.cancelQueries({ queryKey });
    const from = shown.findIndex((kept) => kept.id === id);
    const [one, other] = [shown[from], shown[from + step]];
    if (one === undefined || other === undefined) return;
    const order = shown.with(from, other).with(from + step, one);
    queries.setQueryData<Kept>(queryKey, { exhibits: order });
    const done = await save(() => client.analysis.orderKept({ projectId, exhibitIds: order.map((kept) => kept.id) }));
    if (done === undefined) void queries.invalidateQueries({ queryKey });
  }

  /** Whether it is gone. */
  async function remove({ id, name, findings }: KeptExhibit): Promise<boolean> {
    let isInUse = false;
    const done = await save(async () => {
      try {
        return await client.analysis.removeKept({ exhibitId: id });
      } catch (error) {
        isInUse = spoken(error).code === 'IN_USE';
        throw error;
      }
    });
    if (isInUse) {
      const text = findings > 0 ? say('exhibits.inUse.findings', { name, n: findings }) : say('exhibits.inUse.other', { name });
      notice.set({ text, tone: 'bad' });
    }
    return done !== undefined;
  }

  return {
    move: (id: string, step: -1 | 1) => void move(id, step),
    remove,
    rename: (exhibitId: string, name: string) => void save(() => client.analysis.changeKept({ exhibitId, name })),
    open: ({ id }: KeptExhibit): void => {
      // The list stands on this row when one comes back to it.
      void navigate({ to: '/projects/$project/exhibits', params: { project: projectId }, search: { row: id }, replace: true });
      void navigate({ to: '/projects/$project/exhibits/$exhibit', params: { project: projectId, exhibit: id } });
    },
    toAnalysis: ({ definition, chart }: KeptExhibit): void => {
      if (definition === null) return;
      const drawn = chart === null ? { chart: 'table' } : { chart: 'chart', kind: chart };
      const search = { ...searchOfDefinition(definition, groups), ...drawn };
      void navigate({ to: '/projects/$project/analysis', params: { project: projectId }, search });
    },
    toNew: (): void => void navigate({ to: '/projects/$project/analysis', params: { project: projectId }, search: { rows: 'none' } }),
  };
}

export type KeptDeeds = ReturnType<typeof useKeptDeeds>;
