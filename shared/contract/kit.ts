import { eventIterator, oc } from '@orpc/contract';
import type { z } from 'zod';
import { commonErrors, ErrorData, errorList, type ErrorCode } from './errors.ts';
import type { Topic } from './events.ts';

/**
 * What kind of thing a method is.
 * query: reads only, and the database refuses a write while it runs. command: one operation, one transaction, undoable.
 * job: long, tells its progress, can be cancelled. session: about the open file or the program, never in the operation log.
 */
export type MethodKind = 'query' | 'command' | 'job' | 'session';

export interface MethodMeta {
  readonly kind: MethodKind;
  /** Topics whose queries are stale once the method has succeeded. */
  readonly touches: readonly Topic[];
  /** Message id of the deed's name, as in "Undo: {deed}". Null when it cannot be undone. */
  readonly undo: string | null;
}

type CommonCode = (typeof commonErrors)[number];
type ErrorMapOf<C extends ErrorCode> = { [K in C | CommonCode]: { readonly status: number; readonly data: typeof ErrorData } };

function errorMap<C extends ErrorCode>(codes: readonly C[]): ErrorMapOf<C> {
  const entries = [...commonErrors, ...codes].map((code) => [code, { status: errorList[code].status, data: ErrorData }]);
  // Object.fromEntries forgets the key union; the keys are exactly the two lists above.
  return Object.fromEntries(entries) as ErrorMapOf<C>;
}

const builder = oc.$meta<MethodMeta>({ kind: 'query', touches: [], undo: null });

interface Shape<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode> {
  readonly input: I;
  readonly output: O;
  readonly errors?: readonly C[];
}

/** A method that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(shape: Shape<I, O, C>) {
  return builder
    .meta({ kind: 'query', touches: [], undo: null })
    .errors(errorMap(shape.errors ?? []))
    .input(shape.input)
    .output(shape.output);
}

interface CommandShape<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode> extends Shape<I, O, C> {
  readonly touches: readonly Topic[];
  /** Message id that names the deed; every command can be undone unless this is null. */
  readonly undo: string | null;
}

/** A method that changes the workspace inside one named operation. */
export function command<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(shape: CommandShape<I, O, C>) {
  return builder
    .meta({ kind: 'command', touches: shape.touches, undo: shape.undo })
    .errors(errorMap(shape.errors ?? []))
    .input(shape.input)
    .output(shape.output);
}

interface JobShape<I extends z.ZodType, P extends z.ZodType, O extends z.ZodType, C extends ErrorCode> extends Shape<I, O, C> {
  readonly progress: P;
  readonly touches: readonly Topic[];
  readonly undo: string | null;
}

/** A long method: an event iterator that yields progress and returns the output; ending the iterator cancels it. */
export function job<I extends z.ZodType, P extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(
  shape: JobShape<I, P, O, C>,
) {
  return builder
    .meta({ kind: 'job', touches: shape.touches, undo: shape.undo })
    .errors(errorMap(shape.errors ?? []))
    .input(shape.input)
    .output(eventIterator(shape.progress, shape.output));
}

/** A method about the session itself: opening and closing files, backups, tickets, preferences, undo. */
export function session<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(
  shape: Shape<I, O, C> & { readonly touches?: readonly Topic[] },
) {
  return builder
    .meta({ kind: 'session', touches: shape.touches ?? [], undo: null })
    .errors(errorMap(shape.errors ?? []))
    .input(shape.input)
    .output(shape.output);
}
