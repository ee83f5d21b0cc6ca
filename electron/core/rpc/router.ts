import { createRouterClient, implement } from '@orpc/server';
import type { Router, RouterClient } from '@orpc/server';
import type { Topic } from '../../../shared/contract/events.ts';
import { fingerprintOf } from '../../../shared/contract/fingerprint.ts';
import { contract, type Contract } from '../../../shared/contract/index.ts';
import type { MethodMeta } from '../../../shared/contract/kit.ts';
import { AppError } from '../app-error.ts';
import type { OperationHandle } from '../db/operations.ts';
import { wireDeed } from '../features/history/handlers.ts';
import type { Session } from '../session.ts';
import type { Call } from './call.ts';
import { toAnswer } from './error-mapping.ts';
import { handlers } from './handlers.ts';

/** Who is calling: set when a pipe is opened, never by a message. */
export interface CallContext {
  readonly windowId: string;
}

type AnyHandler = (call: Call, input: unknown) => unknown;
type Verb = 'done' | 'undone' | 'redone';

/** The contract's mark, as both sides compute it. */
export const fingerprint = fingerprintOf(contract);

/** Builds the router: every method of the contract, run the way its kind demands. */
export function createRouter(session: Session): Router<Contract, CallContext> {
  const root = implement(contract).$context<CallContext>();
  // Output is held against its schema in development and tests only; input always is, and inside the error mapping.
  const os = (session.checksRows ? root : root.$config({ initialOutputValidationIndex: Number.NaN })).use(
    async ({ next, procedure, path }) => {
      try {
        await session.ready;
        return await next();
      } catch (error) {
        throw toAnswer(error, path.join('.'), Object.keys(procedure['~orpc'].errorMap), session.deps);
      }
    },
  );
  const build = (feature: string, methods: Readonly<Record<string, AnyHandler>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(methods).map(([verb, handler]) => {
        // Feature and verb come from the contract's own keys, which the handler table must match to compile.
        const implementer = (os as unknown as Record<string, Record<string, ImplementerLike>>)[feature]?.[verb];
        if (implementer === undefined) throw new Error(`no contract for ${feature}.${verb}`);
        return [verb, implementer.handler(runner(session, `${feature}.${verb}`, handler))];
      }),
    );
  const events = {
    subscribe: os.events.subscribe.handler(({ signal }) => session.events.subscribe(fingerprint, signal)),
  };
  const features = Object.fromEntries(
    Object.entries(handlers).map(([feature, methods]) => [feature, build(feature, methods as unknown as Record<string, AnyHandler>)]),
  );
  // Object.fromEntries forgets the keys; `handlers` is typed to hold exactly the contract's.
  return os.router({ events, ...features } as unknown as Parameters<typeof os.router>[0]);
}

/** The whole contract as plain functions, for programs and tests in the same process. */
export type CoreClient = RouterClient<ReturnType<typeof createRouter>>;

/** Calls the router without any pipe between; validation and errors are the same. */
export function createInProcessClient(session: Session, context: CallContext): CoreClient {
  return createRouterClient(createRouter(session), { context });
}

interface HandlerOptions {
  readonly context: CallContext;
  readonly input: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly procedure: { readonly '~orpc': { readonly meta: MethodMeta; readonly errorMap: Readonly<Record<string, unknown>> } };
}
interface ImplementerLike {
  readonly handler: (run: (options: HandlerOptions) => unknown) => unknown;
}

function runner(session: Session, method: string, handler: AnyHandler): (options: HandlerOptions) => unknown {
  return (options) => {
    const { meta } = options.procedure['~orpc'];
    const call = createCall(session, options, method, meta);
    if (meta.kind === 'query') return runQuery(session, () => handler(call, options.input));
    if (meta.kind === 'command') return call.commit((operation) => handler(withOperation(call, operation), options.input));
    if (meta.kind === 'job')
      return runJob(session, method, options, () => handler(call, options.input) as AsyncGenerator<unknown, unknown>);
    const result = handler(call, options.input);
    if (meta.touches.length > 0) announce(session, meta.touches, call.windowId, deedOf(result), verbOf(method));
    return result;
  };
}

/** The same call with its operation; the getters of the original stay lazy behind it. */
function withOperation(call: Call, operation: OperationHandle): Call {
  return Object.create(call, { operation: { value: operation } }) as Call;
}

function createCall(session: Session, options: HandlerOptions, method: string, meta: MethodMeta): Call {
  const { windowId } = options.context;
  return {
    session,
    windowId,
    signal: options.signal,
    get workspace() {
      return session.workspace;
    },
    get sql() {
      return session.workspace.sql;
    },
    get actorId() {
      const { workspace } = session;
      return meta.kind === 'query' ? workspace.knownActor() : workspace.sourceFor(windowId).actorId;
    },
    get operation(): OperationHandle {
      throw new Error(`${method} is no command`);
    },
    commit: (work) => {
      if (session.workspace.isReadOnly) throw new AppError('WORKSPACE_READ_ONLY');
      session.workspace.assertInPlace();
      const source = session.workspace.sourceFor(windowId);
      const intent = { ...source, kind: method, labelId: meta.undo ?? method, isUndoable: meta.undo !== null };
      const { result, deed, isTakenBack } = session.workspace.operations.run(intent, work);
      session.saved();
      if (deed !== null || isTakenBack) announce(session, meta.touches, windowId, deed === null ? null : wireDeed(deed), 'done');
      return result;
    },
  };
}

function runQuery<T>(session: Session, work: () => T): T {
  const { db } = session.workspace;
  db.pragma('query_only=ON');
  try {
    return work();
  } finally {
    db.pragma('query_only=OFF');
  }
}

/** Runs a job step by step. Between steps the event loop turns, so cancelling and typing get their turn. */
async function* runJob(
  session: Session,
  method: string,
  options: HandlerOptions,
  start: () => AsyncGenerator<unknown, unknown>,
): AsyncGenerator<unknown, unknown> {
  const steps = start();
  try {
    for (;;) {
      if (options.signal?.aborted === true) throw new AppError('CANCELLED');
      const step = await steps.next();
      if (step.done === true) return step.value;
      yield step.value;
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    throw toAnswer(error, method, Object.keys(options.procedure['~orpc'].errorMap), session.deps);
  } finally {
    await steps.return(undefined);
  }
}

function announce(
  session: Session,
  topics: readonly Topic[],
  windowId: string,
  deed: ReturnType<typeof wireDeed> | null,
  verb: Verb,
): void {
  const all: Topic[] = topics.includes('history') ? [...topics] : [...topics, 'history'];
  session.events.emit({ type: 'changed', topics: all, windowId, at: new Date(session.deps.now()).toISOString(), deed, verb });
}

function verbOf(method: string): Verb {
  if (method === 'history.undo') return 'undone';
  return method === 'history.redo' ? 'redone' : 'done';
}

function deedOf(result: unknown): ReturnType<typeof wireDeed> | null {
  if (typeof result !== 'object' || result === null) return null;
  // history.undo and history.redo answer with the deed they reversed.
  if ('undone' in result) return result.undone as ReturnType<typeof wireDeed>;
  if ('redone' in result) return result.redone as ReturnType<typeof wireDeed>;
  return null;
}
