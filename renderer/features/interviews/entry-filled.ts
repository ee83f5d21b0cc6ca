import type { AnswerPlace } from '../../../shared/contract/interviews.ts';
import type { AnswerSpeech } from '../../../shared/expressions/answer-words.ts';
import { isSameAnswer, type AnswerValue } from '../../../shared/model/answer.ts';
import { filledQuestion, filledWords, mentionedValues, type AnswersToFill } from '../../../shared/expressions/fill.ts';
import { namesIn, namesInTexts } from '../../../shared/expressions/text-pieces.ts';
import type { Question, Section } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import { optionWords, type NameOf } from './answer-sentence.ts';
import { blockerOf } from './entry-because.ts';
import { spotsOf, type Block, type Spot } from './entry-layout.ts';
import { isAsked, type EntryModel } from './entry-model.ts';
import { keyOf } from './entry-place.ts';

/** What the answers that texts mention are said with. */
export interface EntrySpeech {
  readonly language: Language;
  readonly say: Say;
  readonly nameOf: NameOf;
}

/** A question, in one of the turns it is asked in; of a repeat's heading, the round. */
type Asked = Pick<Spot, 'question' | 'instance'>;

/** The question as it is asked here, with the answers that its texts mention; itself where they mention none. */
export function filledAt(model: EntryModel, { question, instance }: Asked, { language, say, nameOf }: EntrySpeech): Question {
  if (namesInTexts(question).length === 0) return question;
  return filledQuestion(question, instance, answersIn(model), spoken({ language, say, nameOf }));
}

/** The title of a section with the answers that it mentions. */
export function titleOf(model: EntryModel, { title }: Pick<Section, 'title'>, speech: EntrySpeech): string {
  const words = localised(title, speech.language);
  return words.includes('${') ? localised(filledWords(title, null, answersIn(model), spoken(speech)), speech.language) : words;
}

function spoken({ language, say, nameOf }: EntrySpeech): AnswerSpeech {
  return { language, optionWords: (of, code) => optionWords(of, code, language, say), nameOf };
}

/** Whether a section's title says the same in two states of one interview. */
export function hasSameTitle(before: EntryModel, now: EntryModel, { title }: Pick<Section, 'title'>): boolean {
  return before === now || hasSameValues(before, now, namesIn(title), null);
}

/** Whether what blocks say is the same in two states of one interview, as far as answers stand in it. */
export function saysTheSame(before: EntryModel, now: EntryModel, blocks: readonly Block[]): boolean {
  if (before === now || !mentionsAnswers(now.form)) return true;
  return blocks.flatMap((block) => askedIn(now, block)).every((asked) => hasSameMentions(before, now, asked));
}

function hasSameMentions(before: EntryModel, now: EntryModel, { question, instance }: Asked): boolean {
  return hasSameValues(before, now, namesInTexts(question), { questionId: question.id, instance });
}

function hasSameValues(before: EntryModel, now: EntryModel, names: readonly string[], from: AnswerPlace | null): boolean {
  if (names.length === 0) return true;
  const [then, here] = [before, now].map((model) => mentionedValues(names, from, answersIn(model)));
  return then?.length === here?.length && then?.every((value, index) => isSameAnswer(value, here?.[index] ?? null)) === true;
}

/** Everything whose words stand in a block: headings of rounds, its questions, and the answers that keep some from being asked. */
function askedIn(model: EntryModel, block: Block): readonly Asked[] {
  if (block.kind === 'round')
    return [{ question: block.repeat, instance: block.turn.instance }, ...block.blocks.flatMap((inner) => askedIn(model, inner))];
  return spotsOf(block).flatMap((spot) => [spot, ...(isAsked(model, spot) ? [] : [blockerOf(model, spot) ?? []].flat())]);
}

const known = new WeakMap<EntryModel['form'], boolean>();

/** Whether any text of a form mentions an answer. Found out once: rows ask at every key. */
function mentionsAnswers(form: EntryModel['form']): boolean {
  const before = known.get(form);
  if (before !== undefined) return before;
  const found = form.structure.questions.some(({ question }) => namesInTexts(question).length > 0);
  known.set(form, found);
  return found;
}

function answersIn({ state, overlay, records }: EntryModel): AnswersToFill {
  return {
    state,
    valueOf: (place): AnswerValue | null => {
      const key = keyOf(place);
      const over = overlay.get(key);
      return over === undefined ? (records.get(key)?.value ?? null) : over;
    },
  };
}
