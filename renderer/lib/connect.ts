import type { QueryClient } from '@tanstack/react-query';
import type { RostEvent, Topic } from '../../shared/contract/events.ts';
import { fingerprintOf } from '../../shared/contract/fingerprint.ts';
import { contract } from '../../shared/contract/index.ts';
import { client, useLink } from './client.ts';
import { openPipe, PipeError, windowId } from './pipe.ts';
import { isAnotherFile, isSomeoneGone, isStale } from './staleness.ts';
import { connection, jobs, lastDeed, sawSave } from './status.ts';

const retryMs = [250, 500, 1000, 2000, 4000];

/** Connects, follows the event stream, and connects again whenever the pipe ends. */
export async function stayConnected(queries: QueryClient): Promise<never> {
  const ours = fingerprintOf(contract);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const pipe = await openPipe();
      useLink(pipe);
      const ended = new Promise<'ended'>((resolve) => pipe.onEnd(() => resolve('ended')));
      await follow(queries, ours, ended);
      attempt = 0;
    } catch (error) {
      if (error instanceof PipeError && error.reason === 'refused') {
        connection.set('refused');
        return new Promise(() => {});
      }
    }
    connection.set('lost');
    await new Promise((resolve) => setTimeout(resolve, retryMs[Math.min(attempt, retryMs.length - 1)]));
  }
}

async function follow(queries: QueryClient, ours: string, ended: Promise<'ended'>): Promise<void> {
  const stream = await client.events.subscribe({});
  let seq = -1;
  for (;;) {
    const step = await Promise.race([stream.next(), ended]);
    if (step === 'ended' || step.done === true) return;
    const event = step.value;
    if (event.type === 'hello') {
      connection.set(event.fingerprint === ours ? 'connected' : 'outdated');
      void queries.invalidateQueries();
    } else if (event.seq !== seq + 1) {
      void queries.invalidateQueries();
    }
    seq = event.seq;
    take(event, queries);
  }
}

function take(event: RostEvent, queries: QueryClient): void {
  if (event.type === 'changed') {
    if (isSomeoneGone(event)) queries.removeQueries({ type: 'inactive' });
    if (isOwnAnswer(event)) restThenInvalidate(queries, event.topics);
    else invalidate(queries, event.topics, isOwnCoding(event));
    if (event.windowId !== windowId) return;
    sawSave(event.at);
    if (event.deed !== null) lastDeed.set({ deed: event.deed, verb: event.verb });
  } else if (event.type === 'job') {
    const others = jobs.get().filter((job) => job.jobId !== event.jobId);
    jobs.set(event.state === 'running' ? [...others, event] : others);
  } else if (isAnotherFile(event)) {
    lastDeed.set(null);
    queries.removeQueries({ type: 'inactive' });
    void queries.invalidateQueries();
  }
}

function invalidate(queries: QueryClient, topics: readonly Topic[], isOwn = false): void {
  const isKept = (meta: Readonly<Record<string, unknown>> | undefined): boolean => isOwn && meta?.[keptUpByCoding] === true;
  void queries.invalidateQueries({ predicate: (query) => isStale(featureOf(query.queryKey), topics) && !isKept(query.meta) });
}

/** Marks a query into whose answer this window writes what its own coding changes: a long text is not read anew for each theme. */
export const keptUpByCoding = 'keptUpByCoding';

function isOwnCoding(event: Extract<RostEvent, { type: 'changed' }>): boolean {
  return (
    event.windowId === windowId &&
    event.verb === 'done' &&
    /^coding\.(?!setQuickTheme)|^texts\.(?:settleDoubtful|correct|writeMemo|removeMemo)\./u.test(event.deed?.labelId ?? '')
  );
}

/** Answers entered, minutes and reports typed in this window: they are known here already, and at ten keys a second nothing else needs to be read between them. */
function isOwnAnswer(event: Extract<RostEvent, { type: 'changed' }>): boolean {
  return (
    event.windowId === windowId &&
    event.verb === 'done' &&
    /^(?:interviews|doubleEntry)\.answer\.|^minutes\.write\.|^reports\.changeBlock\./u.test(event.deed?.labelId ?? '')
  );
}

const restMs = 250;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Reads anew once the keys rest; only what can be undone now is asked at once. */
function restThenInvalidate(queries: QueryClient, topics: readonly Topic[]): void {
  invalidate(queries, ['history']);
  clearTimeout(rest);
  rest = setTimeout(() => invalidate(queries, topics), restMs);
}

/** oRPC's keys begin with the method's path. */
function featureOf(key: readonly unknown[]): string {
  const path = key[0];
  return Array.isArray(path) && typeof path[0] === 'string' ? path[0] : '';
}
