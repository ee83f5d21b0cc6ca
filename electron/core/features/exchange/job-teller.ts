import type { Session } from '../../session.ts';

const tellEveryMs = 100;

/** Tells the status line how a job goes: at most ten times a second, and always how it ended. */
export interface JobTeller {
  readonly tell: (done: number) => void;
  readonly end: (state: 'done' | 'failed' | 'cancelled') => void;
  /** Ends it as cancelled unless it has ended: for the path of a job that nobody reads any more. */
  readonly abandon: () => void;
}

/** @param of what `done` counts towards; `labelId` names the job in the status line. */
export function createJobTeller({ events, deps }: Session, jobId: string, labelId: string, of: number): JobTeller {
  let lastTold = Number.NEGATIVE_INFINITY;
  let last = 0;
  let hasEnded = false;
  const emit = (state: 'running' | 'done' | 'failed' | 'cancelled'): void =>
    events.emit({ type: 'job', jobId, labelId, done: last, of, state });
  const end = (state: 'done' | 'failed' | 'cancelled'): void => {
    if (hasEnded) return;
    hasEnded = true;
    emit(state);
  };
  return {
    tell: (done) => {
      last = done;
      const now = deps.now();
      if (hasEnded || now - lastTold < tellEveryMs) return;
      lastTold = now;
      emit('running');
    },
    end,
    abandon: () => end('cancelled'),
  };
}
