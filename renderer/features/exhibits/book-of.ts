import type { AnalysisVariable, VariableGroup } from '../../../shared/contract/analysis.ts';
import type { TabBook } from '../../../shared/contract/analysis-exhibits.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { allVariables, columnParts, filterOf, groupsOf, percentsOf, type ViewState } from '../analysis/index.ts';

/** A question of the book. */
export interface BookQuestion {
  readonly id: VariableId;
  readonly variable: AnalysisVariable;
}

/** The banner, the selection and the percentages of an address, as a book asks for them. A book has no rows of its own. */
export function bookOf(state: ViewState, groups: readonly VariableGroup[], language: Language): TabBook {
  const parts = partsOf(state, groups);
  const percents = percentsOf(parts.length > 0);
  return {
    language,
    percent: percents.includes(state.percent) ? state.percent : 'column',
    ...groupsOf(parts),
    ...filterOf(state),
    ...(state.letters !== undefined && parts.length > 0 ? { letters: state.letters } : {}),
    ...(state.hasWeights ? { weights: 'used' as const } : {}),
  };
}

/** The groups beside each other. */
export function partsOf(state: ViewState, groups: readonly VariableGroup[]) {
  return columnParts({ ...state, rows: 'none' }, groups);
}

/** Every question that can be counted person by person, in the order of the questionnaire; those that make the groups are left out. */
export function questionsOf(state: ViewState, groups: readonly VariableGroup[]): readonly BookQuestion[] {
  const inGroups = new Set(partsOf(state, groups).flatMap(({ by, within }) => [by.id, within?.id ?? '']));
  const seen = new Set<string>();
  return allVariables(groups).flatMap((variable) => {
    const id = VariableId.safeParse(variable.id);
    const isCounted = ['one', 'several', 'scale', 'number'].includes(variable.kind) && !variable.isInRounds;
    if (!id.success || !isCounted || inGroups.has(variable.id) || seen.has(variable.id)) return [];
    seen.add(variable.id);
    return [{ id: id.data, variable }];
  });
}
