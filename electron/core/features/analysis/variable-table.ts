import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { CountTable } from '../../../../shared/disclosure/index.ts';
import { crosstab, frequency, multiResponse } from '../../analysis/count.ts';
import { mostPerPerson, personsBehind, personsMissing } from '../../analysis/persons-behind.ts';
import { missingReasons, type Column } from '../../analysis/stored-answers.ts';
import { frameOf, waveFrames } from './frame.ts';
import type { RawRounds, RawTable } from './raw-table.ts';
import type { Selection } from './selection.ts';
import { changesIn, columnFor, columnQuestion, groupColumns, keyOf, missingOf, newestForm, scaleOf } from './table-parts.ts';

function countsOf({ mask, groupValues, groups }: Selection, column: Column): CountTable {
  const groupCount = groups?.categories.length ?? 1;
  return column.kind === 'set'
    ? multiResponse(column.indicators, column.values, groupValues, groupCount, mask)
    : crosstab(column.values, column.categories.length, groupValues, groupCount, mask);
}

/** Who is behind a table of rounds; null for a table of persons. */
function roundsOf(selection: Selection, column: Column, definition: ExhibitDefinition): (RawRounds & { missing: number[] }) | null {
  const { personOf, groupValues, groups, mask } = selection;
  if (personOf === null) return null;
  const counted = { column, groupValues, groupCount: groups?.categories.length ?? 1, mask, personOf };
  const repeat = selection.source.book.formsOf(String(definition.rows)).find((form) => form.repeat !== null)?.repeat;
  return {
    behind: personsBehind(counted),
    most: mostPerPerson(personOf),
    wording: repeat?.wording ?? {},
    missing: personsMissing(counted),
  };
}

/** One-way or grouped table of one column. @throws AppError NOT_FOUND */
function tableOf(selection: Selection, definition: ExhibitDefinition, column: Column, variableId: string | null): RawTable {
  const { mask, persons, places, breaks } = selection;
  const question = variableId === null ? null : newestForm(selection, variableId);
  const table = countsOf(selection, column);
  const { missing } = frequency(column.values, Math.max(1, column.categories.length), missingReasons.length, mask);
  const rounds = roundsOf(selection, column, definition);
  return {
    definition,
    rows: column.categories.map((option) => ({ key: keyOf(option), label: option.label, indent: 0 })),
    columns: groupColumns(selection),
    tables: [table],
    isExclusive: column.kind !== 'set',
    scale: question === null ? null : scaleOf(column, question),
    missing: missingOf(missing, null, rounds?.missing),
    persons,
    frames: [rounds === null ? frameOf(selection, definition, missing, table.total) : null],
    columnFrames: rounds === null ? waveFrames(selection, definition, missing, table.columnTotals) : table.columnTotals.map(() => null),
    question,
    columnQuestion: columnQuestion(selection, definition),
    changes: changesIn(selection, [variableId ?? '', definition.columns ?? '']),
    rounds,
    places,
    breaks,
    hasShared: question?.isPerPerson === false && selection.source.units.hasShared,
  };
}

/** One-way or grouped table of one variable. @throws AppError NOT_FOUND */
export function variableTable(selection: Selection, definition: ExhibitDefinition, variableId: string): RawTable {
  return tableOf(selection, definition, columnFor(selection, variableId, definition), variableId);
}

/** Persons by where they were interviewed. */
export function placeTable(selection: Selection, definition: ExhibitDefinition): RawTable {
  const column = selection.places?.column ?? { kind: 'codes', categories: [], values: new Int16Array(selection.source.units.count) };
  return tableOf(selection, definition, column, null);
}
