import { useState } from 'react';
import type { MarkDecision, QuoteMark } from '../../../../shared/contract/quotes-clearance.ts';
import type { ClearanceDeeds } from './use-clearance-deeds.ts';

/** Marks on one word: decided together, one line of the list. */
export interface MarkLine {
  readonly number: number;
  readonly mark: QuoteMark;
  readonly words: string;
}

/** The marks as lines, which of them is open, and deciding, which goes on to the next that is not decided. */
export function useMarks(raw: string, marks: readonly QuoteMark[], deeds: ClearanceDeeds) {
  const lines = [...new Map(marks.toReversed().map((mark) => [mark.number, mark])).values()]
    .toSorted((a, b) => a.number - b.number)
    .map((mark): MarkLine => ({ number: mark.number, mark, words: raw.slice(mark.start, mark.end) }));
  // Decided just now: what the file says comes a moment later.
  const [sent, setSent] = useState<ReadonlySet<number>>(new Set());
  const isOpen = ({ number, mark }: MarkLine): boolean => mark.decision === null && !sent.has(number);
  const answered = lines.filter(({ number, mark }) => mark.decision !== null && sent.has(number));
  if (answered.length > 0) setSent(new Set([...sent].filter((number) => answered.every((line) => line.number !== number))));
  const [wanted, setWanted] = useState<number | null>(null);
  const current = wanted ?? lines.find(isOpen)?.number ?? null;
  const at = lines.findIndex(({ number }) => number === current);
  const decide = (decision: MarkDecision, line = lines[at], generalWord?: string): void => {
    if (line === undefined) return;
    const next = [...lines.slice(lines.indexOf(line) + 1), ...lines].find((one) => one !== line && isOpen(one));
    setSent(new Set([...sent, line.number]));
    setWanted(next?.number ?? null);
    void deeds.decide(line.mark, decision, generalWord).then((isDone) => {
      if (isDone) return;
      setSent((before) => new Set([...before].filter((number) => number !== line.number)));
      setWanted(line.number);
    });
  };
  return {
    lines,
    left: lines.filter(({ mark }) => mark.decision === null).length,
    current,
    choose: (number: number): void => setWanted(number),
    move: (step: number): void => {
      const to = current === null ? lines.at(step > 0 ? 0 : -1) : lines[at + step];
      if (to !== undefined) setWanted(to.number);
    },
    decide,
  };
}

export type Marks = ReturnType<typeof useMarks>;
