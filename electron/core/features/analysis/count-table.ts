import type { ExhibitDefinition } from '../../../../shared/contract/analysis.ts';
import type { CountTable } from '../../../../shared/disclosure/index.ts';
import { languages, type LocalisedText } from '../../../../shared/model/text.ts';
import { countingOf, mergeEnds, missingReasons, type Column } from '../../analysis/columns.ts';
import { crosstab, frequency, multiResponse } from '../../analysis/count.ts';
import type { AnswerOption, QuestionForm } from '../../analysis/questions.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import { frameOf, waveFrames } from './frame.ts';
import type { RawColumn, RawMissing, RawScale, RawTable } from './raw-table.ts';
import { columnOf, readSelection, type Selection } from './selection.ts';
import { readThemePersons } from './theme-column.ts';

const all: RawColumn = { key: 'all', label: null };

function groupColumns({ groups }: Selection, definition: ExhibitDefinition, selection: Selection): readonly RawColumn[] {
  if (groups === null) return [all];
  const { waves } = selection.source.units;
  return [
    all,
    ...groups.categories.map(({ code, label }) => ({
      key: definition.columns === 'wave' ? (waves[code]?.id ?? String(code)) : String(code),
      label,
    })),
  ];
}

/** "Helt uenig eller litt uenig", in every language that both answers have. */
function joinLabels(first: AnswerOption, second: AnswerOption): AnswerOption {
  const label: LocalisedText = Object.fromEntries(
    languages.flatMap((language) => {
      const [a, b] = [first.label[language], second.label[language]];
      if (a === undefined || b === undefined) return [];
      return [
        [language, wordsIn(language)('analysis.file.either', { first: a, second: b.charAt(0).toLocaleLowerCase(language) + b.slice(1) })],
      ];
    }),
  );
  return { code: first.code, label };
}

function columnFor(selection: Selection, variableId: string, definition: ExhibitDefinition): Column {
  const column = columnOf(selection.source, variableId);
  return definition.merge === 'ends' && column.kind === 'codes' ? mergeEnds(column, joinLabels) : column;
}

function scaleOf(column: Column, form: QuestionForm): RawScale | null {
  const labels = column.categories.map(({ label }) => label);
  if (countingOf(form.type) === 'number') return { kind: 'sequential', labels, neutralIndex: null, welcomeEnd: null };
  if (form.type !== 'scale' && form.type !== 'scale-0-10') return null;
  if (form.type === 'scale-0-10') return { kind: 'sequential', labels, neutralIndex: null, welcomeEnd: 'high' };
  const neutral = column.categories.findIndex(({ code }) => code === form.neutralCode);
  const welcomeEnd = { rising: 'high', falling: 'low', none: null } as const;
  return {
    kind: form.direction === 'none' ? 'sequential' : 'diverging',
    labels,
    neutralIndex: neutral === -1 ? null : neutral,
    welcomeEnd: welcomeEnd[form.direction],
  };
}

function missingOf(counts: readonly number[], item: string | null): RawMissing[] {
  return missingReasons.flatMap((reason, at) => ((counts[at] ?? 0) > 0 ? [{ item, reason, count: counts[at] ?? 0 }] : []));
}

function newestForm(selection: Selection, variableId: string): QuestionForm {
  const [form] = selection.source.book.formsOf(variableId);
  if (form === undefined) throw new AppError('NOT_FOUND');
  return form;
}

/** Wordings of these variables that people have answered and that are not as in the version before. */
function changesIn({ source }: Selection, variableIds: readonly string[]): QuestionForm[] {
  const asked = new Set(source.units.versionIds);
  return variableIds
    .flatMap((id) => source.book.formsOf(id))
    .filter((form) => asked.has(form.versionId) && (form.comparability === 'changed-wording' || form.comparability === 'changed-options'))
    .toSorted((a, b) => a.versionNumber - b.versionNumber);
}

