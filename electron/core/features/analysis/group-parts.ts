import type { ColumnId, ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { VariableId } from '../../../../shared/model/ids.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';
import { waveColumn } from '../../analysis/columns.ts';
import { cutColumn } from '../../analysis/cut-column.ts';
import { placeColumn, wavesAcross, type PlaceColumn } from '../../analysis/place-column.ts';
import { keyOf } from '../../analysis/questions.ts';
import { serviceColumn } from '../../analysis/service-column.ts';
import type { Column, ColumnSource } from '../../analysis/stored-answers.ts';
import { topThemesColumn } from '../../analysis/themes-column.ts';
import { AppError } from '../../app-error.ts';
import { readKnownPlaces } from '../../places/place-register.ts';
import { wordsIn } from '../../words.ts';
import { requireSight } from '../coding/index.ts';
import { nestGroups } from './nest-sets.ts';
import type { RawTable } from './raw-table.ts';
import { columnOf } from './read-column.ts';

/** One column of a part: its group, from the outer grouping to the inner. */
export interface PartGroup {
  /** The groups' own keys, from the outside in. */
  readonly path: readonly string[];
  /** Their labels, parallel to the path. */
  readonly labels: readonly LocalisedText[];
}

/** One grouping of the persons, plain or nested, as the columns of a table read it. */
export interface GroupPart {
  /** From the outside in: one, or two where a grouping is within another. */
  readonly groupings: readonly ColumnId[];
  /** Of a set each person may be in several groups. */
  readonly column: Column;
  /** Parallel to the column's categories. */
  readonly groups: readonly PartGroup[];
}

/** The groupings of a table with what must be said of them. */
export interface Groups extends Pick<RawTable, 'breaks'> {
  readonly parts: readonly GroupPart[];
  readonly places: PlaceColumn | null;
}

/** The groupings that a definition asks for, as parts: one for `columns`, one or more for `banner`. */
export function partsOf({
  columns,
  banner,
}: Pick<ExhibitDefinition, 'columns' | 'banner'>): readonly { readonly by: ColumnId; readonly within?: ColumnId | undefined }[] {
  return banner ?? (columns === undefined ? [] : [{ by: columns }]);
}

/** Every grouping in the columns of a definition. */
export function groupingsOf(definition: Pick<ExhibitDefinition, 'columns' | 'banner'>): readonly ColumnId[] {
  return partsOf(definition).flatMap(({ by, within }) => (within === undefined ? [by] : [within, by]));
}

/** A grouping that is a question of its own. */
export function isQuestion(id: ColumnId): id is VariableId {
  return id !== 'wave' && id !== 'place' && id !== 'service' && id !== 'themes';
}

function placesOf(source: ColumnSource, definition: ExhibitDefinition): PlaceColumn {
  const name = Object.fromEntries(languages.map((language) => [language, wordsIn(language)('analysis.file.notAttributable')]));
  return placeColumn(readKnownPlaces(source.sql), source.units, definition.places ?? 'as-recorded', name);
}

/** Waves with the marks of what changed between them. */
function markedWaves(source: ColumnSource): { readonly column: Column; readonly breaks: RawTable['breaks'] } {
  const { breaks, marks } = wavesAcross(readKnownPlaces(source.sql), source.units);
  const column = waveColumn(source.units);
  const categories = column.categories.map((category, at) => ({
    ...category,
    label: Object.fromEntries(Object.entries(category.label).map(([language, text]) => [language, `${text}${marks[at] ?? ''}`])),
  }));
  return { column: { ...column, categories }, breaks };
}

/** Persons by theme at the top of the tree; whoever mentions several is in several. @throws AppError CODING_IS_BLIND */
function readThemes({ sql, projectId, units }: ColumnSource): Column {
  requireSight(sql, projectId);
  return topThemesColumn(sql, projectId, units);
}

function partOf({ by, within }: ReturnType<typeof partsOf>[number], columnOfGrouping: (id: ColumnId) => Column): GroupPart {
  const inner = columnOfGrouping(by);
  if (within === undefined) {
    const groups = inner.categories.map((option) => ({ path: [keyOf(option)], labels: [option.label] }));
    return { groupings: [by], column: inner, groups };
  }
  const outer = columnOfGrouping(within);
  // Who may be in several groups has no one group to be within.
  if (outer.kind === 'set') throw new AppError('NOT_FOUND');
  const groups = outer.categories.flatMap((first) =>
    inner.categories.map((second) => ({ path: [keyOf(first), keyOf(second)], labels: [first.label, second.label] })),
  );
  return { groupings: [within, by], column: nestGroups(outer, inner), groups };
}

/** Reads every grouping once. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function readGroups(source: ColumnSource, definition: ExhibitDefinition): Groups {
  const wanted = groupingsOf(definition);
  const places = definition.rows === 'place' || wanted.includes('place') ? placesOf(source, definition) : null;
  const waves = wanted.includes('wave') && places === null ? markedWaves(source) : null;
  const columns = new Map<ColumnId, Column>();
  const read = (id: ColumnId): Column => {
    if (id === 'wave') return waves?.column ?? waveColumn(source.units);
    if (id === 'place') return places?.column ?? { kind: 'codes', categories: [], values: new Int16Array(source.units.count).fill(-1) };
    if (id === 'service') return serviceColumn(source);
    if (id === 'themes') return readThemes(source);
    // In a repeat a person may have several of its answers, round by round.
    if (source.book.formsOf(id).some(({ repeat }) => repeat !== null)) throw new AppError('NOT_FOUND');
    const column = columnOf(source, id);
    if (definition.cuts === undefined) return column;
    if (column.kind !== 'codes') throw new AppError('NOT_FOUND');
    return cutColumn(column, definition.cuts);
  };
  const once = (id: ColumnId): Column => {
    const column = columns.get(id) ?? read(id);
    columns.set(id, column);
    return column;
  };
  return { parts: partsOf(definition).map((part) => partOf(part, once)), places, breaks: places?.breaks ?? waves?.breaks ?? [] };
}
