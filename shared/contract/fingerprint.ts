import { z } from 'zod';
import type { MethodMeta } from './kit.ts';

/** One method as data: for the reference page, the topic map and the fingerprint. */
export interface MethodFacts {
  readonly name: string;
  readonly meta: MethodMeta;
  readonly errors: readonly string[];
  /** JSON Schema of the input, and of the output where it is no stream. */
  readonly input: unknown;
  readonly output: unknown;
}

interface ProcedureLike {
  readonly '~orpc': {
    readonly meta: MethodMeta;
    readonly errorMap: Readonly<Record<string, unknown>>;
    readonly inputSchema?: unknown;
    readonly outputSchema?: unknown;
  };
}

function isProcedure(value: unknown): value is ProcedureLike {
  return typeof value === 'object' && value !== null && '~orpc' in value;
}

function schemaOf(schema: unknown, io: 'input' | 'output'): unknown {
  if (!(schema instanceof z.ZodType)) return { stream: true };
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}

/** All methods of a contract, in name order. */
export function listMethods(contract: Readonly<Record<string, Readonly<Record<string, unknown>>>>): MethodFacts[] {
  const methods: MethodFacts[] = [];
  for (const [feature, members] of Object.entries(contract)) {
    for (const [verb, procedure] of Object.entries(members)) {
      if (!isProcedure(procedure)) continue;
      const { meta, errorMap, inputSchema, outputSchema } = procedure['~orpc'];
      methods.push({
        name: `${feature}.${verb}`,
        meta,
        errors: Object.keys(errorMap).toSorted(),
        input: schemaOf(inputSchema, 'input'),
        output: schemaOf(outputSchema, 'output'),
      });
    }
  }
  return methods.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * A short mark of the whole contract (FNV-1a over its JSON Schemas). A window whose mark differs from the core's was built
 * from another version and is asked to reload.
 */
export function fingerprintOf(contract: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string {
  const text = JSON.stringify(listMethods(contract));
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
