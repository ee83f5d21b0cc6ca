import { z } from 'zod';
import type { SpokenError } from '../../lib/errors.ts';

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/** The deed of a later step. */
export interface LaterStep {
  readonly labelId: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The later step that keeps a step from being undone alone; null when the error is another one or names none. */
export function conflictWith(error: Pick<SpokenError, 'code' | 'params'>): LaterStep | null {
  const { laterLabel, laterParams } = error.params;
  if (error.code !== 'UNDO_CONFLICT' || typeof laterLabel !== 'string' || laterLabel === '') return null;
  const params = typeof laterParams === 'string' ? Params.safeParse(parse(laterParams)) : undefined;
  return { labelId: laterLabel, params: params?.success === true ? params.data : {} };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
