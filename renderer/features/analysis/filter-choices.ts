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

/** An answer as expressions call it: in quotes by its name, else its code. */
export function answerInExpression({ kind, options }: AnalysisVariable, code: number): string {
  const name = options.find((option) => option.code === code)?.name;
  if (name === undefined) return kind === 'several' ? `'${code}'` : String(code);
  return name.includes("'") ? `"${name}"` : `'${name}'`;
}

/** One of these answers to a question, as an expression; null where expressions may not ask for it. */
function comparison(variable: AnalysisVariable | undefined, codes: readonly number[]): string | null {
  if (variable === undefined || variable.name === '' || variable.isIdentifying === true) return null;
  const parts = codes.map((code) => {
    const answer = answerInExpression(variable, code);
    return variable.kind === 'several' ? `selected(\${${variable.name}}, ${answer})` : `\${${variable.name}} = ${answer}`;
  });
  return parts.length > 1 ? `(${parts.join(' or ')})` : (parts[0] ?? null);
}

function withCondition(where: string | undefined, condition: string): string {
  if (where === undefined) return condition;
  return `${/\bor\b/u.test(where) ? `(${where})` : where} and ${condition}`;
}

/**
 * Adds one choice to the selection. Another answer to the same question joins the first ("one of these"); an answer to a second question becomes a
 * part of the expression, because the address holds the answers of one question only. A question that tells who somebody is stands in no expression: it
 * takes the place of the first, which becomes one.
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
  const of = (variableId: string): AnalysisVariable | undefined => all.find((one) => one.id === variableId);
  const condition = comparison(of(added.variableId), added.codes);
  if (condition !== null) return { where: withCondition(state.where, condition) };
  const first = comparison(of(now.variableId), now.codes);
  return first === null ? { filter: id } : { filter: id, where: withCondition(state.where, first) };
}

/** Takes one part away. */
export function removeFilter(kind: FilterPart['kind']): ViewChange {
  if (kind === 'wave') return { wave: undefined };
  return kind === 'answers' ? { filter: undefined } : { where: undefined };
}
