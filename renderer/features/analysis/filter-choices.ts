import type { AnalysisVariable } from '../../../shared/contract/analysis.ts';
import type { LocalisedText } from '../../../shared/model/text.ts';
import { parseFilter } from './definitions.ts';
import type { ViewChange, ViewState } from './view-state.ts';
import type { WellChoice } from './WellBox.tsx';

/** Something the selection is made of, as a chip shows it. */
export interface FilterPart {
  readonly kind: 'wave' | 'answers' | 'where';
  readonly label: string;
}

interface Words {
  readonly labelOf: (variable: AnalysisVariable) => string;
  readonly content: (text: LocalisedText) => string;
}

type Waves = readonly { readonly id: string; readonly name: string }[];

function canBeFilter({ kind, options, isInRounds }: AnalysisVariable): boolean {
  return !isInRounds && (kind === 'one' || kind === 'several' || kind === 'scale') && options.length > 0;
}

/** "våren 2025", "Hvilket kjønn har du? kvinne". */
export function filterChoices(all: readonly AnalysisVariable[], waves: Waves, { labelOf, content }: Words): WellChoice[] {
  const ofWaves = waves.map(({ id, name }) => ({ id: `wave:${id}`, label: name, name }));
  const ofVariables = all.filter(canBeFilter).flatMap((variable) =>
    variable.options.map(({ code, label }) => ({
      id: `${variable.id}:${code}`,
      label: `${labelOf(variable)} ${content(label)}`,
      name: content(label),
    })),
  );
  return [...ofWaves, ...ofVariables];
}

/** What the selection is made of now. */
export function filterParts(state: ViewState, all: readonly AnalysisVariable[], waves: Waves, { content }: Words): FilterPart[] {
  const wave = waves.find(({ id }) => id === state.wave);
  const persons = parseFilter(state.filter);
  const options = all.find(({ id }) => id === persons?.variableId)?.options ?? [];
  const answers = options.filter(({ code }) => persons?.codes.includes(code)).map(({ label }) => content(label));
  return [
    ...(wave === undefined ? [] : [{ kind: 'wave' as const, label: wave.name }]),
    ...(answers.length === 0 ? [] : [{ kind: 'answers' as const, label: answers.join(' / ') }]),
    ...(state.where === undefined ? [] : [{ kind: 'where' as const, label: state.where }]),
  ];
}

function comparison({ kind, name }: AnalysisVariable, code: number): string {
  return kind === 'several' ? `selected(\${${name}}, '${code}')` : `\${${name}} = ${code}`;
}

/**
 * Adds one choice to the selection. Another answer to the same question joins the first ("one of these"); an answer to a second question becomes a
 * part of the expression, because the address holds the answers of one question only.
 */
export function addFilter(state: ViewState, id: string, all: readonly AnalysisVariable[]): ViewChange {
  if (id.startsWith('wave:')) return { wave: id.slice('wave:'.length) };
  const now = parseFilter(state.filter);
  const added = parseFilter(id);
  if (added === null) return {};
  if (now === null) return { filter: id };
  if (now.variableId === added.variableId) {
    const codes = [...new Set([...now.codes, ...added.codes])].toSorted((a, b) => a - b);
    return { filter: `${now.variableId}:${codes.join('.')}` };
  }
  const variable = all.find((one) => one.id === added.variableId);
  if (variable === undefined || variable.name === '') return { filter: id };
  const condition = comparison(variable, added.codes[0] ?? 0);
  if (state.where === undefined) return { where: condition };
  return { where: `${/\bor\b/u.test(state.where) ? `(${state.where})` : state.where} and ${condition}` };
}

/** Takes one part away. */
export function removeFilter(kind: FilterPart['kind']): ViewChange {
  if (kind === 'wave') return { wave: undefined };
  return kind === 'answers' ? { filter: undefined } : { where: undefined };
}
