import { MissingReason } from '../../../../shared/contract/analysis.ts';
import { missingReasonIds } from '../../../../shared/contract/missing-reasons.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { wordsIn } from '../../words.ts';
import { neutralised } from '../analysis/files/index.ts';
import { missingCodes } from './missing-codes.ts';
import type { RawColumn, RawSheet } from './plan.ts';

/** Headers of the codebook; the names do not change with the language, so that programs can read it. */
export const codebookHeader = ['file', 'column', 'question', 'label', 'type', 'value', 'value_label', 'missing'] as const;

function labelOf({ form, option }: RawColumn, language: Language): string {
  const wording = localised(form.wording, language);
  return option === null ? wording : `${wording}: ${localised(option.label, language)}`;
}

function rowsOf(fileName: string, column: RawColumn, language: Language): string[][] {
  const words = wordsIn(language);
  const about = [fileName, column.header, column.form.number, neutralised(labelOf(column, language)), column.kind];
  const yesNo = [
    ['0', words('rawExport.file.no')],
    ['1', words('rawExport.file.yes')],
  ];
  const values =
    column.kind === 'indicator' ? yesNo : column.options.map(({ code, label }) => [String(code), neutralised(localised(label, language))]);
  const reasons =
    column.kind === 'specify'
      ? []
      : MissingReason.options.map((reason) => [String(missingCodes[reason]), words(missingReasonIds[reason]), '1']);
  const lines = [...values.map((value) => [...value, '0']), ...reasons];
  return lines.length === 0 ? [[...about, '', '', '']] : lines.map((line) => [...about, ...line]);
}

/** What every column means: question, wording, codes, and which codes are reasons for no answer. */
export function codebookRows(sheets: readonly { readonly fileName: string; readonly sheet: RawSheet }[], language: Language): string[][] {
  return sheets.flatMap(({ fileName, sheet }) => sheet.columns.flatMap((column) => rowsOf(fileName, column, language)));
}
