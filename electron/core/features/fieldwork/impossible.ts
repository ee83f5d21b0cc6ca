import type { ParticipationStatus } from '../../../../shared/model/participation.ts';
import { AppError } from '../../app-error.ts';

/** Message parameters are chosen by word, and such words hold no hyphens: "not-reached" travels as "notReached". */
export function statusWord(status: ParticipationStatus): string {
  return status.replaceAll(/-(\w)/gu, (_match, letter: string) => letter.toUpperCase());
}

/** What is thrown when the state table has no place for an event: whom it stops on, and how many there are. */
export function impossible(code: string, status: ParticipationStatus, event: ParticipationStatus, count = 1): AppError {
  return new AppError('EVENT_IMPOSSIBLE', { code, status: statusWord(status), event: statusWord(event), count });
}
