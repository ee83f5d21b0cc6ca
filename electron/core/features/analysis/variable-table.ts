import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import { countBanner } from '../../analysis/count-banner.ts';
import { frequency } from '../../analysis/count.ts';
import { mostPerPerson, personsMissing } from '../../analysis/persons-behind.ts';
import { missingReasons, type Column } from '../../analysis/stored-answers.ts';
import { countParts, maskOfAll, oneGroup } from './count-parts.ts';
import { linkedAnswers } from './figures/linked-answers.ts';
import { frameOf, waveFrames } from './frame.ts';
import { groupingsOf, isQuestion } from './group-parts.ts';
import type { RawRounds, RawTable } from './raw-table.ts';
import type { Selection } from './selection.ts';
import { waveFacts } from './wave-facts.ts';
import { readFigures } from './summaries/answer-figures.ts';
import { changesIn, columnFor, groupColumns, keyOf, missingOf, newestForm, questionsOfColumns, scaleOf, scaleRows } from './table-parts.ts';

/** What is said of a table of rounds; null for a table of persons. */
function roundsOf(selection: Selection, column: Column, definition: ExhibitDefinition): (RawRounds & { missing: number[] }) | null {
  const { personOf, mask } = selection;
  if (personOf === null) return null;
  const counted = { column, mask, personOf };
  const repeat = selection.source.book.formsOf(String(definition.rows)).find((form) => form.repeat !== null)?.repeat;
  return { most: mostPerPerson(personOf), wording: repeat?.wording ?? {}, missing: personsMissing(counted) };
}

/** Reasons for no answer in every column, in the order of the columns. */
function missingByColumn(selection: Selection, definition: ExhibitDefinition, column: Column): readonly (readonly number[])[] {
  const { parts } = selection;
  const mask = maskOfAll(selection, definition);
  // The reasons as answers, and nothing else: whoever answered is in none of them.
  const reasons: Column = {
    kind: 'codes',
    categories: missingReasons.map((_, code) => ({ code, label: {} })),
    values: column.values.map((value) => (value < 0 ? -1 - value : -1)),
  };
  const tables = countBanner(reasons, [oneGroup(column.values.length), ...parts.map((part) => part.column)], { mask });
  return tables.flatMap(({ counts, columnTotals }) => columnTotals.map((_, at) => counts.map((row) => row[at] ?? 0)));
}

/** One-way or grouped table of one column. @throws AppError NOT_FOUND */
function tableOf(selection: Selection, definition: ExhibitDefinition, column: Column, variableId: string | null): RawTable {
  const { mask, persons, places, breaks } = selection;
  const question = variableId === null ? null : newestForm(selection, variableId);
  const counted = countParts(selection, definition, column);
  const { missing } = frequency(column.values, Math.max(1, column.categories.length), missingReasons.length, mask);
  const rounds = roundsOf(selection, column, definition);
  const [first] = counted.tables;
  const linked = linkedAnswers(selection, column);
  return {
    definition,
    rows: column.categories.map((option) => ({ key: keyOf(option), label: option.label, indent: 0 })),
    columns: groupColumns(selection, definition),
    ...counted,
    isExclusive: column.kind !== 'set',
    scale: question === null ? null : scaleOf(column, question),
    scaleRows: scaleRows(column),
    figures: variableId === null || rounds !== null ? null : readFigures(selection, definition, variableId),
    missing: missingOf(missing, null, rounds?.missing),
    missingByColumn: missingByColumn(selection, definition, column),
    persons,
    frames: [rounds === null ? frameOf(selection, definition, missing, first?.total ?? 0) : null],
    columnFrames: rounds === null ? waveFrames(selection, definition, missing, counted.tables) : [],
    question,
    columnQuestions: questionsOfColumns(selection, definition),
    changes: changesIn(selection, [variableId ?? '', ...groupingsOf(definition).filter(isQuestion)]),
    rounds,
    places,
    breaks,
    ...waveFacts(selection, definition, variableId === null ? [] : [variableId]),
    hasShared: question?.isPerPerson === false && selection.source.units.hasShared,
    ...(linked === undefined ? {} : { linked }),
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
