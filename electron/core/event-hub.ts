import type { RostEvent, RostEventBody } from '../../shared/contract/events.ts';

/** One ordered stream to any number of windows. */
export class EventHub {
  #seq = 0;
  readonly #queues = new Set<(event: RostEvent) => void>();

  emit(body: RostEventBody): void {
    this.#seq += 1;
    // Adding seq makes a body an event again.
    const event = { ...body, seq: this.#seq } as RostEvent;
    for (const push of this.#queues) push(event);
  }

  /** Yields a hello and then every event until the signal ends it. */
  async *subscribe(fingerprint: string, signal: AbortSignal | undefined): AsyncGenerator<RostEvent, undefined> {
    const waiting: RostEvent[] = [{ seq: this.#seq, type: 'hello', fingerprint }];
    let wake: () => void = () => {};
    const push = (event: RostEvent): void => {
      waiting.push(event);
      wake();
    };
    const stop = (): void => wake();
    this.#queues.add(push);
    signal?.addEventListener('abort', stop);
    try {
      while (signal?.aborted !== true) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#queues.delete(push);
      signal?.removeEventListener('abort', stop);
    }
    return undefined;
  }
}
