import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

/*
 * Marks of fieldwork that have no column of their own lie in `setting`, which the operation log follows: they can be undone and
 * are merged like everything else.
 */

/** From what share of the asked questions (percent) an ended interview counts as what (AAPOR: 50 and 80). */
export interface OutcomeLimits {
  /** Partial; under it, a break-off. */
  readonly partialFrom: number;
  /** Complete; never less than partial. */
  readonly completeFrom: number;
}

const usualLimits: OutcomeLimits = { partialFrom: 50, completeFrom: 80 };

function limitName(limit: keyof OutcomeLimits, projectId: string): string {
  return `fieldwork.${limit}:${projectId}`;
}

function insufficientName(waveId: string): string {
  return `fieldwork.insufficient:${waveId}`;
}

function read<T>(sql: Statements, schema: z.ZodType<T>, name: string): T | undefined {
  const row = sql.get(z.object({ value: z.string() }), 'SELECT value FROM setting WHERE name = :name', { name });
  if (row === undefined) return undefined;
  return schema.safeParse(JSON.parse(row.value)).data;
}

function write(sql: Statements, name: string, value: unknown): void {
  if (value === null) sql.run('DELETE FROM setting WHERE name = :name', { name });
  else
    sql.run('INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
      name,
      value: JSON.stringify(value),
    });
}

/** The limits of a project. */
export function readLimits(sql: Statements, projectId: string): OutcomeLimits {
  const of = (limit: keyof OutcomeLimits): number => read(sql, z.int().min(1).max(100), limitName(limit, projectId)) ?? usualLimits[limit];
  const partialFrom = of('partialFrom');
  return { partialFrom, completeFrom: Math.max(partialFrom, of('completeFrom')) };
}

export function writeLimit(sql: Statements, projectId: string, limit: keyof OutcomeLimits, percent: number): void {
  write(sql, limitName(limit, projectId), percent === usualLimits[limit] ? null : percent);
}

/** The note of a wave in which too few took part, or null when nobody has marked it. */
export function readInsufficient(sql: Statements, waveId: string): { note: string } | null {
  return read(sql, z.object({ note: z.string() }), insufficientName(waveId)) ?? null;
}

export function writeInsufficient(sql: Statements, waveId: string, note: string | null): void {
  write(sql, insufficientName(waveId), note === null ? null : { note });
}
