import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';

/**
 * The last gate before a file: an exhibit whose audit failed never becomes one.
 * @throws Error when the audit is not ok
 */
export function assertAudited(exhibit: ReleasedExhibit): void {
  if (!exhibit.audit.ok) throw new Error('exhibit-not-audited');
}
