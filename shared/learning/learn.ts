import { calibrate, Outcomes, type Calibration } from './calibrate.ts';
import { createStemmers } from './features.ts';
import { learnLinear, scoresOf, type Linear, type SparseRow } from './logistic.ts';
import { shownAs, suggestedThemes, type Model } from './model.ts';
import type { HeldOut } from './measure.ts';
import { chooseFeatures, FeatureBook, toRow, type ReadText } from './vocabulary.ts';

/** A text somebody has coded or read, with its themes; none where it was read and nothing fitted. */
export interface Example {
  readonly person: string;
  readonly body: string;
  readonly language: string;
  readonly themes: readonly string[];
  /** A person decided without being shown a suggestion or a search: only such texts tell how good suggestions are. */
  readonly isMeasured: boolean;
}

/** What came of learning. */
export interface Lessons {
  readonly model: Model;
  /** Every text that may be measured on, with what a model that had seen none of its person's words suggested for it. */
  readonly heldOut: readonly HeldOut[];
}

export const foldCount = 5;
/** Persons a theme needs before it can be suggested. */
export const fewestPersons = 10;
const textsPerStep = 25;

/** Which fifth a person is in: by a hash of their id (FNV-1a), so that it stays the same whoever else comes or goes. */
export function foldOf(person: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < person.length; at += 1) hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193) >>> 0;
  return hash % foldCount;
}

/** Themes that at least ten persons have, in the order of their ids. */
export function teachable(examples: readonly Example[]): string[] {
  const persons = new Map<string, Set<string>>();
  for (const { person, themes } of examples) {
    for (const theme of themes) {
      const known = persons.get(theme) ?? new Set();
      persons.set(theme, known.add(person));
    }
  }
  return [...persons].flatMap(([theme, by]) => (by.size >= fewestPersons ? [theme] : [])).toSorted();
}

/** Examples as numbers, read once for all turns. */
interface Read {
  readonly book: FeatureBook;
  readonly texts: readonly ReadText[];
  readonly folds: readonly number[];
  readonly labels: readonly Int32Array[];
}

/**
 * Learns from examples, five times with one fifth of the persons held out and once from all. What the five say of the persons they
 * have not seen turns scores into sureness, and is what suggestions are measured by. Null where no theme has ten persons. Deterministic,
 * whatever order the examples come in. Yields every few milliseconds of work.
 */
export function* learn(given: readonly Example[]): Generator<undefined, Lessons | null> {
  const themes = teachable(given);
  if (themes.length === 0) return null;
  const examples = given.toSorted((a, b) => order(a.person, b.person) || order(a.body, b.body) || order(a.themes.join(), b.themes.join()));
  const read = yield* readAll(examples, themes);
  const held: (Float32Array | null)[] = examples.map(() => null);
  const turns: { places: ReadonlyMap<string, number>; rowOf: (at: number) => SparseRow; linear: Linear; idf: Float32Array }[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const own = examples.flatMap((_, at) => (read.folds[at] === fold ? [at] : []));
    if (own.length === 0 || own.length === examples.length) continue;
    const others = examples.flatMap((_, at) => (read.folds[at] === fold ? [] : [at]));
    const turn = yield* learnFrom(read, others, themes.length);
    for (const [n, at] of own.entries()) {
      held[at] = scoresOf(turn.linear, turn.rowOf(at));
      if (n % textsPerStep === 0) yield;
    }
    turns[fold] = turn;
  }
  const outcomes: Outcomes[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    outcomes.push(outcomesOf(examples, read, held, fold));
    yield;
  }
  const heldOut: HeldOut[] = [];
  const stemmers = createStemmers();
  for (const [fold, turn] of turns.entries()) {
    if (turn === undefined) continue;
    // Sureness for a fifth comes from the other four, so that nothing it is measured by was fitted to it.
    const calibration = calibrate(outcomes.filter((_, other) => other !== fold));
    const model = { themes, ...turn, calibration, written: [], stemmers };
    for (const [at, example] of examples.entries()) {
      if (read.folds[at] !== fold || !example.isMeasured) continue;
      const suggested = suggestedThemes(model, turn.rowOf(at)).map(({ theme }) => theme);
      heldOut.push({ person: example.person, suggested, coded: example.themes });
      if (heldOut.length % textsPerStep === 0) yield;
    }
  }
  const whole = yield* learnFrom(
    read,
    examples.map((_, at) => at),
    themes.length,
  );
  return { model: finished(whole, themes, calibrate(outcomes), read.book), heldOut };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* readAll(examples: readonly Example[], themes: readonly string[]): Generator<undefined, Read> {
  const book = new FeatureBook();
  const persons = new Map<string, number>();
  const placeOf = new Map(themes.map((theme, place) => [theme, place]));
  const texts: ReadText[] = [];
  for (const [at, { body, language, person }] of examples.entries()) {
    const number = persons.get(person) ?? persons.size;
    persons.set(person, number);
    texts.push({ features: book.read(body, language), person: number });
    if (at % textsPerStep === 0) yield;
  }
  return {
    book,
    texts,
    folds: examples.map(({ person }) => foldOf(person)),
    labels: examples.map(({ themes: own }) => Int32Array.from(new Set(own.flatMap((theme) => placeOf.get(theme) ?? [])))),
  };
}

/** One model from some of the texts: nothing of the others is in it, not even which words there are. */
function* learnFrom({ book, texts, labels }: Read, from: readonly number[], themes: number) {
  const chosen = yield* chooseFeatures(
    from.flatMap((at) => texts[at] ?? []),
    book.names.length,
  );
  yield;
  const placeOf = new Int32Array(book.names.length).fill(-1);
  for (const [place, number] of chosen.kept.entries()) placeOf[number] = place;
  const rowOf = (at: number): SparseRow => {
    const features = texts[at]?.features ?? new Int32Array();
    return toRow(
      features.map((number) => placeOf[number] ?? -1).filter((place) => place >= 0),
      chosen.idf,
    );
  };
  const rows: SparseRow[] = [];
  for (const [n, at] of from.entries()) {
    rows.push(rowOf(at));
    if (n % (textsPerStep * 4) === 0) yield;
  }
  const lesson = { rows, labels: from.map((at) => labels[at] ?? new Int32Array()), features: chosen.kept.length, themes };
  const linear = yield* learnLinear(lesson);
  const places = new Map(Array.from(chosen.kept, (number, place) => [book.names[number] ?? '', place] as const));
  return { linear, rowOf, idf: chosen.idf, places, kept: chosen.kept };
}

/** How the scores of one fifth's persons turned out. */
function outcomesOf(examples: readonly Example[], { folds, labels }: Read, held: readonly (Float32Array | null)[], fold: number): Outcomes {
  const found = new Outcomes();
  for (const [at, { isMeasured }] of examples.entries()) {
    const scores = held[at];
    if (folds[at] !== fold || !isMeasured || scores == null) continue;
    for (const [theme, score] of scores.entries()) found.add(score, labels[at]?.includes(theme) ?? false);
  }
  return found;
}

function finished(
  { linear, idf, places, kept }: { linear: Linear; idf: Float32Array; places: ReadonlyMap<string, number>; kept: Int32Array },
  themes: readonly string[],
  calibration: Calibration,
  book: FeatureBook,
): Model {
  const written = Array.from(kept, (number) => shownAs(book.names[number] ?? '', book.written[number] ?? ''));
  return { themes, places, idf, linear, calibration, written, stemmers: createStemmers() };
}
