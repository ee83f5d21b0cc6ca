import { beforeEach, describe, expect, it } from 'vitest';
import { beginSave, endSave, isSaving, saveState } from './status.ts';

describe('what is known of saving', () => {
  beforeEach(() => saveState.set({ kind: 'saved', at: '2025-04-11T09:00:00.000Z' }));

  it('is saved only when the last change under way has come back', () => {
    beginSave();
    beginSave();
    expect(isSaving.get()).toBe(true);
    endSave(null, 'a');
    expect(isSaving.get()).toBe(true);
    expect(saveState.get()).toEqual({ kind: 'saved', at: '2025-04-11T09:00:00.000Z' });
    endSave(null, 'b');
    expect(isSaving.get()).toBe(false);
    expect(saveState.get()).toEqual({ kind: 'saved', at: 'b' });
  });

  it('goes on saying that something is not saved when another change came through, until all is sent again', () => {
    beginSave();
    beginSave();
    endSave({ kind: 'unsaved', message: 'error.diskFull', params: {} }, '');
    endSave(null, 'a');
    expect(saveState.get().kind).toBe('unsaved');
    beginSave();
    endSave(null, 'b');
    expect(saveState.get()).toEqual({ kind: 'saved', at: 'b' });
  });
});
