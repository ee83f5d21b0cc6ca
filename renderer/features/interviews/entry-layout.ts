import type { Turn } from '../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';
import { takesAnswer, type Question, type QuestionnaireVersion, type Section } from '../../../shared/model/questionnaire.ts';
import { placeKey, type PlaceKey } from './entry-place.ts';

/** A question in one of the turns it is asked in. `more` stands after a repeat's rounds and asks for one more. */
export interface Spot {
  readonly key: PlaceKey;
  readonly question: Question;
  readonly instance: number;
  readonly kind: 'question' | 'more';
  /** The round or person it belongs to. */
  readonly turn: Turn | null;
  readonly sectionId: string;
  /** The block it is drawn in. */
  readonly blockKey: string;
  /** Its place among all spots, from 0. */
  readonly order: number;
}

/** What the column is made of, from the top. */
export type Block =
  | { readonly kind: 'question'; readonly key: string; readonly spot: Spot }
  | { readonly kind: 'more'; readonly key: string; readonly spot: Spot }
  /** Rows of one scale under one lead, drawn as a grid. */
  | { readonly kind: 'grid'; readonly key: string; readonly spots: readonly Spot[] }
  /** One question asked of each person of a group. */
  | { readonly kind: 'persons'; readonly key: string; readonly spots: readonly Spot[] }
  | {
      readonly kind: 'round';
      readonly key: string;
      readonly repeat: Question;
      readonly turn: Turn;
      readonly number: number;
      readonly depth: number;
      readonly blocks: readonly Block[];
    };

export interface SectionLayout {
  readonly section: Section;
  readonly blocks: readonly Block[];
  /** Every spot of the section, rounds and persons unfolded, in asking order. */
  readonly spots: readonly Spot[];
}

/** The form as it is asked in one interview, with its persons and rounds. */
export interface EntryLayout {
  readonly sections: readonly SectionLayout[];
  readonly spots: readonly Spot[];
  readonly byKey: ReadonlyMap<PlaceKey, Spot>;
  readonly persons: readonly Turn[];
}

/** Widest scale that still fits side by side in a grid. */
const mostColumns = 7;

interface Place {
  readonly section: Section;
  readonly turns: readonly Turn[];
  readonly persons: readonly Turn[];
  /** The round one is in, or null at the top. */
  readonly round: Turn | null;
  readonly depth: number;
  /** How many spots have been laid out. */
  readonly count: { spots: number };
}

/** Lays out a version for these turns. Answers play no part, so that it holds until a turn comes or goes. */
export function layOut(version: Pick<QuestionnaireVersion, 'sections'>, turns: readonly Turn[]): EntryLayout {
  const inOrder = turns.toSorted((a, b) => a.ordinal - b.ordinal || a.instance - b.instance);
  const persons = inOrder.filter((turn) => turn.questionId === null);
  const count = { spots: 0 };
  const sections = version.sections.map((section): SectionLayout => {
    const blocks = layOutLevel({ section, turns: inOrder, persons, round: null, depth: 0, count }, null);
    return { section, blocks, spots: blocks.flatMap(spotsOf) };
  });
  const spots = sections.flatMap((section) => section.spots);
  return { sections, spots, byKey: new Map(spots.map((spot) => [spot.key, spot])), persons };
}

/** The spots of a block in asking order. */
export function spotsOf(block: Block): readonly Spot[] {
  if ('spot' in block) return [block.spot];
  return 'blocks' in block ? block.blocks.flatMap(spotsOf) : block.spots;
}

function layOutLevel(place: Place, parentId: QuestionId | null): Block[] {
  const level = place.section.questions.filter((question) => parentOf(place.section, question) === parentId);
  const blocks: Block[] = [];
  for (let index = 0; index < level.length; index += 1) {
    const question = level[index];
    if (question === undefined) continue;
    if (question.type === 'repeat') {
      const around = question.isPerPerson && place.round === null && place.persons.length > 0 ? place.persons : [place.round];
      blocks.push(...around.flatMap((turn) => layOutRounds(place, question, turn)));
      continue;
    }
    const rows = gridFrom(level, index);
    if (rows.length > 1) {
      const key = `grid/${placeKey(question.id, place.round?.instance ?? 0)}`;
      blocks.push({ kind: 'grid', key, spots: rows.map((row) => spotAt(place, row, place.round, key)) });
      index += rows.length - 1;
    } else {
      blocks.push(layOutQuestion(place, question));
    }
  }
  return blocks;
}

/** The repeat a question lies in; one that names something else is asked once, at the top. */
function parentOf(section: Section, question: Question): QuestionId | null {
  const parent = section.questions.find((other) => other.id === question.parentId);
  return parent?.type === 'repeat' ? parent.id : null;
}

function layOutQuestion(place: Place, question: Question): Block {
  if (question.isPerPerson && place.round === null && place.persons.length > 0) {
    const key = `persons/${question.id}`;
    return { kind: 'persons', key, spots: place.persons.map((person) => spotAt(place, question, person, key)) };
  }
  const key = placeKey(question.id, place.round?.instance ?? 0);
  return { kind: 'question', key, spot: spotAt(place, question, place.round, key) };
}

function layOutRounds(place: Place, repeat: Question, around: Turn | null): Block[] {
  const parent = around?.instance ?? 0;
  const rounds = place.turns.filter((turn) => turn.questionId === repeat.id && turn.parentInstance === parent);
  const blocks = rounds.map((turn, index): Block => ({
    kind: 'round',
    key: `round/${turn.instance}`,
    repeat,
    turn,
    number: index + 1,
    depth: place.depth + 1,
    blocks: layOutLevel({ ...place, round: turn, depth: place.depth + 1 }, repeat.id),
  }));
  // With a count of its own the form makes the rounds; otherwise the interviewer is asked after each.
  if (repeat.repeatCount !== null) return blocks;
  const key = placeKey(repeat.id, parent);
  return [...blocks, { kind: 'more', key, spot: { ...spotAt(place, repeat, around, key), kind: 'more' } }];
}

function spotAt({ section, count }: Place, question: Question, turn: Turn | null, blockKey: string): Spot {
  const instance = turn?.instance ?? 0;
  const order = count.spots;
  count.spots += 1;
  return { key: placeKey(question.id, instance), question, instance, kind: 'question', turn, sectionId: section.id, blockKey, order };
}

/** The rows of a grid that begins at `index`: questions of one scale under one lead that follow each other. */
function gridFrom(level: readonly Question[], index: number): readonly Question[] {
  const first = level[index];
  if (first === undefined || !canBeRow(first)) return [];
  const rest = level.slice(index);
  const end = rest.findIndex((question) => !isRowWith(first, question));
  return end === -1 ? rest : rest.slice(0, end);
}

function canBeRow(question: Question): boolean {
  return (
    question.type === 'scale' &&
    question.scaleId !== null &&
    !question.isPerPerson &&
    !question.hasRandomOrder &&
    question.optionFilter === null &&
    question.options.length >= 2 &&
    question.options.length <= mostColumns
  );
}

function isRowWith(first: Question, question: Question): boolean {
  return canBeRow(question) && question.scaleId === first.scaleId && JSON.stringify(question.lead) === JSON.stringify(first.lead);
}

/** Whether the keys stop here on their way: notes and calculated values are only read. */
export function isStop(spot: Spot): boolean {
  return spot.kind === 'more' || takesAnswer(spot.question);
}
