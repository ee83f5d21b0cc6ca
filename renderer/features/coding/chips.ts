import type { Coding, Polarity } from '../../../shared/contract/coding.ts';
import type { CodingId, ThemeId } from '../../../shared/model/ids.ts';

/** A theme on an answer as one chip, however many stretches of the words carry it. */
export interface Chip {
  readonly themeId: ThemeId;
  readonly codingIds: readonly CodingId[];
  readonly isWhole: boolean;
  readonly isInferred: boolean;
  readonly isDoubtful: boolean;
  readonly polarity: Polarity | null;
  /** Initials of another coder; null when it is mine. */
  readonly coder: string | null;
}

/** Chips of a row: one per theme and coder, in the order they were first put. */
export function chipsOf(codings: readonly Coding[]): Chip[] {
  const groups = Map.groupBy(codings, (coding) => `${coding.themeId} ${coding.isMine ? '' : coding.coderInitials}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const isSame = group.every((coding) => coding.polarity === first.polarity);
    return {
      themeId: first.themeId,
      codingIds: group.map((coding) => coding.id),
      isWhole: group.some((coding) => coding.isWhole),
      isInferred: group.every((coding) => coding.certainty === 'inferred'),
      isDoubtful: group.some((coding) => coding.isDoubtful),
      polarity: isSame ? first.polarity : 'mixed',
      coder: first.isMine ? null : first.coderInitials,
    };
  });
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
