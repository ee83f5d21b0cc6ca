import type { ReadingChoices, SurveyFileInspection } from '../../../../shared/model/survey-file.ts';
import type { Call } from '../../rpc/call.ts';
import { inspectSurveyFile } from './reading/index.ts';
import { toAppError, type ReadingProgress } from './survey-upload.ts';

/**
 * Looks through an uploaded file, yielding how far it is. Ending the iterator stops the reading.
 * @throws AppError TICKET_UNKNOWN, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function* inspectUpload(
  { session, signal }: Call,
  input: { readonly ticket: string; readonly choices?: ReadingChoices | undefined },
): AsyncGenerator<ReadingProgress, SurveyFileInspection> {
  const { path } = session.blobs.received(input.ticket);
  const stop = new AbortController();
  const ended = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
  let latest: ReadingProgress | null = null;
  let wake: () => void = () => {};
  const onProgress = (done: number, of: number): void => {
    latest = { done, of };
    wake();
  };
  let isDone = false;
  const inspection = inspectSurveyFile(path, { ...input.choices, onProgress }, ended).finally(() => {
    isDone = true;
    wake();
  });
  // Its failure is met by the await below; until then nobody else listens.
  inspection.catch(() => {});
  try {
    while (!isDone) {
      const progress = takeLatest();
      if (progress !== null) yield progress;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    return await inspection;
  } catch (error) {
    throw toAppError(error, signal);
  } finally {
    stop.abort();
    await inspection.catch(() => {});
  }

  function takeLatest(): ReadingProgress | null {
    const progress = latest;
    latest = null;
    return progress;
  }
}
