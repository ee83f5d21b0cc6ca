import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { CountTable } from '../../../../shared/disclosure/index.ts';
import { frequency } from '../../analysis/count.ts';
import type { AnswerOption } from '../../analysis/questions.ts';
import { missingReasons, type Column } from '../../analysis/stored-answers.ts';
import { AppError } from '../../app-error.ts';
import { frameOf } from './frame.ts';
import type { RawTable } from './raw-table.ts';
import type { Selection } from './selection.ts';
import { changesIn, columnFor, dontKnowKey, keyOf, missingOf, newestForm, scaleOf } from './table-parts.ts';

/** The answers of a battery: those of the first item, then `do not know` where it counts and somebody said it of any item. */
function answersOf(columns: readonly { readonly column: Column }[]): readonly AnswerOption[] {
  const [first] = columns;
  const own = first?.column.categories ?? [];
  const isUnknown = (option: AnswerOption): boolean => keyOf(option) === dontKnowKey;
  const unknown = columns.flatMap(({ column }) => column.categories.filter(isUnknown)).slice(0, 1);
  return [...own.filter((option) => !isUnknown(option)), ...unknown];
}

/** A battery: one one-way table per item, over the answers of the first item. @throws AppError NOT_FOUND */
export function batteryTable(selection: Selection, definition: ExhibitDefinition, items: readonly string[]): RawTable {
  const columns = items.map((item) => ({ item, column: columnFor(selection, item, definition), form: newestForm(selection, item) }));
  const [first] = columns;
  if (first === undefined) throw new AppError('NOT_FOUND');
  const answers = answersOf(columns);
  const keys = answers.map(keyOf);
  const sheets = columns.map(({ item, column, form }) => {
    // The items share their answers; anything else is no battery.
    if (column.kind !== 'codes' || column.categories.some((option) => !keys.includes(keyOf(option)))) throw new AppError('NOT_FOUND');
    const found = frequency(column.values, column.categories.length, missingReasons.length, selection.mask);
    const counts = keys.map((key) => found.counts[column.categories.findIndex((option) => keyOf(option) === key)] ?? 0);
    const table: CountTable = { counts: counts.map((count) => [count]), rowTotals: counts, columnTotals: [found.base], total: found.base };
    return {
      row: { key: item, label: form.wording, indent: 0 },
      table,
      missing: missingOf(found.missing, item),
      frame: frameOf(selection, definition, found.missing, found.base),
    };
  });
  return {
    definition,
    rows: sheets.map(({ row }) => row),
    columns: answers.map((option) => ({ key: keyOf(option), label: option.label })),
    tables: sheets.map(({ table }) => table),
    parts: [],
    allPersons: null,
    isExclusive: true,
    scale: scaleOf({ categories: answers }, first.form),
    scaleRows: 0,
    figures: null,
    missing: sheets.flatMap(({ missing }) => missing),
    persons: selection.persons,
    frames: sheets.map(({ frame }) => frame),
    columnFrames: [],
    question: first.form,
    columnQuestions: [],
    changes: changesIn(selection, items),
    rounds: null,
    places: null,
    breaks: selection.breaks,
    hasShared: selection.source.units.hasShared && columns.some(({ form }) => !form.isPerPerson),
  };
}
