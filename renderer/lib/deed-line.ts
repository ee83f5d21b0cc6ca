let line: Promise<unknown> = Promise.resolve();

/**
 * Does something after the deeds of this window that were begun before it and have not been answered yet: keys come faster than
 * answers, each deed must see what the one before left, and undo must not take back an earlier one than the hand means.
 *
 * @returns what the work returns; its error is its own and keeps nobody waiting.
 */
export function afterDeeds<Result>(work: () => Promise<Result> | Result): Promise<Result> {
  const turn = line.then(work);
  line = turn.catch(() => {});
  return turn;
}
