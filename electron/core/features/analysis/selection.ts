import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { languages } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import { readColumn, waveColumn } from '../../analysis/columns.ts';
import { cutColumn, cutMembers } from '../../analysis/cut-column.ts';
import { serviceColumn } from '../../analysis/service-column.ts';
import { everyone } from '../../analysis/count.ts';
import { placeColumn, wavesAcross, type PlaceColumn } from '../../analysis/place-column.ts';
import { readKnownPlaces } from '../../places/place-register.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { readRounds, roundUnits } from '../../analysis/rounds.ts';
import type { CodeColumn, Column, ColumnSource } from '../../analysis/stored-answers.ts';
import { readUnits, type Units } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import type { RawTable } from './raw-table.ts';

/** What a table counts, who of them is counted, and the groups they are in. */
export interface Selection {
  readonly source: ColumnSource;
  /** Place of the person whose round each unit is; null where persons are counted. */
  readonly personOf: Int32Array | null;
  /** 1 for units within the filter; null for everyone. */
  readonly mask: Uint8Array | null;
  /** Null when there are no groups. */
  readonly groups: CodeColumn | null;
  readonly groupValues: Int16Array;
  /** Units within the filter. */
  readonly persons: number;
  readonly places: PlaceColumn | null;
  readonly breaks: RawTable['breaks'];
  /** Answers in each group, where answers were joined; null where they were not. */
  readonly cutMembers: Readonly<Record<string, readonly string[]>> | null;
}

/** The column of a variable. @throws AppError NOT_FOUND when it is gone or cannot be counted */
export function columnOf(source: ColumnSource, variableId: string): Column {
  const column = readColumn(source, variableId);
  if (column === null) throw new AppError('NOT_FOUND');
  return column;
}

interface Groups extends Pick<Selection, 'places' | 'breaks'> {
  readonly column: CodeColumn | null;
}

function placesOf(source: ColumnSource, definition: ExhibitDefinition): PlaceColumn {
  const name = Object.fromEntries(languages.map((language) => [language, wordsIn(language)('analysis.file.notAttributable')]));
  return placeColumn(readKnownPlaces(source.sql), source.units, definition.places ?? 'as-recorded', name);
}

/** Waves with the marks of what changed between them. */
function markedWaves(source: ColumnSource): Groups {
  const { breaks, marks } = wavesAcross(readKnownPlaces(source.sql), source.units);
  const column = waveColumn(source.units);
  const categories = column.categories.map((category, at) => ({
    ...category,
    label: Object.fromEntries(Object.entries(category.label).map(([language, text]) => [language, `${text}${marks[at] ?? ''}`])),
  }));
  return { column: { ...column, categories }, places: null, breaks };
}

/** A column of groups must put each person in one group. */
function groupsOf(source: ColumnSource, definition: ExhibitDefinition): Groups {
  const { rows, columns } = definition;
  const places = rows === 'place' || columns === 'place' ? placesOf(source, definition) : null;
  const breaks = places?.breaks ?? [];
  if (columns === undefined) return { column: null, places, breaks };
  if (columns === 'place') return { column: places?.column ?? null, places, breaks };
  if (columns === 'wave') {
    const waves = markedWaves(source);
    return places === null ? waves : { column: waveColumn(source.units), places, breaks };
  }
  if (columns === 'service') return { column: serviceColumn(source), places, breaks };
  const column = columnOf(source, columns);
  if (column.kind !== 'codes') throw new AppError('NOT_FOUND');
  return { column: definition.cuts === undefined ? column : cutColumn(column, definition.cuts), places, breaks };
}

function maskOf(source: ColumnSource, filter: ExhibitDefinition['filter']): Uint8Array | null {
  if (filter?.variableId === undefined || filter.codes === undefined) return null;
  const column = columnOf(source, filter.variableId);
  const wanted = new Set(filter.codes);
  if (column.kind === 'codes')
    return Uint8Array.from(column.values, (value) => (value >= 0 && wanted.has(column.categories[value]?.code ?? Number.NaN) ? 1 : 0));
  const chosen = column.indicators.filter((_, at) => wanted.has(column.categories[at]?.code ?? Number.NaN));
  return Uint8Array.from(column.values, (value, person) => (value >= 0 && chosen.some((indicator) => indicator[person] === 1) ? 1 : 0));
}

/** Rounds in the place of the persons, each with its person's group and filter. @throws AppError NOT_FOUND where nothing is repeated */
function withRounds(people: ColumnSource, definition: ExhibitDefinition, mask: Uint8Array | null, groups: Groups): Selection {
  const forms = people.book.formsOf(String(definition.rows));
  if (forms.every(({ repeat }) => repeat === null)) throw new AppError('NOT_FOUND');
  const units = roundUnits(people.units, readRounds(people.sql, people.projectId, people.units, forms));
  const { personOf } = units;
  const roundMask = mask === null ? null : Uint8Array.from(personOf, (person) => mask[person] ?? 0);
  const column = groups.column === null ? null : { ...groups.column, values: expand(groups.column.values, personOf) };
  return {
    source: { ...people, units, isOfRounds: true },
    personOf,
    mask: roundMask,
    groups: column,
    groupValues: column?.values ?? everyone(units.count),
    persons: countOf(units, roundMask),
    places: groups.places,
    breaks: groups.breaks,
    cutMembers: null,
  };
}

function expand(values: Int16Array, personOf: Int32Array): Int16Array {
  return Int16Array.from(personOf, (person) => values[person] ?? -1);
}

function countOf(units: Units, mask: Uint8Array | null): number {
  return mask === null ? units.count : mask.reduce((sum, mark) => sum + mark, 0);
}

/** Reads who is counted. @throws AppError NOT_FOUND */
export function readSelection(sql: Statements, projectId: string, definition: ExhibitDefinition): Selection {
  const units = readUnits(sql, projectId, { waveId: definition.filter?.waveId ?? null, perWave: definition.columns === 'wave' });
  const source: ColumnSource = { sql, projectId, book: readQuestions(sql, projectId), units, isOfRounds: false };
  const mask = maskOf(source, definition.filter);
  const groups = groupsOf(source, definition);
  if (definition.base === 'rounds') return withRounds(source, definition, mask, groups);
  return {
    source,
    personOf: null,
    mask,
    groups: groups.column,
    groupValues: groups.column?.values ?? everyone(units.count),
    persons: countOf(units, mask),
    places: groups.places,
    breaks: groups.breaks,
    cutMembers: definition.cuts === undefined ? null : cutMembers(definition.cuts),
  };
}
