import type { AnalysisVariable, ExhibitDefinition, PlaceMode, VariableGroup } from '../../../shared/contract/analysis.ts';
import { VariableId, WaveId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';

/** The chart, or its table. */
export type Shows = 'chart' | 'table';

/** What the address says of the table. `rows: none` is a table not begun; absent rows mean the first battery. */
export interface ViewState {
  readonly rows: string | undefined;
  readonly columns: string | undefined;
  readonly wave: string | undefined;
  /** "variable:1.2": persons with one of these codes. */
  readonly filter: string | undefined;
  /** The item of a battery that the table under the chart is about. */
  readonly item: string | undefined;
  readonly view: 'inside' | 'released';
  /** Undefined: as is usual for this kind of table. */
  readonly chart: Shows | undefined;
  readonly measure: 'percent' | 'counts';
  readonly isMerged: boolean;
  /** What a question in a repeat counts. */
  readonly base: 'persons' | 'rounds';
  /** How places that changed are counted. */
  readonly places: PlaceMode;
}

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
  const all = allVariables(groups).filter(({ kind }) => kind !== 'wave');
  const first = all.find(({ kind }) => kind === 'grid') ?? all.find(({ kind }) => kind !== 'themes') ?? null;
  return state.rows === undefined ? first : (all.find(({ id }) => id === state.rows) ?? null);
}

/** Variables that put each person in one group. */
export function canBeColumns({ kind, isInRounds }: AnalysisVariable): boolean {
  return !isInRounds && (kind === 'one' || kind === 'scale' || kind === 'number' || kind === 'wave' || kind === 'place');
}

/** Whether the table counts rounds: asked for, or a number, which has no other table. */
export function isOfRounds({ base }: ViewState, rows: AnalysisVariable | null): boolean {
  return rows !== null && rows.isInRounds && (base === 'rounds' || rows.kind === 'number');
}

export function columnsVariable(state: ViewState, groups: readonly VariableGroup[]): AnalysisVariable | null {
  return allVariables(groups).find((variable) => variable.id === state.columns && canBeColumns(variable)) ?? null;
}

/** The two tables of the screen: the main one, and for a battery the one about its chosen item. */
export interface Definitions {
  readonly main: ExhibitDefinition;
  readonly detail: ExhibitDefinition | null;
}

function filterOf(state: ViewState): Pick<ExhibitDefinition, 'filter'> {
  const wave = WaveId.safeParse(state.wave);
  const persons = parseFilter(state.filter);
  if (!wave.success && persons === null) return {};
  return { filter: { ...(wave.success ? { waveId: wave.data } : {}), ...persons } };
}

function columnsId({ kind, id }: AnalysisVariable): NonNullable<ExhibitDefinition['columns']> {
  return kind === 'wave' || kind === 'place' ? kind : VariableId.parse(id);
}

/** Puts rows, columns and selection together. Null while there are no rows. */
export function definitionsOf(state: ViewState, groups: readonly VariableGroup[], language: Language): Definitions | null {
  const rows = rowsVariable(state, groups);
  if (rows === null) return null;
  const wanted = columnsVariable(state, groups);
  // A question against itself says nothing.
  const chosen = wanted?.id === rows.id ? null : wanted;
  const columns = chosen === null ? {} : { columns: columnsId(chosen) };
  const hasPlaces = rows.kind === 'place' || chosen?.kind === 'place';
  const common: Pick<ExhibitDefinition, 'language' | 'percent' | 'filter' | 'merge' | 'base' | 'places'> = {
    language,
    percent: 'column',
    ...filterOf(state),
    ...(state.isMerged ? { merge: 'ends' } : {}),
    ...(isOfRounds(state, rows) ? { base: 'rounds' } : {}),
    ...(hasPlaces ? { places: state.places } : {}),
  };
  if (rows.kind === 'themes') return { main: { ...common, kind: 'themes', rows: 'themes', ...columns }, detail: null };
  const single = (id: VariableId | 'place'): ExhibitDefinition => ({
    ...common,
    kind: chosen === null ? 'frequency' : 'crosstab',
    rows: id,
    ...columns,
  });
  if (rows.kind === 'place') return { main: single('place'), detail: null };
  if (rows.kind !== 'grid') return { main: single(VariableId.parse(rows.id)), detail: null };
  const item = rows.members.find((id) => id === state.item) ?? rows.members[0];
  // A battery has no groups, so places are of the table under it only.
  const { places: _places, ...ofBattery } = common;
  return { main: { ...ofBattery, kind: 'likert', rows: [...rows.members] }, detail: item === undefined ? null : single(item) };
}

/** What is shown: as the address says, else batteries and single questions as a chart, groups and themes as a table. */
export function showsOf(state: ViewState, definitions: Definitions | null): Shows {
  if (state.chart !== undefined) return state.chart;
  const kind = definitions?.main.kind;
  return kind === 'likert' || kind === 'frequency' ? 'chart' : 'table';
}
