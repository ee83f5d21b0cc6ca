import { nestColumns } from '../../analysis/nest-columns.ts';
import { keyOf, type AnswerOption } from '../../analysis/questions.ts';
import { reasonValue, type Column } from '../../analysis/stored-answers.ts';

/** 1 for the persons in a group. */
function membersOf(column: Column, at: number): Uint8Array {
  if (column.kind === 'codes') return Uint8Array.from(column.values, (value) => (value === at ? 1 : 0));
  const marks = column.indicators[at];
  return Uint8Array.from(column.values, (value, person) => (value >= 0 ? (marks?.[person] ?? 0) : 0));
}

/**
 * Every group of the inner column within every group of the outer, outer first. Where persons may be in several groups of either,
 * they may be in several of the result. @throws RangeError for more groups than a column can hold
 */
export function nestGroups(outer: Column, inner: Column): Column {
  if (outer.kind === 'codes' && inner.kind === 'codes') return nestColumns(outer, inner);
  const inside = inner.categories.map((_, at) => membersOf(inner, at));
  return {
    kind: 'set',
    categories: outer.categories.flatMap((first) =>
      inner.categories.map((second, code): AnswerOption => ({ code, key: `${keyOf(first)}/${keyOf(second)}`, label: second.label })),
    ),
    indicators: outer.categories.flatMap((_, first) => {
      const members = membersOf(outer, first);
      return inside.map((marks) => members.map((mark, person) => mark & (marks[person] ?? 0)));
    }),
    values: outer.values.map((value, person) => {
      const within = inner.values[person] ?? reasonValue('not-recorded');
      return value < 0 ? value : within < 0 ? within : 0;
    }),
  };
}
