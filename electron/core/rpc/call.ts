import type { AnyContractProcedure, AnyContractRouter, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { OperationHandle } from '../db/operations.ts';
import type { Statements } from '../db/statements.ts';
import type { Session } from '../session.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a handler is given beside its input. */
export interface Call {
  readonly session: Session;
  /** The open workspace. @throws AppError NO_WORKSPACE */
  readonly workspace: Workspace;
  readonly sql: Statements;
  readonly windowId: string;
  /** The person at this machine, as the open workspace knows them. */
  readonly actorId: string;
  /** The operation being recorded; only in commands. */
  readonly operation: OperationHandle;
  /** Runs a job's writing part as one operation; only in jobs. */
  readonly commit: <T>(work: (operation: OperationHandle) => T) => T;
  readonly signal: AbortSignal | undefined;
}

type HandlerOf<P> =
  P extends ContractProcedure<infer I, infer O, infer _E, infer _M>
    ? (call: Call, input: InferSchemaOutput<I>) => InferSchemaInput<O> | Promise<InferSchemaInput<O>>
    : never;

/** One function per method of a feature: a missing or misfitting one does not compile. */
export type Handlers<F extends AnyContractRouter> = {
  readonly [K in keyof F]: F[K] extends AnyContractProcedure ? HandlerOf<F[K]> : never;
};
