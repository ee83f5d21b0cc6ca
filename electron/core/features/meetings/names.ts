import type { Named } from '../../../../shared/contract/meeting-terms.ts';

/** A record of a register from its id and name columns; null when there is none. */
export function named(id: string | null, name: string | null, detail: string | null = null): Named | null {
  return id === null ? null : { id, name: name ?? '', detail: detail ?? '' };
}
