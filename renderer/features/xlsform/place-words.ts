import type { FormProblem } from '../../../shared/xlsform/problems.ts';
import type { useText } from '../../lib/text.ts';

/** Where a message belongs: "survey, rad 12, kolonne C, tegn 7". */
export function placeWords(
  say: ReturnType<typeof useText>,
  { sheet, row, column, at }: Pick<FormProblem, 'sheet' | 'row' | 'column' | 'at'>,
): string {
  if (sheet === '') return say('xlsform.import.place.file');
  if (row === 0) return say('xlsform.import.place.sheet', { sheet });
  if (column === '') return say('xlsform.import.place.row', { sheet, row });
  const cell = say('xlsform.import.place.cell', { sheet, row, column });
  return at === null ? cell : say('xlsform.import.place.character', { cell, at: at + 1 });
}
