import { printedCode, reasonLetters, type AnswerOption, type Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import { optionWords, reasonMessages, spokenAnswer, type NameOf } from './answer-sentence.ts';
import { filledAt } from './entry-filled.ts';
import { spotsOf, type Block, type Spot } from './entry-layout.ts';
import { isAsked, offeredAt, placeOf, valueAt, type EntryModel } from './entry-model.ts';

/**
 * What a screen reader says of a question: "Question 9 of 24. I am met with respect. Row 1 of 4. Not answered. Five answers,
 * 1 strongly disagree to 5 strongly agree. V don't know."
 */
export function questionSentence(model: EntryModel, spot: Spot, language: Language, say: Say, nameOf: NameOf = () => ''): string {
  const speech = { language, say, nameOf };
  const question = filledAt(model, spot, speech);
  const value = valueAt(model, spot);
  const row = gridPlace(model, spot);
  const parts = [
    ...notesBefore(model, spot).map((note) => localised(filledAt(model, note, speech).wording, language)),
    say('interviews.voice.question', { number: question.number, of: lastNumber(model) }),
    localised(question.lead ?? {}, language),
    localised(question.wording, language),
    localised(question.hint ?? {}, language),
    localised(question.instruction ?? {}, language),
    model.state.isRequired(placeOf(spot)) ? say('entry.required') : '',
    turnSentence(model, spot, say),
    row === null ? '' : say('interviews.voice.row', { row: row.row, of: row.of }),
    value === null ? say('interviews.voice.unanswered') : spokenAnswer(question, value, language, say, nameOf),
    optionsSentence(question, offeredAt(model, spot), language, say),
    question.reasons.map((reason) => `${reasonLetters[reason]} ${say(reasonMessages[reason])}`).join(', '),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/[.?!]?$/u, (end) => (end === '' ? '.' : end)))
    .join(' ');
}

/** Notes that stand right before a question: the keys do not stop at them, so they are read with what follows. */
function notesBefore({ layout, ...model }: EntryModel, spot: Spot): readonly Spot[] {
  const before = layout.spots.slice(0, layout.spots.indexOf(spot)).toReversed();
  const end = before.findIndex(({ question, sectionId }) => question.type !== 'note' || sectionId !== spot.sectionId);
  const notes = end === -1 ? before : before.slice(0, end);
  return notes.filter((note) => isAsked({ layout, ...model }, note)).toReversed();
}

/** The last number that is printed: those in a round (14.1) are counted with what is repeated. */
function lastNumber({ layout }: EntryModel): number {
  return Math.max(...layout.spots.map(({ question }) => Number.parseInt(question.number, 10)).filter((number) => !Number.isNaN(number)), 0);
}

function turnSentence({ layout, interview }: EntryModel, { turn, question }: Spot, say: Say): string {
  if (turn === null) return '';
  if (turn.questionId === null) return say('entry.person.of', { number: layout.persons.indexOf(turn) + 1, of: layout.persons.length });
  const rounds = interview.turns.filter((other) => other.questionId === turn.questionId && other.parentInstance === turn.parentInstance);
  return question.type === 'repeat' ? '' : say('entry.round.of', { number: rounds.indexOf(turn) + 1, of: rounds.length });
}

function optionsSentence(question: Question, options: readonly AnswerOption[], language: Language, say: Say): string {
  const [first, last] = [options[0], options.at(-1)];
  if (first === undefined || last === undefined) return '';
  const name = (code: number): string => `${printedCode(question, code)} ${optionWords(question, code, language, say)}`;
  return say('interviews.voice.options', { count: options.length, first: name(first.code), last: name(last.code) });
}

/** Where a row stands in its grid; null for a question of its own. */
function gridPlace({ layout }: EntryModel, spot: Spot): { readonly row: number; readonly of: number } | null {
  const section = layout.sections.find((candidate) => candidate.section.id === spot.sectionId);
  const grid = section === undefined ? undefined : findBlock(section.blocks, spot.blockKey);
  if (grid?.kind !== 'grid') return null;
  return { row: spotsOf(grid).indexOf(spot) + 1, of: grid.spots.length };
}

function findBlock(blocks: readonly Block[], key: string): Block | undefined {
  for (const block of blocks) {
    if (block.key === key) return block;
    const inside = block.kind === 'round' ? findBlock(block.blocks, key) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
