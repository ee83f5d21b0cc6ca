import type { MissingCount, Sentence } from '../../../../../shared/contract/analysis.ts';
import { hiddenNumbers } from '../../../../../shared/model/exhibit.ts';
import { releasedPersons, type MadeExhibit } from '../release-exhibit.ts';

/** Columns that are compared with each other. */
export interface ReadPart {
  readonly kind: 'groups' | 'waves';
  /** Keys of its columns, in their order. */
  readonly columns: readonly string[];
  /** A person may be in several of them, so that they are no groups to compare. */
  readonly isOverlapping: boolean;
}

/** What a reading must know that the released table does not print. No counts but those that are told beside the table. */
export interface ReadingFacts {
  /** Hidden numbers in the released table. */
  readonly hiddenCount: number;
  /** Persons within reach, where it is known. */
  readonly frame: number | null;
  /** The same for each question of a battery, by the row's key: some may not have been for all of them. */
  readonly frameOfRow: ReadonlyMap<string, number>;
  readonly parts: readonly ReadPart[];
  /** Each person may have given several answers. */
  readonly isSeveral: boolean;
  /** Some persons are in several waves. */
  readonly isLinked: boolean;
  /** Answers on both sides of a change are compared: of the question, of places. */
  readonly broken: readonly ('wording' | 'places')[];
  readonly isOfPlaces: boolean;
  readonly missing: readonly MissingCount[];
  /** Persons within the selection, where that may be told. */
  readonly persons: number | null;
  /** Why shares are not weighted although it was asked for. */
  readonly refused: readonly Sentence[];
}

/** The facts of a table that has been made. */
export function readingFacts(made: MadeExhibit): ReadingFacts {
  const { raw, exhibit, missing, refused } = made;
  const { definition, parts, columns, frames, linked } = raw;
  return {
    hiddenCount: hiddenNumbers(exhibit),
    frame: frames.find((frame) => frame !== null) ?? null,
    frameOfRow: new Map(
      definition.kind === 'likert'
        ? raw.rows.flatMap(({ key }, at) => {
            const frame = frames[at] ?? null;
            return frame === null ? [] : [[key, frame] as const];
          })
        : [],
    ),
    parts: parts.map(({ groupings, isOverlapping, persons }, part) => {
      const kind = groupings.join(' ') === 'wave' ? 'waves' : 'groups';
      return {
        kind,
        columns: columns.filter((column) => column.part === part).map(({ key }) => key),
        // Persons who are in a group once for every wave are no independent answers.
        isOverlapping: isOverlapping || (kind === 'groups' && persons !== null),
      };
    }),
    isSeveral: !raw.isExclusive && definition.kind !== 'themes',
    isLinked:
      linked?.patterns.some(({ values }) => values.filter((value) => value !== null).length > 1) ??
      parts.some(({ persons }) => persons !== null),
    broken: [...(raw.changes.length > 0 ? (['wording'] as const) : []), ...(raw.breaks.length > 0 ? (['places'] as const) : [])],
    isOfPlaces: definition.rows === 'place',
    missing,
    persons: releasedPersons(made),
    refused,
  };
}
