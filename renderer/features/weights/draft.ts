import type { MarginBy, MarginChoice, Weighting, WeightMargin } from '../../../shared/contract/analysis-weights.ts';
import { parseNumber } from '../../ui/number-field/parse-number.ts';

/** One answer as it is being filled in. */
export interface DraftLine {
  readonly key: string;
  /** Persons in the frame; null while nothing is typed. */
  readonly count: number | null;
  /** Counted together with the line above. */
  readonly isJoined: boolean;
}

export interface DraftMargin {
  readonly by: MarginBy;
  readonly lines: readonly DraftLine[];
}

/** Weights as they are being filled in. */
export interface WeightDraft {
  readonly name: string;
  readonly source: string;
  readonly countedOn: string | null;
  readonly margins: readonly DraftMargin[];
}

/** A margin with nothing typed. */
export function emptyMargin({ by, options }: MarginChoice): DraftMargin {
  return { by, lines: options.map(({ key }) => ({ key, count: null, isJoined: false })) };
}

/** Every answer that can be given now, with what was stored for it; the number of joined answers stands at their first. */
function linesOf({ counts }: WeightMargin, { options }: MarginChoice): DraftLine[] {
  const lineOf = (key: string): number => counts.findIndex(({ keys }) => keys.includes(key));
  return options.map(({ key }, at) => {
    const line = lineOf(key);
    const isFirst = options.findIndex((option) => lineOf(option.key) === line) === at;
    const above = options[at - 1];
    return {
      key,
      count: line === -1 || !isFirst ? null : (counts[line]?.count ?? null),
      isJoined: line !== -1 && !isFirst && above !== undefined && lineOf(above.key) === line,
    };
  });
}

/** The stored weights for editing, or new ones with the first grouping there is. */
export function draftOf(weighting: Weighting | null, choices: readonly MarginChoice[]): WeightDraft {
  const [first] = choices;
  if (weighting === null) return { name: '', source: '', countedOn: null, margins: first === undefined ? [] : [emptyMargin(first)] };
  const { name, source, countedOn, margins } = weighting;
  return {
    name,
    source,
    countedOn: countedOn === '' ? null : countedOn,
    margins: margins.flatMap((margin) => {
      const choice = choices.find(({ by }) => by === margin.by);
      return choice === undefined ? [] : [{ by: margin.by, lines: linesOf(margin, choice) }];
    }),
  };
}

/** Joined answers as one line, with the sum of what was typed for them; lines without a number are none. */
function marginOf({ by, lines }: DraftMargin): WeightMargin | null {
  const groups: { keys: string[]; count: number | null }[] = [];
  for (const { key, count, isJoined } of lines) {
    const last = groups.at(-1);
    if (isJoined && last !== undefined) {
      last.keys.push(key);
      last.count = count === null ? last.count : (last.count ?? 0) + count;
    } else groups.push({ keys: [key], count });
  }
  const counts = groups.flatMap(({ keys, count }) => (count === null ? [] : [{ keys, count }]));
  return counts.length < 2 ? null : { by, counts };
}

/** The weights as they can be looked at or kept; null while a grouping lacks numbers. @param name what they are called while they have no name */
export function weightingOf(draft: WeightDraft, name: string): Weighting | null {
  const margins = draft.margins.map(marginOf).filter((margin) => margin !== null);
  if (margins.length === 0 || margins.length < draft.margins.length) return null;
  return { name: draft.name.trim() || name, source: draft.source.trim(), countedOn: draft.countedOn ?? '', margins };
}

/** A typed or pasted number of persons; null for what is none. */
function countIn(text: string): number | null {
  const parsed = parseNumber(text);
  return parsed.kind === 'number' && Number.isInteger(parsed.value) && parsed.value >= 0 ? parsed.value : null;
}

/**
 * Fills lines from one on with a pasted column of numbers. Of several columns the last number of each line counts, so that answers may stand before
 * it. Null when it is a single number, which belongs to the field alone, or holds none.
 */
export function pasteCounts(margin: DraftMargin, from: number, text: string): DraftMargin | null {
  const pasted = text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map(
      (line) =>
        line
          .split('\t')
          .map(countIn)
          .findLast((count) => count !== null) ?? null,
    );
  if (pasted.length < 2 || pasted.every((count) => count === null)) return null;
  return { ...margin, lines: margin.lines.map((line, at) => ({ ...line, count: pasted[at - from] ?? line.count })) };
}
