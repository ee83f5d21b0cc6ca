import type { AnswerValue, ConfirmReason } from '../../../shared/model/answer.ts';
import { printedCode, yesCode, type MissingReason, type Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import type { Say } from '../../lib/text.ts';

/** Message ids of the reasons for a missing answer. */
export const reasonMessages: Readonly<Record<MissingReason, MessageId>> = {
  'dont-know': 'interviews.reason.dontKnow',
  'prefer-not-to-say': 'interviews.reason.preferNotToSay',
  'not-applicable': 'interviews.reason.notApplicable',
  illegible: 'interviews.reason.illegible',
  skipped: 'interviews.reason.skipped',
};

/** Message ids of the reasons why an unusual answer, or a change, is right. */
export const confirmMessages: Readonly<Record<ConfirmReason, MessageId>> = {
  'confirmed-by-participant': 'interviews.confirm.participant',
  'as-on-form': 'interviews.confirm.form',
  'reasonable-here': 'interviews.confirm.reasonable',
  other: 'interviews.confirm.other',
};

/** An option's words in the interview's language; yes and no, and the points of a scale, have none of their own. */
export function optionWords(question: Pick<Question, 'type' | 'options'>, code: number, language: Language, say: Say): string {
  const option = question.options.find((candidate) => candidate.code === code);
  const label = option === undefined ? '' : localised(option.label, language);
  if (label !== '') return label;
  if (question.type === 'yes-no' || question.type === 'consent') return say(code === yesCode ? 'questionnaires.yes' : 'questionnaires.no');
  return printedCode(question, code);
}

/** What a record of the registers is called; empty while the register is being read. */
export type NameOf = (id: string) => string;
const nameless: NameOf = () => '';

/** A number as it was answered; what was calculated has at most two decimals. */
function numberText({ type }: Question, number: number, language: Language): string {
  const text = String(type === 'calculated' ? Math.round(number * 100) / 100 : number);
  return language === 'en' ? text : text.replace('.', ',');
}

/** An answer as a row shows it: "Litt enig", "6 uker", "vår 2023", "Vil ikke svare". */
export function answerText(question: Question, value: AnswerValue, language: Language, say: Say, nameOf: NameOf = nameless): string {
  switch (value.kind) {
    case 'code':
      return optionWords(question, value.code, language, say);
    case 'codes':
      return value.codes.map((code) => optionWords(question, code, language, say)).join(', ');
    case 'number': {
      const unit = question.unit === null ? '' : localised(question.unit, language);
      return `${numberText(question, value.number, language)} ${unit}`.trim();
    }
    case 'text':
      return value.text;
    case 'date':
      return value.said;
    case 'record':
      return nameOf(value.id);
    case 'draft':
      return say('entry.draft', { typed: value.typed });
    case 'missing':
      return say(reasonMessages[value.reason]);
  }
}

/** An answer as it is said aloud after a key: "4, Litt enig". */
export function spokenAnswer(question: Question, value: AnswerValue, language: Language, say: Say, nameOf?: NameOf): string {
  const words = answerText(question, value, language, say, nameOf);
  if (value.kind !== 'code') return words;
  const printed = printedCode(question, value.code);
  return printed === words ? words : `${printed}, ${words}`;
}
