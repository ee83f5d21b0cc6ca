import { chosenChart, type ChartType } from '../../../shared/charts/chart-type.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';

/** Charts whose marks can lie as bars beside each other. Answers end to end, matrices and lines are explored as they are printed. */
const withBars: ReadonlySet<ChartType> = new Set(['bars', 'dots', 'panels']);

/** Whether a chart has a form to explore beside its printed one. */
export function canExplore(exhibit: ReleasedExhibit, kind: ChartType | undefined): boolean {
  return exhibit.kind !== 'likert' && withBars.has(chosenChart(exhibit, kind));
}
