/** What of a person or a round its mark is made of. */
interface MarkedTurn {
  readonly instance: number;
  readonly questionId: string | null;
  readonly parentInstance: number;
  readonly ordinal: number;
  readonly label: string;
}

/** How a turn is told apart: "P2", "3", or "P2.3" for a round in a person; empty outside turns. */
export function turnMark(turns: readonly MarkedTurn[], instance: number): string {
  const turn = turns.find((candidate) => candidate.instance === instance);
  if (turn === undefined) return '';
  const own = turn.questionId === null ? turn.label : String(turn.ordinal);
  const outer = turnMark(turns, turn.parentInstance);
  return outer === '' ? own : `${outer}.${own}`;
}
