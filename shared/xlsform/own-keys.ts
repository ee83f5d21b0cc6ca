/**
 * Keys of a question's extras that are no column of the file: what its row said beyond the question's fields. No column has such a
 * key, because headers that begin with the sign get another.
 */
export const ownKeys = {
  /** The type cell, where it says more than the question's type. */
  type: '@type',
  /** The name of its list of choices, where that is not the question's name. */
  list: '@list',
  /** Path of the innermost group it stands in, where that is no section. */
  group: '@group',
  /** Its last option came with `or_other`. */
  other: '@or_other',
} as const;
