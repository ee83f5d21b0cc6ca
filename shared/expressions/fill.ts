import type { AnswerPlace } from '../contract/interviews.ts';
import type { AnswerValue } from '../model/answer.ts';
import type { Question } from '../model/questionnaire.ts';
import { localised, type LocalisedText } from '../model/text.ts';
import { answerWords, type AnswerSpeech } from './answer-words.ts';
import { inInterview } from './compiled.ts';
import { above, slotAt } from './layout.ts';
import { JudgedForm, type FormState } from './state.ts';
import { blank, filledText, namesInTexts } from './text-pieces.ts';

/** The answers that texts are filled from. */
export interface AnswersToFill {
  /** Null while there are no answers at all: every reference is then a blank. */
  readonly state: FormState | null;
  /** What is recorded at a place. */
  readonly valueOf: (place: AnswerPlace) => AnswerValue | null;
}

/** An answer that a text can repeat. */
interface Mentioned {
  readonly question: Question;
  readonly place: AnswerPlace;
  readonly value: AnswerValue;
}

/**
 * The question as it is asked at its place: in every text the answers that it mentions, in the speech's language (XLSForm's `${name}` in
 * labels). In a round that is the same round's answer, or one around it. A question that mentions nothing is itself.
 */
export function filledQuestion(question: Question, instance: number, answers: AnswersToFill, speech: AnswerSpeech): Question {
  if (namesInTexts(question).length === 0) return question;
  const place = { questionId: question.id, instance };
  const said = (text: LocalisedText): LocalisedText => filledWords(text, place, answers, speech);
  const maybe = (text: LocalisedText | null): LocalisedText | null => (text === null ? null : said(text));
  return {
    ...question,
    label: maybe(question.label),
    lead: maybe(question.lead),
    wording: said(question.wording),
    hint: maybe(question.hint),
    instruction: maybe(question.instruction),
    unit: maybe(question.unit),
    requiredMessage: maybe(question.requiredMessage),
    options: question.options.map((option) => ({ ...option, label: said(option.label) })),
    checks: question.checks.map((check) => ({ ...check, message: said(check.message) })),
  };
}

/** A text with the answers that it mentions; `from` is where it stands, null outside all questions (the title of a section). */
export function filledWords(text: LocalisedText, from: AnswerPlace | null, answers: AnswersToFill, speech: AnswerSpeech): LocalisedText {
  const words = localised(text, speech.language);
  return words.includes('${') ? { [speech.language]: filled(words, from, answers, speech) } : text;
}

/** The answers that names mean at a place, null for those not there: when one is another, so are the texts that call them. */
export function mentionedValues(
  names: readonly string[],
  from: AnswerPlace | null,
  answers: AnswersToFill,
): readonly (AnswerValue | null)[] {
  const seen = new Set<string>();
  const valuesOf = (called: readonly string[], at: AnswerPlace | null, isOuter: boolean): (AnswerValue | null)[] =>
    called.flatMap((name) => {
      const found = mentioned(name, at, answers);
      const key = found === null ? name : `${found.place.questionId} ${found.place.instance}`;
      if (seen.has(key)) return [];
      seen.add(key);
      // The label of an option may mention an answer too.
      const inner = found === null || !isOuter ? [] : valuesOf(namesInTexts(found.question), found.place, false);
      return [found?.value ?? null, ...inner];
    });
  return valuesOf(names, from, true);
}

/** A text with the answers in it; labels of answers are filled as well, and what they mention in turn is not. */
function filled(text: string, from: AnswerPlace | null, answers: AnswersToFill, speech: AnswerSpeech, isInside = false): string {
  return filledText(text, (name) => {
    const found = mentioned(name, from, answers);
    if (found === null) return blank;
    const words = answerWords(found.question, found.value, speech);
    // What a person wrote stands as written; only a form's own words mention anything.
    const isOwn = found.value.kind === 'code' || found.value.kind === 'codes';
    const said = isOwn && !isInside ? filled(words, found.place, answers, speech, true) : isOwn ? filledText(words, () => blank) : words;
    return said.trim() === '' ? blank : said;
  });
}

/** The answer that a name means at a place; null where it is not given, not asked, or breaks a hard check. */
function mentioned(name: string, from: AnswerPlace | null, { state, valueOf }: AnswersToFill): Mentioned | null {
  const found = state instanceof JudgedForm ? placeNamed(state, from, name) : null;
  if (state === null || found === null || !state.isAsked(found.place)) return null;
  if (state.checksBroken(found.place).some(({ severity }) => severity === 'hard')) return null;
  const value = found.question.type === 'calculated' ? state.calculated(found.place) : valueOf(found.place);
  return value === null ? null : { ...found, value };
}

/**
 * The question called so, in the round that is meant; outside its rounds only where there is one alone. A repeat at one of its own rounds
 * sees the answers in it.
 */
function placeNamed(state: JudgedForm, from: AnswerPlace | null, name: string): Pick<Mentioned, 'question' | 'place'> | null {
  const { layout } = state;
  const { questions, indexById, indexByName } = state.form.structure;
  const target = indexByName.get(name);
  const placed = questions[target ?? -1];
  if (target === undefined || placed === undefined) return null;
  const instance = from?.instance ?? 0;
  const own = questions[indexById.get(from?.questionId ?? '') ?? -1];
  const around = own?.chain ?? [inInterview];
  const isRound = own?.question.type === 'repeat' && slotAt(layout, own.index, instance) === -1;
  const chain = isRound ? [own.index, ...around] : around;
  const levels = chain.indexOf(placed.container);
  const slots = layout.slots[target] ?? [];
  const slot =
    levels === -1
      ? slots.length === 1
        ? slots[0]
        : undefined
      : slotAt(layout, target, placed.container === inInterview ? 0 : above(layout, instance, levels));
  const place = layout.places[slot ?? -1];
  return place === undefined ? null : { question: placed.question, place };
}
