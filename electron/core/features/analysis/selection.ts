import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { AppError } from '../../app-error.ts';
import { everyone } from '../../analysis/count.ts';
import { cutMembers } from '../../analysis/cut-column.ts';
import { expressionMask } from '../../analysis/expression-mask.ts';
import type { PlaceColumn } from '../../analysis/place-column.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { readRounds, roundUnits } from '../../analysis/rounds.ts';
import type { CodeColumn, Column, ColumnSource } from '../../analysis/stored-answers.ts';
import { readUnits, type Units } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import { groupingsOf, readGroups, type GroupPart, type Groups } from './group-parts.ts';
import type { RawTable } from './raw-table.ts';
import { columnOf } from './read-column.ts';

export { columnOf } from './read-column.ts';

/** What a table counts, who of them is counted, and the groups they are in. */
export interface Selection {
  readonly source: ColumnSource;
  /** Place of the person whose round each unit is; null where persons are counted. */
  readonly personOf: Int32Array | null;
  /** 1 for units within the filter; null for everyone. */
  readonly mask: Uint8Array | null;
  /** The groupings beside each other; none for a table without groups. */
  readonly parts: readonly GroupPart[];
  /** The one plain grouping of exclusive groups; null when there is none, or there are others. */
  readonly groups: CodeColumn | null;
  readonly groupValues: Int16Array;
  /** Units within the filter. */
  readonly persons: number;
  readonly places: PlaceColumn | null;
  readonly breaks: RawTable['breaks'];
  /** Answers in each group, where answers were joined; null where they were not. */
  readonly cutMembers: Readonly<Record<string, readonly string[]>> | null;
}

function answerMask(source: ColumnSource, filter: ExhibitDefinition['filter']): Uint8Array | null {
  if (filter?.variableId === undefined || filter.codes === undefined) return null;
  const column = columnOf(source, filter.variableId);
  const wanted = new Set(filter.codes);
  if (column.kind === 'codes')
    return Uint8Array.from(column.values, (value) => (value >= 0 && wanted.has(column.categories[value]?.code ?? Number.NaN) ? 1 : 0));
  const chosen = column.indicators.filter((_, at) => wanted.has(column.categories[at]?.code ?? Number.NaN));
  return Uint8Array.from(column.values, (value, person) => (value >= 0 && chosen.some((indicator) => indicator[person] === 1) ? 1 : 0));
}

/** Persons within the filter. @throws AppError NOT_FOUND, EXPRESSION_UNREADABLE */
function maskOf(source: ColumnSource, filter: ExhibitDefinition['filter']): Uint8Array | null {
  const byAnswer = answerMask(source, filter);
  if (filter?.where === undefined) return byAnswer;
  const holds = expressionMask(source, filter.where);
  return byAnswer === null ? holds : holds.map((mark, unit) => mark & (byAnswer[unit] ?? 0));
}

/** Rounds in the place of the persons, each with its person's group and filter. @throws AppError NOT_FOUND where nothing is repeated */
function withRounds(people: ColumnSource, definition: ExhibitDefinition, mask: Uint8Array | null, groups: Groups): Selection {
  const forms = people.book.formsOf(String(definition.rows));
  if (forms.every(({ repeat }) => repeat === null)) throw new AppError('NOT_FOUND');
  const units = roundUnits(people.units, readRounds(people.sql, people.projectId, people.units, forms));
  const { personOf } = units;
  const roundMask = mask === null ? null : Uint8Array.from(personOf, (person) => mask[person] ?? 0);
  const parts = groups.parts.map((part) => ({ ...part, column: expand(part.column, personOf) }));
  return {
    source: { ...people, units, isOfRounds: true },
    personOf,
    mask: roundMask,
    parts,
    ...plainGroups(parts, units.count),
    persons: countOf(units, roundMask),
    places: groups.places,
    breaks: groups.breaks,
    cutMembers: null,
  };
}

function expand(column: Column, personOf: Int32Array): Column {
  const values = Int16Array.from(personOf, (person) => column.values[person] ?? -1);
  if (column.kind === 'codes') return { ...column, values };
  const indicators = column.indicators.map((marks) => Uint8Array.from(personOf, (person) => marks[person] ?? 0));
  return { ...column, values, indicators };
}

function plainGroups([part, ...others]: readonly GroupPart[], units: number): Pick<Selection, 'groups' | 'groupValues'> {
  const isPlain = part !== undefined && others.length === 0 && part.groupings.length === 1 && part.column.kind === 'codes';
  const groups = isPlain && part.column.kind === 'codes' ? part.column : null;
  return { groups, groupValues: groups?.values ?? everyone(units) };
}

function countOf(units: Units, mask: Uint8Array | null): number {
  return mask === null ? units.count : mask.reduce((sum, mark) => sum + mark, 0);
}

/** Reads who is counted. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function readSelection(sql: Statements, projectId: string, definition: ExhibitDefinition): Selection {
  const perWave = groupingsOf(definition).includes('wave');
  const units = readUnits(sql, projectId, { waveId: definition.filter?.waveId ?? null, perWave });
  const source: ColumnSource = { sql, projectId, book: readQuestions(sql, projectId), units, isOfRounds: false };
  const mask = maskOf(source, definition.filter);
  const groups = readGroups(source, definition);
  if (definition.base === 'rounds') return withRounds(source, definition, mask, groups);
  return {
    source,
    personOf: null,
    mask,
    parts: groups.parts,
    ...plainGroups(groups.parts, units.count),
    persons: countOf(units, mask),
    places: groups.places,
    breaks: groups.breaks,
    cutMembers: definition.cuts === undefined ? null : cutMembers(definition.cuts),
  };
}
