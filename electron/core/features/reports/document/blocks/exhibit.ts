import type { BlockProblem, DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { problem, type Ground, type MakeBlock } from '../ground.ts';
import type { BlockRow } from '../../blocks/block-rows.ts';

type ExhibitPart = Extract<DocumentPart, { kind: 'exhibit' }>;

/** A kept table with or without its chart; numbers are given when the whole report is known. */
export function exhibitPart(
  exhibitId: string,
  { shows, chartAs }: Pick<BlockRow['options'], 'shows' | 'chartAs'>,
  ground: Ground,
): { readonly part: ExhibitPart | null; readonly problems: readonly BlockProblem[] } {
  const found = ground.exhibits.read(exhibitId);
  if (found.state === 'gone') return { part: null, problems: [problem('exhibit-gone', true, 'reports.problem.gone')] };
  if (found.state === 'stopped') {
    const { sentence } = found;
    return { part: null, problems: [{ code: 'exhibit-stopped', isBlocking: true, sentence }] };
  }
  const part: ExhibitPart = {
    kind: 'exhibit',
    exhibitId,
    released: found.shown,
    shows: shows ?? (found.chart === null ? 'table' : 'chart'),
    chartAs: chartAs ?? 'native',
    chart: found.chart,
    table: null,
    figure: null,
  };
  return { part, problems: [] };
}

/** A table or chart that was kept. */
export const makeExhibitBlock: MakeBlock = ({ exhibitId, options }, ground) => {
  if (exhibitId === null) return { parts: [], problems: [problem('exhibit-gone', true, 'reports.problem.gone')] };
  const { part, problems } = exhibitPart(exhibitId, options, ground);
  return { parts: part === null ? [] : [part], problems };
};
