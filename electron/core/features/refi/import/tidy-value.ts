import { z } from 'zod';
import { decimal } from '../export/read-values.ts';
import { placeIn } from '../positions.ts';
import type { RefiValue } from '../refi-project.ts';

/** Longest text that can be stored, in UTF-16 units. */
const longestText = 4_000_000;

/** Words as they may be stored; null for none, undefined for more than there is room for. */
function storable(words: string): string | null | undefined {
  if (words.length > longestText) return undefined;
  const { body } = placeIn(words, [], { unit: 'code-point', lines: 'as-written' });
  return body === '' ? null : body;
}

/** A value in one writing, whatever the file's; null is missing, undefined is none of its type. */
export function tidyValue({ type, value }: RefiValue): string | null | undefined {
  if (value === null) return null;
  const text = value.trim();
  if (type === 'Text') return storable(value);
  if (text === '') return null;
  switch (type) {
    case 'Boolean':
      return /^(?:true|1)$/iu.test(text) ? 'true' : /^(?:false|0)$/iu.test(text) ? 'false' : undefined;
    case 'Integer':
    case 'Float': {
      const number = Number(text.replace(',', '.'));
      return Number.isFinite(number) ? decimal(number) : undefined;
    }
    case 'Date':
      return z.iso.date().safeParse(text.slice(0, 10)).data;
    case 'DateTime': {
      const minute = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d/u.exec(text);
      return z.iso.date().safeParse(minute?.[1]).success ? minute?.[0] : undefined;
    }
    default:
      return type satisfies never;
  }
}
