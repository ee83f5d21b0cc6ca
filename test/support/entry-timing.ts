/** One key of a person: how long until the next question was painted and until the answer was on disk, ms. */
export interface KeyTiming {
  readonly key: string;
  readonly paintedMs: number;
  /** Null where the key wrote nothing. */
  readonly savedMs: number | null;
  /** Where the current question's upper edge stood after it, px from the column's. */
  readonly top: number;
}

/**
 * Put into a page before it loads: notes for every key when the frame after it was painted, and when the core had answered what it
 * wrote (an answer comes back only when it is on the disk). Runs in the page, so it names nothing from outside itself.
 */
export function watchKeys(): void {
  const timings: { key: string; at: number; paintedMs: number; savedMs: number | null; top: number }[] = [];
  const writes = new Map<string, { savedMs: number | null; at: number }>();
  Object.assign(window, { keyTimings: timings });
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const last = timings.at(-1);
    const id = typeof data === 'string' && data.includes('"/interviews/answer"') ? /^\{"i":"([^"]+)"/u.exec(data)?.[1] : undefined;
    if (id !== undefined && last !== undefined) {
      if (writes.size === 0)
        this.addEventListener('message', (event: MessageEvent<unknown>) => {
          const answered = typeof event.data === 'string' ? /^\{"i":"([^"]+)"/u.exec(event.data)?.[1] : undefined;
          const write = answered === undefined ? undefined : writes.get(answered);
          if (write !== undefined && write.savedMs === null) write.savedMs = performance.now() - write.at;
        });
      writes.set(id, last);
    }
    send.call(this, data);
  };
  const painted = new MessageChannel();
  const waiting: (typeof timings)[number][] = [];
  painted.port1.addEventListener('message', () => {
    const timing = waiting.shift();
    if (timing === undefined) return;
    timing.paintedMs = performance.now() - timing.at;
    const block = document.querySelector('[data-current]');
    const column = block?.closest('[role="presentation"]');
    timing.top =
      block === null || column === null || column === undefined
        ? 0
        : block.getBoundingClientRect().top - column.getBoundingClientRect().top;
  });
  painted.port1.start();
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      const timing = { key: event.key, at: event.timeStamp, paintedMs: Number.NaN, savedMs: null, top: 0 };
      timings.push(timing);
      // The frame that shows what the key did, and then the first task after it.
      requestAnimationFrame(() => {
        waiting.push(timing);
        painted.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** The value that a share of a list does not exceed: 0.95 for the 95th percentile. NaN of nothing. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
