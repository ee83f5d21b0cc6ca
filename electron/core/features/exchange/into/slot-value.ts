import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import { missingReasons, type Question } from '../../../../../shared/model/questionnaire.ts';
import { readSpokenDate } from '../../../../../shared/model/spoken-date.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { toColumns } from '../../interviews/stored-value.ts';
import type { AnswerSlot } from '../prepare-rows.ts';
import type { LinkedQuestion } from './load-target.ts';

/** What a date is read against. */
export interface DateContext {
  readonly today: string;
  readonly language: Language;
}

/**
 * A row's value as entry keeps it; null where nothing is recorded. "Not asked" is nothing here: whether a question is asked follows
 * from the other answers.
 */
export function slotValue(slot: AnswerSlot, { file, target }: LinkedQuestion, context: DateContext): AnswerValue | null {
  if (slot === null) return null;
  if (typeof slot === 'object') {
    const reason = missingReasons.find((known) => known === slot.missing);
    return reason === undefined ? null : { kind: 'missing', reason };
  }
  if (typeof slot === 'number') return file.kind === 'number' ? { kind: 'number', number: slot } : { kind: 'code', code: slot };
  if (file.kind === 'multiple')
    return {
      kind: 'codes',
      codes: slot
        .split(' ')
        .filter((part) => part !== '')
        .map(Number),
    };
  if (file.kind === 'date') return plainDate(slot);
  if (target?.type === 'register') return { kind: 'record', id: slot };
  if (target?.type === 'date') return spokenDate(slot, target, context);
  return { kind: 'text', text: slot };
}

/** A day, or a day with a time, in the ISO form that the reader gives. */
export function plainDate(slot: string): Extract<AnswerValue, { kind: 'date' }> {
  const [day = slot, clock] = slot.split('T');
  if (clock === undefined) return { kind: 'date', said: day, sortOn: day, precision: 'day' };
  const time = clock.slice(0, 5);
  return { kind: 'date', said: `${day} ${time}`, sortOn: `${day}T${time}`, precision: 'minute' };
}

function spokenDate(slot: string, { dateForm }: Question, context: DateContext): AnswerValue {
  const read = readSpokenDate(slot, { form: dateForm, ...context });
  return read === null ? { kind: 'draft', typed: slot } : { kind: 'date', ...read };
}

/** Whether two values say the same: dates by what they mean, not by how they were said. */
export function saysTheSame(one: AnswerValue | null, other: AnswerValue | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'date' && other.kind === 'date') return one.sortOn === other.sortOn && one.precision === other.precision;
  if (one.kind === 'text' && other.kind === 'text') return one.text.trim() === other.text.trim();
  return one.kind === other.kind && JSON.stringify(toColumns(one)) === JSON.stringify(toColumns(other));
}
