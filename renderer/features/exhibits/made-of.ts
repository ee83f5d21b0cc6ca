import type { ExhibitDefinition, VariableGroup } from '../../../shared/contract/analysis.ts';
import { chartTypes } from '../../../shared/charts/index.ts';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import type { LocalisedText } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import { allVariables, columnParts, filterParts, rowsVariable, shortLabel, stateOfDefinition, variableLabel } from '../analysis/index.ts';

/** What a project has to count: the questions as the questionnaire groups them, and its rounds. */
export interface Countable {
  readonly groups: readonly VariableGroup[];
  readonly waves: readonly { readonly id: string; readonly name: string }[];
}

/** "Møter de deg med respekt etter Tjeneste · bare våren 2025": what a kept table is made of, in words. */
export function madeOf(
  definition: ExhibitDefinition | null,
  { groups, waves }: Countable,
  say: Say,
  content: (text: LocalisedText) => string,
): string {
  const state = definition === null ? null : stateOfDefinition(definition, groups);
  const asked = state === null ? null : rowsVariable(state, groups);
  if (state === null || asked === null) return say('exhibits.madeOf.gone');
  const labelOf = (variable: typeof asked): string => variableLabel(variable, say, content);
  const named = (variable: typeof asked): string => shortLabel(labelOf(variable));
  const columns = columnParts(state, groups).map(({ by, within }) =>
    within === null ? named(by) : say('analysis.well.within', { outer: named(within), inner: named(by) }),
  );
  const count = asked.members.length;
  const what = asked.kind === 'grid' ? `${named(asked)} (${say('analysis.variable.questions', { count })})` : named(asked);
  const rows = state.summary === undefined ? what : `${say(`analysis.figure.${state.summary}`)}: ${what}`;
  const filter = filterParts(state, allVariables(groups), waves, { labelOf, content }).map(({ label }) => label);
  return [
    columns.length === 0 ? rows : say('exhibits.madeOf.by', { rows, columns: columns.join(', ') }),
    ...(filter.length === 0 ? [] : [say('exhibits.madeOf.only', { filter: filter.join(', ') })]),
  ].join(' · ');
}

/** "Tabell", or the name of the chart it is drawn as. */
export function drawnAs({ chart }: Pick<KeptExhibit, 'chart'>, say: Say): string {
  if (chart === null) return say('exhibits.drawn.table');
  const kind = chartTypes.find((one) => one === chart);
  return kind === undefined ? say('exhibits.drawn.chart') : say(`analysis.kind.${kind}`);
}
