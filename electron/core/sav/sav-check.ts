import { savStringBytes, type SavFile, type SavSet, type SavVariable } from './sav-file.ts';
import { elementBytes } from './sav-layout.ts';
import { fold, isLegal } from './sav-names.ts';

/**
 * Looks whether a system file can hold this dictionary as it is.
 * @throws RangeError naming the variable or set
 */
export function checkFile(file: SavFile): void {
  const names = new Set<string>();
  for (const variable of file.variables) {
    const { name } = variable;
    if (!isLegal(name)) throw new RangeError(`variable ${name}: not a legal name`);
    if (names.has(fold(name))) throw new RangeError(`variable ${name}: the name is there twice`);
    names.add(fold(name));
    checkShape(variable);
    checkLabels(variable);
    checkMissing(variable);
  }
  if (file.variables.length === 0) throw new RangeError('a system file needs a variable');
  const weight = file.variables.find(({ name }) => name === file.weight);
  if (file.weight !== null && weight?.kind !== 'number') throw new RangeError(`weight ${file.weight}: not a number variable`);
  const sets = new Set<string>();
  for (const set of file.sets) {
    if (sets.has(fold(set.name))) throw new RangeError(`set ${set.name}: the name is there twice`);
    sets.add(fold(set.name));
    checkSet(set, file);
  }
}

function checkShape({ name, kind, width, decimals }: SavVariable): void {
  const isWidth = kind === 'string' ? width >= 1 && width <= savStringBytes : width === 0;
  if (!Number.isInteger(width) || !isWidth) throw new RangeError(`variable ${name}: width ${width}`);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 16) throw new RangeError(`variable ${name}: ${decimals} decimals`);
}

/** A value as it is compared: blanks at the end do not count. */
function keyOf({ name, kind, width }: SavVariable, value: number | string, most: number): number | string {
  if (typeof value === 'number') {
    if (kind !== 'string' && Number.isFinite(value)) return value;
    throw new RangeError(`variable ${name}: the number ${value} is no value of it`);
  }
  if (kind !== 'string') throw new RangeError(`variable ${name}: a text is no value of it`);
  if (Buffer.byteLength(value) > Math.min(width, most)) throw new RangeError(`variable ${name}: a value is too long`);
  return value.trimEnd();
}

function checkLabels(variable: SavVariable): void {
  const keys = new Set(variable.valueLabels.map(({ value }) => keyOf(variable, value, variable.width)));
  if (keys.size !== variable.valueLabels.length) throw new RangeError(`variable ${variable.name}: a value has two labels`);
}

function checkMissing(variable: SavVariable): void {
  const { missing, name, kind } = variable;
  if (missing.kind === 'none') return;
  if (missing.kind === 'discrete') {
    if (missing.values.length > 3) throw new RangeError(`variable ${name}: more than three missing values`);
    for (const value of missing.values) keyOf(variable, value, elementBytes);
    return;
  }
  if (kind === 'string') throw new RangeError(`variable ${name}: a string has no range of missing values`);
  if (!(missing.low <= missing.high)) throw new RangeError(`variable ${name}: the range of missing values is empty`);
  if (missing.plus !== undefined) keyOf(variable, missing.plus, elementBytes);
}

function checkSet(set: SavSet, { variables }: SavFile): void {
  if (!set.name.startsWith('$') || !isLegal(set.name.slice(1)) || Buffer.byteLength(set.name) > 64) {
    throw new RangeError(`set ${set.name}: not a legal name`);
  }
  const members = set.variables.map((name) => variables.find((variable) => variable.name === name));
  const strings = members.filter((variable) => variable?.kind === 'string').length;
  const isWhole = new Set(set.variables).size === members.length && members.length >= 2 && !members.includes(undefined);
  if (!isWhole || (strings !== 0 && strings !== members.length)) {
    throw new RangeError(`set ${set.name}: needs two or more variables, all numbers or all strings`);
  }
  if (set.kind === 'dichotomy' && (typeof set.counted === 'string') !== strings > 0) {
    throw new RangeError(`set ${set.name}: the counted value is of another kind than the variables`);
  }
}
