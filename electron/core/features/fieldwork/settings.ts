import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

/*
 * Marks of fieldwork that have no column of their own lie in `setting`, which the operation log follows: they can be undone and
 * are merged like everything else.
 */

const defaultPartialFrom = 50;

function partialName(projectId: string): string {
  return `fieldwork.partialFrom:${projectId}`;
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

/** Percent of asked questions from which an unfinished interview counts as partial; under it, it is a break-off (AAPOR: 50). */
export function readPartialFrom(sql: Statements, projectId: string): number {
  return read(sql, z.int().min(1).max(100), partialName(projectId)) ?? defaultPartialFrom;
}

export function writePartialFrom(sql: Statements, projectId: string, percent: number): void {
  write(sql, partialName(projectId), percent === defaultPartialFrom ? null : percent);
}

/** The note of a wave in which too few took part, or null when nobody has marked it. */
export function readInsufficient(sql: Statements, waveId: string): { note: string } | null {
  return read(sql, z.object({ note: z.string() }), insufficientName(waveId)) ?? null;
}

export function writeInsufficient(sql: Statements, waveId: string, note: string | null): void {
  write(sql, insufficientName(waveId), note === null ? null : { note });
}
