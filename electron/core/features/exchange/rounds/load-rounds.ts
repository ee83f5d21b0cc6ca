import type { Question } from '../../../../../shared/model/questionnaire.ts';
import type { RoundSheet } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import { createSlotCheck, readRegisters } from '../into/check-slot.ts';
import type { LinkedQuestion } from '../into/load-target.ts';
import type { SlotCheck } from '../prepare-rows.ts';
import { roundTargets } from './round-targets.ts';

/** A sheet of rounds with the repeat that it is; `repeat` is null for the persons of groups. */
export interface LoadedRounds {
  readonly sheet: RoundSheet;
  readonly repeat: Question | null;
  /** Where in the list the sheet stands whose rounds these lie in; null for interviews, undefined where no sheet is that. */
  readonly parent: number | null | undefined;
  /** One for each question of the sheet's mapping, in its order. */
  readonly linked: readonly LinkedQuestion[];
  readonly checks: readonly (SlotCheck | null)[];
}

/** The sheets that are rounds of something, with the questions that their columns are. @throws AppError NOT_FOUND */
export function loadRounds(
  sql: Statements,
  sheets: readonly RoundSheet[],
  questions: readonly Question[],
  context: { readonly today: string; readonly language: Language },
): LoadedRounds[] {
  const targets = roundTargets(questions);
  const kept = sheets.filter(({ of }) => of !== null);
  const registers = readRegisters(sql, questions);
  return kept.map((sheet): LoadedRounds => {
    const target = targets.find(({ of }) => of === sheet.of);
    if (target === undefined || kept.filter(({ of }) => of === sheet.of).length > 1) throw new AppError('NOT_FOUND');
    const ids = new Map(sheet.links.map(({ key, questionId }) => [key, questionId] as const));
    const linked = sheet.mapping.questions.map((file): LinkedQuestion => {
      const question = target.questions.find(({ id }) => id === ids.get(file.key));
      if (question === undefined) throw new AppError('NOT_FOUND');
      return { file, target: question };
    });
    const checks = linked.map(({ target: question }) => (question === null ? null : createSlotCheck(question, { registers, ...context })));
    return { sheet, repeat: target.repeat, parent: parentOf(target.repeat, kept), linked, checks };
  });
}

function parentOf(repeat: Question | null, sheets: readonly RoundSheet[]): number | null | undefined {
  const persons = sheets.findIndex(({ of }) => of === 'persons');
  if (repeat === null) return null;
  // Of each person of a group: an interview with one person has its rounds directly.
  if (repeat.parentId === null) return repeat.isPerPerson && persons >= 0 ? persons : null;
  const at = sheets.findIndex(({ of }) => of === repeat.parentId);
  return at < 0 ? undefined : at;
}
