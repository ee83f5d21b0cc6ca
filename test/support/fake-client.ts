import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { z } from 'zod';
import { contract, type Contract } from '../../shared/contract/index.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;

/** Answers by method; a method without one must not be called. */
export type FakeAnswers = {
  readonly [F in keyof Contract]?: {
    readonly [M in keyof Contract[F]]?: (
      input: M extends keyof Inputs[F] ? Inputs[F][M] : never,
    ) => M extends keyof Outputs[F] ? Outputs[F][M] : never;
  };
};

interface Procedure {
  readonly '~orpc': { readonly inputSchema?: unknown; readonly outputSchema?: unknown };
}

function procedureAt(path: readonly string[]): Procedure | undefined {
  const [feature = '', verb = ''] = path;
  // The contract is a record of records of procedures; a name that is not there gives undefined.
  return (contract as unknown as Record<string, Record<string, Procedure>>)[feature]?.[verb];
}

/**
 * The contract's client without a core behind it. Inputs and outputs are held against the contract's own schemas, so that a fake
 * cannot say what the core never would.
 */
export function createFakeClient(answers: FakeAnswers): ContractRouterClient<Contract> {
  return createORPCClient({
    call: (path, input) => {
      const procedure = procedureAt(path);
      const [feature = '', verb = ''] = path;
      // As above; the type of `answers` has checked the functions themselves.
      const answer = (answers as Record<string, Record<string, (given: unknown) => unknown> | undefined>)[feature]?.[verb];
      if (procedure === undefined) return Promise.reject(new Error(`the contract has no ${path.join('.')}`));
      if (answer === undefined) return Promise.reject(new Error(`the fake has no answer for ${path.join('.')}`));
      const { inputSchema, outputSchema } = procedure['~orpc'];
      const given = inputSchema instanceof z.ZodType ? inputSchema.parse(input) : input;
      const result = answer(given);
      return Promise.resolve(outputSchema instanceof z.ZodType ? outputSchema.parse(result) : result);
    },
  });
}
