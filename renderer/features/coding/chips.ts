import type { Coding, Level, Polarity } from '../../../shared/contract/coding.ts';
import type { CodingId, ThemeId } from '../../../shared/model/ids.ts';

/** A theme on an answer as one chip, however many stretches of the words carry it. */
export interface Chip {
  readonly themeId: ThemeId;
  /** What taking the chip off takes off: my own codings where I have some in it, else all of them. */
  readonly codingIds: readonly CodingId[];
  readonly isWhole: boolean;
  readonly isInferred: boolean;
  readonly isDoubtful: boolean;
  readonly polarity: Polarity | null;
  /** What it is about, where all its stretches agree. */
  readonly level: Level | null;
  readonly serviceId: string | null;
  /** Put by accepting a suggestion of the program. */
  readonly isAccepted: boolean;
  /** Initials of who coded it, mine last; null when it is mine alone. */
  readonly coder: string | null;
}

/**
 * Chips of a row in the order their themes were first put, those of a theme side by side. Coders who agree on theme, tone and
 * whether it was said outright share a chip; who differ have one each.
 */
export function chipsOf(codings: readonly Coding[]): Chip[] {
  const themes = Map.groupBy(codings, (coding) => coding.themeId);
  return [...themes.values()].flatMap((ofTheme) => {
    const byCoder = [...Map.groupBy(ofTheme, (coding) => (coding.isMine ? '' : coding.coder)).values()];
    const agreeing = Map.groupBy(byCoder, (own) => `${toneOf(own)} ${isInferredBy(own)}`);
    return [...agreeing.values()].flatMap((group) => chipOf(group) ?? []);
  });
}

/** One chip of coders who agree; each of them by the stretches that carry the theme. */
function chipOf(coders: readonly (readonly Coding[])[]): Chip | null {
  const all = coders.flat();
  const [first] = all;
  if (first === undefined) return null;
  const mine = all.filter((coding) => coding.isMine);
  return {
    themeId: first.themeId,
    codingIds: (mine.length > 0 ? mine : all).map((coding) => coding.id),
    isWhole: all.some((coding) => coding.isWhole),
    isInferred: isInferredBy(all),
    isDoubtful: all.some((coding) => coding.isDoubtful),
    polarity: toneOf(all),
    level: sameIn(all, 'level'),
    serviceId: sameIn(all, 'serviceId'),
    isAccepted: all.some((coding) => coding.origin === 'accepted-suggestion'),
    coder: mine.length === all.length ? null : initialsOf(all),
  };
}

/** One coder's stretches that differ in tone make the theme mixed. */
function toneOf(codings: readonly Coding[]): Polarity | null {
  const tone = codings[0]?.polarity ?? null;
  return codings.every((coding) => coding.polarity === tone) ? tone : 'mixed';
}

function sameIn<K extends 'level' | 'serviceId'>(codings: readonly Coding[], name: K): Coding[K] | null {
  const first = codings[0]?.[name] ?? null;
  return codings.every((coding) => coding[name] === first) ? first : null;
}

function isInferredBy(codings: readonly Coding[]): boolean {
  return codings.every((coding) => coding.certainty === 'inferred');
}

function initialsOf(codings: readonly Coding[]): string {
  const order = codings.toSorted((a, b) => Number(a.isMine) - Number(b.isMine) || a.coderInitials.localeCompare(b.coderInitials));
  return [...new Set(order.map((coding) => coding.coderInitials))].join(' ');
}

/** The coding that a key about "the last theme" means: my latest, else the latest of anybody. */
export function lastCoding(codings: readonly Coding[]): Coding | undefined {
  return codings.findLast((coding) => coding.isMine) ?? codings.at(-1);
}

const signs = { positive: '+', negative: '−', mixed: '±', neutral: '○' } as const;

/** The sign after a theme's name; a suggestion has a word and no sign. */
export function signOf(polarity: Polarity | null): (typeof signs)[keyof typeof signs] | undefined {
  return polarity === null || polarity === 'suggestion' ? undefined : signs[polarity];
}
