import { ColumnId, type AnalysisVariable, type ExhibitDefinition, type VariableGroup } from '../../../shared/contract/analysis.ts';
import { VariableId, WaveId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { ColumnPart } from './banner-parts.ts';
import type { Shows, ViewState } from './view-state.ts';

/** The filter of an address as variable and codes, or null. */
export function parseFilter(filter: string | undefined): { readonly variableId: VariableId; readonly codes: number[] } | null {
  const [id = '', list = ''] = (filter ?? '').split(':');
  const variableId = VariableId.safeParse(id);
  const codes = list
    .split('.')
    .filter((part) => /^-?\d+$/u.test(part))
    .map(Number);
  return variableId.success && codes.length > 0 ? { variableId: variableId.data, codes } : null;
}

/** All variables of the pane in one list. */
export function allVariables(groups: readonly VariableGroup[]): readonly AnalysisVariable[] {
  return groups.flatMap(({ variables }) => variables);
}

/** What stands in the rows: the chosen variable, else the first battery, else the first thing that can be counted. */
export function rowsVariable(state: ViewState, groups: readonly VariableGroup[]): AnalysisVariable | null {
  if (state.rows === 'none') return null;
  const all = allVariables(groups).filter(canBeRows);
  const first = all.find(({ kind }) => kind === 'grid') ?? all.find(({ kind }) => kind !== 'themes') ?? null;
  return state.rows === undefined ? first : (all.find(({ id }) => id === state.rows) ?? null);
}

/** Waves and services make groups, never rows. */
export function canBeRows({ kind }: AnalysisVariable): boolean {
  return kind !== 'wave' && kind !== 'service';
}

/** Variables that put each person in one group. */
export function canBeColumns({ kind, isInRounds }: AnalysisVariable): boolean {
  return !isInRounds && ['one', 'scale', 'number', 'wave', 'place', 'service'].includes(kind);
}

/** What can stand in a banner: the same, and groups that a person can be in several of. */
export function canBeBanner(variable: AnalysisVariable): boolean {
  return canBeColumns(variable) || (!variable.isInRounds && (variable.kind === 'several' || variable.kind === 'themes'));
}

/** Whether the table counts rounds: asked for, or a number, which has no other table. */
export function isOfRounds({ base }: ViewState, rows: AnalysisVariable | null): boolean {
  return rows !== null && rows.isInRounds && (base === 'rounds' || rows.kind === 'number');
}

/** A part of the columns with its variables. */
export interface KnownPart {
  readonly part: ColumnPart;
  readonly by: AnalysisVariable;
  readonly within: AnalysisVariable | null;
}

/** The parts of the columns that the project has variables for; a question against itself says nothing and is left out. */
export function columnParts(state: ViewState, groups: readonly VariableGroup[]): readonly KnownPart[] {
  const rows = rowsVariable(state, groups);
  const fitting = allVariables(groups).filter((variable) => canBeBanner(variable) && variable.id !== rows?.id);
  return state.columns.flatMap((part) => {
    const by = fitting.find(({ id }) => id === part.by);
    const within = part.within === undefined ? null : fitting.find(({ id }) => id === part.within);
    return by === undefined || within === undefined ? [] : [{ part, by, within }];
  });
}

/** The two tables of the screen: the main one, and for a battery the one about its chosen item. */
export interface Definitions {
  readonly main: ExhibitDefinition;
  readonly detail: ExhibitDefinition | null;
}

/** Whose answers are counted, as the definition of a table has it; nothing for everyone. */
export function filterOf(state: ViewState): Pick<ExhibitDefinition, 'filter'> {
  const wave = WaveId.safeParse(state.wave);
  const persons = parseFilter(state.filter);
  const where = state.where?.trim() ?? '';
  if (!wave.success && persons === null && where === '') return {};
  return { filter: { ...(wave.success ? { waveId: wave.data } : {}), ...persons, ...(where === '' ? {} : { where }) } };
}

/** The groups beside each other, as the definition of a table has them. */
export function groupsOf(parts: readonly KnownPart[]): Pick<ExhibitDefinition, 'columns' | 'banner'> {
  const [first, ...others] = parts;
  if (first === undefined) return {};
  if (others.length === 0 && first.within === null) return { columns: ColumnId.parse(first.by.id) };
  return {
    banner: parts.map(({ by, within }) => ({
      by: ColumnId.parse(by.id),
      ...(within === null ? {} : { within: ColumnId.parse(within.id) }),
    })),
  };
}

/** Which percentages a table can have: without groups those of rows and of everybody say nothing new. */
export function percentsOf(hasGroups: boolean): readonly ViewState['percent'][] {
  return hasGroups ? ['column', 'row', 'total', 'count'] : ['column', 'count'];
}

/** Whether the answers have an order: then there are ends to join, and rows of figures can stand under them. */
export function hasAnswerFigures(rows: AnalysisVariable | null): boolean {
  return rows !== null && (rows.kind === 'scale' || rows.kind === 'number' || rows.kind === 'grid');
}

/** What every table of the screen shares. Left out is what is as usual, so that the same table has the same definition. */
function commonOf(state: ViewState, parts: readonly KnownPart[], language: Language) {
  const percents = percentsOf(parts.length > 0);
  return {
    language,
    percent: percents.includes(state.percent) ? state.percent : 'column',
    ...filterOf(state),
    ...(state.isExact ? { intervals: 'exact' as const } : {}),
    ...(state.hasWeights ? { weights: 'used' as const } : {}),
    ...(state.hasTests && parts.length > 0 ? { tests: 'shown' as const } : {}),
    ...(state.letters !== undefined && parts.length > 0 ? { letters: state.letters } : {}),
  } satisfies Partial<ExhibitDefinition>;
}

/** Choices that are of answers: joined ends, `do not know` inside, figures under them. */
function answersOf(state: ViewState, rows: AnalysisVariable): Partial<ExhibitDefinition> {
  return {
    ...(state.isMerged && hasAnswerFigures(rows) ? { merge: 'ends' } : {}),
    ...(state.hasDontKnow ? { dontKnow: 'inside' } : {}),
    ...(state.figures.length > 0 && hasAnswerFigures(rows) ? { figures: [...state.figures] } : {}),
    ...(isOfRounds(state, rows) ? { base: 'rounds' } : {}),
  };
}

/** Puts rows, columns and selection together. Null while there are no rows. */
export function definitionsOf(state: ViewState, groups: readonly VariableGroup[], language: Language): Definitions | null {
  const rows = rowsVariable(state, groups);
  if (rows === null) return null;
  const parts = columnParts(state, groups);
  const banner = groupsOf(parts);
  const hasPlaceGroups = parts.some(({ by, within }) => by.kind === 'place' || within?.kind === 'place');
  const places = rows.kind === 'place' || hasPlaceGroups ? { places: state.places } : {};
  const common = commonOf(state, parts, language);
  if (rows.kind === 'themes') {
    const own = state.isThemesOwn ? { themes: 'own' as const } : {};
    return { main: { ...common, ...places, ...banner, ...own, kind: 'themes', rows: 'themes' }, detail: null };
  }
  const kind = parts.length === 0 ? 'frequency' : 'crosstab';
  if (rows.kind === 'place') return { main: { ...common, ...places, ...banner, kind, rows: 'place' }, detail: null };
  const single = (id: VariableId): ExhibitDefinition => ({ ...common, ...answersOf(state, rows), ...places, ...banner, kind, rows: id });
  if (rows.kind !== 'grid') return { main: single(VariableId.parse(rows.id)), detail: null };
  return batteryOf(state, rows, common, { ...places, ...banner }, single);
}

function batteryOf(
  state: ViewState,
  rows: AnalysisVariable,
  common: ReturnType<typeof commonOf>,
  groups: Partial<ExhibitDefinition>,
  single: (id: VariableId) => ExhibitDefinition,
): Definitions {
  const items = [...rows.members];
  const item = items.find((id) => id === state.item) ?? items[0];
  if (state.summary !== undefined)
    return { main: { ...common, ...groups, percent: 'column', kind: 'summary', rows: items, figure: state.summary }, detail: null };
  // A battery has no groups, so tests and letters are of the table under it only.
  const { tests: _tests, letters: _letters, percent, ...ofBattery } = common;
  const { figures: _figures, base: _base, ...ofAnswers } = answersOf(state, rows);
  const main: ExhibitDefinition = {
    ...ofBattery,
    ...ofAnswers,
    percent: percent === 'count' ? 'count' : 'column',
    kind: 'likert',
    rows: items,
  };
  return { main, detail: item === undefined ? null : single(item) };
}

/** What is shown: as the address says, else batteries and single questions as a chart, groups and themes as a table. */
export function showsOf(state: ViewState, definitions: Definitions | null): Shows {
  if (state.chart !== undefined) return state.chart;
  const kind = definitions?.main.kind;
  return kind === 'likert' || kind === 'frequency' ? 'chart' : 'table';
}
