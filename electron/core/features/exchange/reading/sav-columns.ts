import { isDeclared, type SavFile, type SavSet, type SavValue, type SavVariable } from '../../../sav/index.ts';
import { missingReason } from './missing-words.ts';
import { parseNumber, spellingKey, tidyLabel } from './value-forms.ts';

/** How the cells of one variable are written as texts, so that people and the matching by labels can read them. */
export interface SavColumn {
  readonly variable: SavVariable;
  /** Its options: every labelled value that is an answer. Empty where the labels name no options, but ends or exceptions. */
  readonly options: readonly SavOption[];
  /** Texts of labelled values that are declared missing. */
  readonly missing: readonly string[];
  /** The set whose question the variable belongs to. */
  readonly set: SavSet | null;
  readonly cellOf: (value: SavValue) => string;
}

export interface SavOption {
  readonly value: number | string;
  readonly label: string;
  /** What the cells say. */
  readonly cell: string;
}

/** Widest span of whole numbers that a few labels are taken for a scale of: 0–10 with its ends labelled, not ages. */
const scaleSpan = 20;
/** So many labels are a list, whatever their values. */
const listLength = 10;

/**
 * The columns of a system file. A labelled value is written as its label, so that it means the same in every file; a number
 * that its variable declares missing without saying why is an empty cell, because it is no answer.
 */
export function savColumns(file: SavFile): SavColumn[] {
  const setOf = new Map<string, SavSet>();
  for (const set of file.sets) for (const name of set.variables) if (!setOf.has(name)) setOf.set(name, set);
  return file.variables.map((variable) => columnOf(variable, setOf.get(variable.name) ?? null));
}

function columnOf(variable: SavVariable, set: SavSet | null): SavColumn {
  const texts = cellTexts(variable);
  const labelled = variable.valueLabels.flatMap(({ value, label }): SavOption[] => {
    const cell = texts.get(value);
    return cell === undefined ? [] : [{ value, label: tidyLabel(label), cell }];
  });
  const isMissing = ({ value, label }: SavOption): boolean => isDeclared(variable.missing, value) || missingReason(label) !== null;
  const missing = labelled.filter(isMissing);
  const answers = labelled.filter((option) => !isMissing(option));
  const isList = areOptions(answers) || set?.kind === 'category';
  const cells = new Map((isList ? labelled : missing).map(({ value, cell }) => [value, cell]));
  const counted = set?.kind === 'dichotomy' ? set.counted : null;
  return {
    variable,
    options: isList && counted === null ? answers : [],
    missing: missing.map(({ cell }) => cell),
    set,
    cellOf: (value) => {
      if (value === null || value === '') return '';
      if (counted !== null && value === counted) return '1';
      const missingCell = isDeclared(variable.missing, value) ? (cells.get(value) ?? '') : null;
      if (missingCell !== null) return missingCell;
      if (counted !== null) return missing.find((option) => option.value === value)?.cell ?? '0';
      return cells.get(value) ?? (typeof value === 'number' ? String(value) : value);
    },
  };
}

/** Labels of numbers are options where they cover most of a short span, or are many; labels of strings always are. */
function areOptions(answers: readonly SavOption[]): boolean {
  const numbers = answers.map(({ value }) => value).filter((value) => typeof value === 'number');
  if (answers.length < 2 || numbers.length === 0) return answers.length >= 2;
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  return span <= scaleSpan || numbers.length * 2 >= span || numbers.length >= listLength;
}

/** The cell of each labelled value: its label, with the value before it where the label alone could be another value's. */
function cellTexts({ valueLabels }: SavVariable): Map<number | string, string> {
  const uses = new Map<string, number>();
  const keyOf = (text: string): string => spellingKey(text);
  for (const { label } of valueLabels) uses.set(keyOf(label), (uses.get(keyOf(label)) ?? 0) + 1);
  return new Map(
    valueLabels.flatMap(({ value, label }) => {
      const text = tidyLabel(label);
      if (text === '') return [];
      const isOtherNumber = text !== String(value) && parseNumber(text, '.') !== null;
      const isAlone = uses.get(keyOf(label)) === 1 && !isOtherNumber;
      return [[value, isAlone ? text : `${value} – ${text}`] as const];
    }),
  );
}
