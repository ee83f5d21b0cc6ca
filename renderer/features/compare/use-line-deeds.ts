import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitDefinition, VariableGroup } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { allVariables, copiedTable, copyToClipboard, searchOfDefinition } from '../analysis/index.ts';
import type { GridLine } from './grid-lines.ts';

/** The table of a line as the wells of analysis make it: a figure of a question that is in no battery stands under its answers. */
function inAnalysis(definition: ExhibitDefinition, groups: readonly VariableGroup[]): ExhibitDefinition {
  const { kind, rows, figure, beside: _beside, ...rest } = definition;
  const [id] = Array.isArray(rows) ? rows : [];
  const isInBattery = allVariables(groups).some(({ kind: of, members }) => of === 'grid' && members.some((member) => member === id));
  if (kind !== 'summary' || id === undefined || isInBattery || figure === undefined || figure === 'index') return definition;
  return { ...rest, kind: rest.columns === undefined ? 'frequency' : 'crosstab', rows: id, figures: [figure] };
}

/** What can be done with a line: its table in analysis, and copied as a release of its own. */
export function useLineDeeds(projectId: ProjectId, line: GridLine | undefined) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const groups = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId } })).data?.groups;
  const open = (one: GridLine | undefined = line): void => {
    if (one === undefined || groups === undefined) return;
    void navigate({
      to: '/projects/$project/analysis',
      params: { project: projectId },
      search: searchOfDefinition(inAnalysis(one.definition, groups), groups),
    });
  };
  async function copy(): Promise<void> {
    if (line === undefined || line.isStopped) {
      notice.set({ text: say('compare.copy.none'), tone: 'bad' });
      return;
    }
    const made = await save(() => client.analysis.copy({ projectId, definition: line.definition }));
    if (made === undefined) return;
    const isCopied = await copyToClipboard(copiedTable(made.released, exhibitWords(made.released, say)));
    notice.set({
      text: isCopied ? say('compare.copied', { number: made.released.releaseNumber ?? 0 }) : say('compare.copy.failed'),
      tone: isCopied ? 'neutral' : 'bad',
    });
  }
  useCommand('compare.open', () => open());
  useCommand('compare.copy', () => void copy());
  return { open, copy: () => void copy() };
}
