/**
 * Runs a maker to its end and answers what it made; each of its steps is said another way. Ending this ends the maker too, so that it closes
 * what it holds open.
 */
export async function* retold<Step, Told, Made>(steps: AsyncGenerator<Step, Made>, tell: (step: Step) => Told): AsyncGenerator<Told, Made> {
  let made: IteratorReturnResult<Made> | null = null;
  try {
    while (made === null) {
      // oxlint-disable-next-line no-await-in-loop -- each step waits for the one before
      const step = await steps.next();
      if (step.done === true) made = step;
      else yield tell(step.value);
    }
    return made.value;
  } finally {
    // Nobody reads what a maker that was ended early would have answered.
    if (made === null) await steps.return(undefined as Made);
  }
}
