import type { Polarity } from '../../../shared/contract/coding.ts';
import type { KeyEventLike } from '../../../shared/commands/keys.ts';
import { isCommand } from '../../lib/commands.tsx';

/** What a key asks of the answer grid. */
export type GridKey =
  | {
      readonly kind:
        | 'find'
        | 'noTheme'
        | 'same'
        | 'next'
        | 'done'
        | 'removeLast'
        | 'text'
        | 'inferred'
        | 'selectAll'
        | 'escape'
        | 'removeChip'
        | 'about'
        | 'memo'
        | 'chipMenu'
        | 'reject';
    }
  | { readonly kind: 'accept'; readonly place: 0 | 1 | 2 }
  | { readonly kind: 'quick'; readonly digit: number }
  | { readonly kind: 'polarity'; readonly polarity: Polarity }
  | { readonly kind: 'move' | 'extend' | 'needy' | 'chip' | 'page'; readonly by: 1 | -1 }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' };

const simple = [
  ['coding.done', 'done'],
  ['coding.noTheme', 'noTheme'],
  ['coding.same', 'same'],
  ['coding.next', 'next'],
  ['coding.removeLast', 'removeLast'],
  ['coding.text', 'text'],
  ['coding.inferred', 'inferred'],
  ['coding.selectAll', 'selectAll'],
  ['coding.about', 'about'],
  ['coding.memo', 'memo'],
  ['coding.chipMenu', 'chipMenu'],
  ['coding.reject', 'reject'],
] as const;

const accepts = [
  ['coding.accept1', 0],
  ['coding.accept2', 1],
  ['coding.accept3', 2],
] as const;

const polarities = [
  ['coding.positive', 'positive'],
  ['coding.negative', 'negative'],
  ['coding.mixed', 'mixed'],
  ['coding.neutral', 'neutral'],
] as const;

const plainKeys: Readonly<Record<string, GridKey>> = {
  ArrowDown: { kind: 'move', by: 1 },
  ArrowUp: { kind: 'move', by: -1 },
  ArrowRight: { kind: 'chip', by: 1 },
  ArrowLeft: { kind: 'chip', by: -1 },
  PageDown: { kind: 'page', by: 1 },
  PageUp: { kind: 'page', by: -1 },
  Home: { kind: 'edge', at: 'start' },
  End: { kind: 'edge', at: 'end' },
  Escape: { kind: 'escape' },
  Delete: { kind: 'removeChip' },
};

/** Whether the key types a letter, so that the theme box opens and the browser delivers it there; dead keys and composition too. */
export function typesLetter(event: KeyEventLike): boolean {
  if (event.key === 'Dead' || event.key === 'Process' || event.isComposing === true) return true;
  const isAltGr = event.getModifierState?.('AltGraph') === true;
  if (!isAltGr && (event.ctrlKey || event.metaKey || event.altKey)) return false;
  return event.key.length <= 2 && /^\p{L}$/u.test(event.key);
}

/** Reads a key pressed on a row of the answer grid; null leaves it to the browser and the program. */
export function gridKey(event: KeyEventLike): GridKey | null {
  if (typesLetter(event)) return { kind: 'find' };
  if (isCommand(event, 'coding.nextOpen')) return { kind: 'needy', by: 1 };
  if (isCommand(event, 'coding.previousOpen')) return { kind: 'needy', by: -1 };
  if (isCommand(event, 'coding.extendDown')) return { kind: 'extend', by: 1 };
  if (isCommand(event, 'coding.extendUp')) return { kind: 'extend', by: -1 };
  const named = simple.find(([id]) => isCommand(event, id));
  if (named !== undefined) return { kind: named[1] };
  const accept = accepts.find(([id]) => isCommand(event, id));
  if (accept !== undefined) return { kind: 'accept', place: accept[1] };
  const tone = polarities.find(([id]) => isCommand(event, id));
  if (tone !== undefined) return { kind: 'polarity', polarity: tone[1] };
  if (isCommand(event, 'coding.quick')) return { kind: 'quick', digit: Number(event.key) };
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  return plainKeys[event.key] ?? null;
}
