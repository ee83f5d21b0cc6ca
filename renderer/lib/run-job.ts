/**
 * Reads a job to its end and answers what it came to. Aborting the signal ends the job in the core.
 * @throws what the job throws
 */
export async function runJob<P, O>(
  start: Promise<{ next: () => Promise<IteratorResult<P, O>> }>,
  onProgress: (progress: P) => void,
): Promise<O> {
  const steps = await start;
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
  }
}
