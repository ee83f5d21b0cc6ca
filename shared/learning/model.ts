import type { TextRange } from '../texts/index.ts';
import { surenessOf, type Calibration } from './calibrate.ts';
import { featuresOf, isNegatedFeature, type Stemmers } from './features.ts';
import { scoresOf, type Linear, type SparseRow } from './logistic.ts';
import { toRow } from './vocabulary.ts';

/** A trained model: everything a suggestion and its reasons come from. */
export interface Model {
  readonly themes: readonly string[];
  /** Place of each feature that counts. */
  readonly places: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  readonly linear: Linear;
  readonly calibration: Calibration;
  /** By place: how the feature was written, and whether it is a word after "not". */
  readonly stemmers: Stemmers;
  readonly written: readonly { readonly text: string; readonly isNegated: boolean }[];
}

export interface ModelSuggestion {
  readonly theme: string;
  /** 0–1, see `calibrate`. */
  readonly sureness: number;
  /** The words that spoke for it most, in reading order. */
  readonly words: readonly TextRange[];
}

export const mostSuggestions = 3;
/** A suggestion that is wrong more than seven times in ten is noise. */
export const leastSureness = 0.3;
const mostReasons = 3;
const mostWords = 6;
/** A word that weighs less than this part of the weightiest is no reason. */
const reasonShare = 0.25;

/** Themes for a text, the surest first: at most three, none that is less sure than `leastSureness`, none without a word that speaks for it. */
export function suggest(model: Model, body: string, language: string, except: ReadonlySet<string> = new Set()): ModelSuggestion[] {
  const features = featuresOf(body, language, model.stemmers);
  const row = rowOf(model, features.keys());
  const placeToRanges = new Map<number, readonly TextRange[]>();
  for (const [name, ranges] of features) {
    const place = model.places.get(name);
    if (place !== undefined) placeToRanges.set(place, ranges);
  }
  return ranked(model, row, except).flatMap(({ theme, sureness }) => {
    const words = reasons(model, row, theme, placeToRanges);
    return words.length === 0 ? [] : [{ theme: model.themes[theme] ?? '', sureness, words }];
  });
}

/** The same without the reasons, for many texts. */
export function suggestedThemes(
  model: Model,
  row: SparseRow,
  except: ReadonlySet<string> = new Set(),
): { theme: string; sureness: number }[] {
  return ranked(model, row, except)
    .filter(({ theme }) => contributions(model, row, theme).length > 0)
    .map(({ theme, sureness }) => ({ theme: model.themes[theme] ?? '', sureness }));
}

/** A text as the model sees it. */
export function rowOf({ places, idf }: Pick<Model, 'places' | 'idf'>, names: Iterable<string>): SparseRow {
  const found: number[] = [];
  for (const name of names) {
    const place = places.get(name);
    if (place !== undefined) found.push(place);
  }
  return toRow(found, idf);
}

function ranked(
  { themes, linear, calibration }: Model,
  row: SparseRow,
  except: ReadonlySet<string>,
): { theme: number; sureness: number }[] {
  if (row.ids.length === 0) return [];
  const scores = scoresOf(linear, row);
  const all = themes.map((id, theme) => ({ id, theme, score: scores[theme] ?? 0 }));
  return all
    .filter(({ id }) => !except.has(id))
    .toSorted((a, b) => b.score - a.score || a.theme - b.theme)
    .slice(0, mostSuggestions)
    .map(({ theme, score }) => ({ theme, sureness: surenessOf(calibration, score) }))
    .filter(({ sureness }) => sureness >= leastSureness);
}

function contributions({ linear }: Model, row: SparseRow, theme: number): { place: number; weight: number }[] {
  const found: { place: number; weight: number }[] = [];
  for (let n = 0; n < row.ids.length; n += 1) {
    const place = row.ids[n] ?? 0;
    const weight = (row.values[n] ?? 0) * (linear.weights[place * linear.themes + theme] ?? 0);
    if (weight > 0) found.push({ place, weight });
  }
  return found;
}

function reasons(model: Model, row: SparseRow, theme: number, rangesAt: ReadonlyMap<number, readonly TextRange[]>): TextRange[] {
  const best = contributions(model, row, theme).toSorted((a, b) => b.weight - a.weight || a.place - b.place);
  const least = (best[0]?.weight ?? 0) * reasonShare;
  const ranges = best
    .slice(0, mostReasons)
    .filter(({ weight }) => weight >= least)
    .flatMap(({ place }) => rangesAt.get(place) ?? []);
  const distinct = new Map(ranges.map((range) => [range.start, range]));
  return [...distinct.values()].slice(0, mostWords).toSorted((a, b) => a.start - b.start);
}

/** The words that speak for a theme most, wherever they stand; weightiest first. */
export function weightiest(model: Model, theme: string, most: number): { text: string; isNegated: boolean; weight: number }[] {
  const at = model.themes.indexOf(theme);
  const { weights, themes } = model.linear;
  const found = model.written.map((written, place) => ({ ...written, weight: weights[place * themes + at] ?? 0 }));
  return found
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, most);
}

/** What a feature is shown as. */
export function shownAs(name: string, written: string): { text: string; isNegated: boolean } {
  return { text: written, isNegated: isNegatedFeature(name) };
}
