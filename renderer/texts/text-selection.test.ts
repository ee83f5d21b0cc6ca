import { describe, expect, it } from 'vitest';
import { caretMove } from './text-selection.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('caretMove', () => {
  it('moves by character, word, line and text, and extends with Shift [F45]', () => {
    expect(caretMove({ ...none, key: 'ArrowRight' }, 'other')).toEqual({ direction: 'forward', by: 'character', extends: false });
    expect(caretMove({ ...none, key: 'ArrowLeft', ctrlKey: true, shiftKey: true }, 'other')).toEqual({
      direction: 'backward',
      by: 'word',
      extends: true,
    });
    expect(caretMove({ ...none, key: 'ArrowRight', altKey: true }, 'mac')).toEqual({ direction: 'forward', by: 'word', extends: false });
    expect(caretMove({ ...none, key: 'End', ctrlKey: true }, 'other')?.by).toBe('documentboundary');
  });

  it('leaves the screen its own keys', () => {
    expect(caretMove({ ...none, key: 'ArrowDown', ctrlKey: true }, 'other')).toBeNull();
    expect(caretMove({ ...none, key: 'ArrowDown', metaKey: true }, 'mac')).toBeNull();
    expect(caretMove({ ...none, key: 'a' }, 'other')).toBeNull();
  });
});
