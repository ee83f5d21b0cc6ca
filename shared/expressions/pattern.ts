import { mostStates, PatternError, PatternReader, type Node } from './pattern-reader.ts';

/**
 * Patterns of `regex()`, matched as ODK does: the whole text or nothing. The engine of the language would try combinations one after another,
 * and a pattern such as (a+)+ could hold the program for hours; here every state of the pattern is followed at once (Thompson 1968), so
 * the time is at most states × characters. What that cannot do is refused: references back, looking ahead or behind, possessive
 * quantifiers and inline flags.
 */
export interface Pattern {
  readonly program: readonly Instruction[];
}

export type ReadPattern =
  | { readonly isRead: true; readonly pattern: Pattern }
  /** `pattern`: not understood, or not possible here. `patternCostly`: too many states. `at` counts UTF-16 units of the pattern. */
  | { readonly isRead: false; readonly reason: 'pattern' | 'patternCostly'; readonly at: number };

type Instruction =
  | { readonly kind: 'char'; readonly fits: (char: string) => boolean }
  | { readonly kind: 'split'; readonly to: readonly number[] }
  | { readonly kind: 'assert'; readonly holds: (before: string, after: string) => boolean }
  | { readonly kind: 'match' };

const longestPattern = 1000;
const mostSteps = 20_000;
/** What costs more states × characters is not matched at all. */
const mostWork = 20_000_000;

/** Reads a pattern, or says where it stops. */
export function readPattern(text: string): ReadPattern {
  try {
    if (text.length > longestPattern) throw new PatternError(longestPattern, 'patternCostly');
    const program: Instruction[] = [];
    emit(new PatternReader(text).whole(), { program, left: mostSteps });
    program.push({ kind: 'match' });
    return { isRead: true, pattern: { program } };
  } catch (error) {
    if (error instanceof PatternError) return { isRead: false, reason: error.reason, at: error.at };
    throw error;
  }
}

/** Whether the whole text fits; null where that would take too long. */
export function matches({ program }: Pattern, text: string): boolean | null {
  if (program.length * text.length > mostWork) return null;
  const chars = [...text];
  const seen = new Int32Array(program.length).fill(-1);
  let states = follow(program, [0], { seen, step: 0, before: '', after: chars[0] ?? '' });
  for (const [index, char] of chars.entries()) {
    const next = states.filter((state) => fitsAt(program, state, char)).map((state) => state + 1);
    if (next.length === 0) return false;
    states = follow(program, next, { seen, step: index + 1, before: char, after: chars[index + 1] ?? '' });
  }
  return states.some((state) => program[state]?.kind === 'match');
}

function fitsAt(program: readonly Instruction[], state: number, char: string): boolean {
  const instruction = program[state];
  return instruction?.kind === 'char' && instruction.fits(char);
}

interface Place {
  /** The step in which each state was met last. */
  readonly seen: Int32Array;
  readonly step: number;
  readonly before: string;
  readonly after: string;
}

/** All states that can be reached without reading on. */
function follow(program: readonly Instruction[], from: readonly number[], { seen, step, before, after }: Place): number[] {
  const found: number[] = [];
  const open = [...from].reverse();
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen[state] === step) continue;
    seen[state] = step;
    const instruction = program[state];
    if (instruction?.kind === 'split') open.push(...instruction.to);
    else if (instruction?.kind === 'assert') {
      if (instruction.holds(before, after)) open.push(state + 1);
    } else found.push(state);
  }
  return found;
}

/** The states written so far, and how many more nodes may be written: repeating nothing a million times makes no states. */
interface Draft {
  readonly program: Instruction[];
  left: number;
}

/** Writes the states of a node one after another; what follows it goes on after the last of them. */
function emit(node: Node, draft: Draft): void {
  const { program } = draft;
  draft.left -= 1;
  if (program.length > mostStates || draft.left < 0) throw new PatternError(0, 'patternCostly');
  switch (node.kind) {
    case 'char':
    case 'assert':
      program.push(node);
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, draft);
      return;
    case 'choice':
      emitChoice(node.parts, draft);
      return;
    case 'repeat':
      emitRepeat(node, draft);
  }
}

function emitChoice(parts: readonly Node[], draft: Draft): void {
  const { program } = draft;
  const starts: number[] = [];
  const ends: number[] = [];
  const fork = program.push({ kind: 'split', to: starts }) - 1;
  for (const part of parts) {
    starts.push(program.length);
    emit(part, draft);
    ends.push(program.push({ kind: 'split', to: [] }) - 1);
  }
  program[fork] = { kind: 'split', to: starts };
  for (const end of ends) program[end] = { kind: 'split', to: [program.length] };
}

function emitRepeat({ part, least, most }: Extract<Node, { readonly kind: 'repeat' }>, draft: Draft): void {
  const { program } = draft;
  for (let time = 0; time < least; time++) emit(part, draft);
  if (most === Infinity) {
    const loop = program.push({ kind: 'split', to: [] }) - 1;
    emit(part, draft);
    program.push({ kind: 'split', to: [loop] });
    program[loop] = { kind: 'split', to: [loop + 1, program.length] };
    return;
  }
  const forks: number[] = [];
  for (let time = least; time < most; time++) {
    forks.push(program.push({ kind: 'split', to: [] }) - 1);
    emit(part, draft);
  }
  for (const fork of forks) program[fork] = { kind: 'split', to: [fork + 1, program.length] };
}