/** One-way or grouped table of one variable. */
function variableTable(selection: Selection, definition: ExhibitDefinition, variableId: string): RawTable {
  const { mask, groupValues, groups, persons } = selection;
  const column = columnFor(selection, variableId, definition);
  const form = newestForm(selection, variableId);
  const groupCount = groups?.categories.length ?? 1;
  const table: CountTable =
    column.kind === 'set'
      ? multiResponse(column.indicators, column.values, groupValues, groupCount, mask)
      : crosstab(column.values, column.categories.length, groupValues, groupCount, mask);
  const { missing } = frequency(column.values, Math.max(1, column.categories.length), missingReasons.length, mask);
  return {
    definition,
    rows: column.categories.map(({ code, label }) => ({ key: String(code), label, indent: 0 })),
    columns: groupColumns(selection, definition, selection),
    tables: [table],
    isExclusive: column.kind !== 'set',
    scale: scaleOf(column, form),
    missing: missingOf(missing, null),
    persons,
    frames: [frameOf(selection, definition, missing, table.total)],
    columnFrames: waveFrames(selection, definition, missing, table.columnTotals),
    question: form,
    columnQuestion: definition.columns === undefined || definition.columns === 'wave' ? null : newestForm(selection, definition.columns),
    changes: changesIn(selection, [variableId, definition.columns ?? '']),
  };
}

/** A battery: one one-way table per item, over the answers of the first item. */
function batteryTable(selection: Selection, definition: ExhibitDefinition, items: readonly string[]): RawTable {
  const columns = items.map((item) => ({ item, column: columnFor(selection, item, definition), form: newestForm(selection, item) }));
  const [first] = columns;
  if (first === undefined) throw new AppError('NOT_FOUND');
  const codes = first.column.categories.map(({ code }) => code);
  const sheets = columns.map(({ item, column, form }) => {
    // The items share their answers; anything else is no battery.
    if (column.kind !== 'codes' || column.categories.some(({ code }) => !codes.includes(code))) throw new AppError('NOT_FOUND');
    const found = frequency(column.values, column.categories.length, missingReasons.length, selection.mask);
    const counts = codes.map((code) => found.counts[column.categories.findIndex((category) => category.code === code)] ?? 0);
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
    columns: first.column.categories.map(({ code, label }) => ({ key: String(code), label })),
    tables: sheets.map(({ table }) => table),
    isExclusive: true,
    scale: scaleOf(first.column, first.form),
    missing: sheets.flatMap(({ missing }) => missing),
    persons: selection.persons,
    frames: sheets.map(({ frame }) => frame),
    columnFrames: [],
    question: first.form,
    columnQuestion: null,
    changes: changesIn(selection, items),
  };
}

/** Persons per theme: every theme is a yes/no over the persons interviewed. */
function themeTable(selection: Selection, definition: ExhibitDefinition): RawTable {
  const { source, mask, groupValues, groups, persons } = selection;
  const themes = readThemePersons(source.sql, source.projectId, source.units);
  const table = multiResponse(
    themes.map(({ persons: marks }) => marks),
    new Int16Array(source.units.count),
    groupValues,
    groups?.categories.length ?? 1,
    mask,
  );
  const kept = table.rowTotals.map((count) => count > 0);
  const none = missingReasons.map(() => 0);
  return {
    definition,
    rows: themes.filter((_, at) => kept[at]).map(({ id, label, depth }) => ({ key: id, label, indent: Math.min(depth, 6) })),
    columns: groupColumns(selection, definition, selection),
    tables: [{ ...table, counts: table.counts.filter((_, at) => kept[at]), rowTotals: table.rowTotals.filter((_, at) => kept[at]) }],
    isExclusive: false,
    scale: null,
    missing: [],
    persons,
    frames: [frameOf(selection, definition, none, table.total)],
    columnFrames: waveFrames(selection, definition, none, table.columnTotals),
    question: null,
    columnQuestion: definition.columns === undefined || definition.columns === 'wave' ? null : newestForm(selection, definition.columns),
    changes: changesIn(selection, [definition.columns ?? '']),
  };
}

/** Counts the persons of a table, before the gate. @throws AppError NOT_FOUND for variables that are gone */
export function countTable(sql: Statements, projectId: string, definition: ExhibitDefinition): RawTable {
  const selection = readSelection(sql, projectId, definition);
  if (definition.rows === 'themes') return themeTable(selection, definition);
  return Array.isArray(definition.rows)
    ? batteryTable(selection, definition, definition.rows)
    : variableTable(selection, definition, definition.rows);
}
