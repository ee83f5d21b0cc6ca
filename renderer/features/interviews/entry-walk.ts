import type { Turn } from '../../../shared/contract/interviews.ts';
import { isStop, type SectionLayout, type Spot } from './entry-layout.ts';
import { isAsked, needsLook, valueAt, type EntryModel } from './entry-model.ts';
import type { PlaceKey } from './entry-place.ts';

/** The next spot that is asked and takes something, or null at an end. From null (the last page) back to the last one. */
export function neighbour(model: EntryModel, from: PlaceKey | null, by: -1 | 1): Spot | null {
  return along(model, from, by).find((spot) => isStop(spot) && isAsked(model, spot)) ?? null;
}

/**
 * The next spot without an answer or with one that must be looked at; null when there is none that way. `also` are spots that wait
 * for something the model does not know of.
 */
export function nextOpen(
  model: EntryModel,
  from: PlaceKey | null,
  by: -1 | 1,
  also: Pick<ReadonlySet<PlaceKey>, 'has'> = new Set(),
): Spot | null {
  return along(model, from, by).find((spot) => needsLook(model, spot) || also.has(spot.key)) ?? null;
}

function along({ layout }: EntryModel, from: PlaceKey | null, by: -1 | 1): readonly Spot[] {
  const index = from === null ? layout.spots.length : layout.spots.findIndex((spot) => spot.key === from);
  return by === 1 ? layout.spots.slice(index + 1) : layout.spots.slice(0, Math.max(0, index)).toReversed();
}

/** The spot after this question, or after the grid it is a row of, when nothing has been answered there; else null. */
export function comingSpot(model: EntryModel, from: Spot | null): Spot | null {
  const rest = from === null ? [] : along(model, from.key, 1);
  const next = rest.find((spot) => spot.blockKey !== from?.blockKey && isStop(spot) && isAsked(model, spot));
  return next === undefined || next.kind === 'more' || valueAt(model, next) !== null ? null : next;
}

/** First spot of the section before or after, or of this one when going back from its middle. */
export function neighbourSection(model: EntryModel, from: PlaceKey | null, by: -1 | 1): Spot | null {
  const { sections } = model.layout;
  const here = from === null ? undefined : model.layout.byKey.get(from);
  const found = sections.findIndex(({ section }) => section.id === here?.sectionId);
  const index = found === -1 ? sections.length : found;
  const own = firstStop(model, sections[index]);
  if (by === -1 && own !== null && own.key !== from) return own;
  const rest = by === 1 ? sections.slice(index + 1) : sections.slice(0, index).toReversed();
  return rest.map((section) => firstStop(model, section)).find((spot) => spot !== null) ?? null;
}

export function firstStop(model: EntryModel, section: SectionLayout | undefined): Spot | null {
  return section?.spots.find((spot) => isStop(spot) && isAsked(model, spot)) ?? null;
}

/**
 * The spot of a question's printed number as people type it ("08" is 8, "8A" is 8a), in the round or person of `near` where the
 * question is asked several times; null when there is none.
 */
export function spotNumbered({ layout }: EntryModel, typed: string, near: Spot | null = null): Spot | null {
  const found = layout.spots.filter((spot) => spot.kind === 'question' && plainNumber(spot.question.number) === plainNumber(typed));
  return found.find((spot) => spot.instance === near?.instance) ?? found[0] ?? null;
}

/** The spot that a deed names: "8", or in a round or person "8 (P2.3)". */
export function spotOfDeed(model: EntryModel, named: string, near: Spot | null): Spot | null {
  const [, number = named, mark] = /^(.*?)(?: \((.+)\))?$/u.exec(named) ?? [];
  const { spots } = model.layout;
  const marked = spots.find(
    ({ question, turn }) => question.number === number && mark !== undefined && markOf(model.interview.turns, turn) === mark,
  );
  return marked ?? spotNumbered(model, number, near);
}

/** How a turn is told apart in a deed's name: "P2", "3", or "P2.3" for a round in a person. */
function markOf(turns: readonly Turn[], turn: Turn | null): string {
  if (turn === null) return '';
  const own = turn.questionId === null ? turn.label : String(turn.ordinal);
  const outer = markOf(turns, turns.find(({ instance }) => instance === turn.parentInstance) ?? null);
  return outer === '' ? own : `${outer}.${own}`;
}

function plainNumber(number: string): string {
  return number
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/u, '');
}
