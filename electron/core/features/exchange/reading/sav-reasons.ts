import type { SavFile, SavValue, SavVariable } from '../../../sav/index.ts';
import { missingReason } from './missing-words.ts';
import { tidyLabel } from './value-forms.ts';

/** A file whose texts say themselves why they are empty, and what its rows become. */
export interface FoldedSav {
  readonly file: SavFile;
  readonly rowOf: (row: readonly SavValue[]) => readonly SavValue[];
}

/**
 * SPSS has no room for codes in a text, so our own files say in a variable behind it, `<name>_missing`, why it is empty. The reason is put
 * where the text would be, by its label, and the variable is no question. Files without such variables stay as they are.
 */
export function foldReasons(file: SavFile): FoldedSav {
  const { variables } = file;
  const isFolded = variables.map((variable, at) => saysWhy(variable, variables[at - 1]));
  if (!isFolded.includes(true)) return { file, rowOf: (row) => row };
  const labelOf = variables.map((variable) => new Map(variable.valueLabels.map(({ value, label }) => [value, tidyLabel(label)])));
  const kept = variables.flatMap((variable, at): SavVariable[] => {
    if (isFolded[at] === true) return [];
    const why = isFolded[at + 1] === true ? variables[at + 1] : undefined;
    const labels = (why?.valueLabels ?? []).map(({ label }) => ({ value: tidyLabel(label), label }));
    return [why === undefined ? variable : { ...variable, valueLabels: [...variable.valueLabels, ...labels] }];
  });
  return {
    file: { ...file, variables: kept },
    rowOf: (row) =>
      row.flatMap((value, at): SavValue[] => {
        if (isFolded[at] === true) return [];
        const reason = isFolded[at + 1] === true ? row[at + 1] : null;
        const isEmpty = value === null || value === '';
        return [isEmpty && reason != null ? (labelOf[at + 1]?.get(reason) ?? value) : value];
      }),
  };
}

/** Numbers behind a text, called as it is, all of which are reasons. */
function saysWhy({ kind, name, valueLabels }: SavVariable, before: SavVariable | undefined): boolean {
  if (kind !== 'number' || before?.kind !== 'string' || valueLabels.length === 0) return false;
  const [, of] = /^(.+)_missing(?:_\d+)?$/u.exec(name) ?? [];
  return of === before.name && valueLabels.every(({ label }) => missingReason(tidyLabel(label)) !== null);
}
