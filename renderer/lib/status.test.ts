import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSave, endSave, saveState } from './status.ts';

describe('what the status line says of saving', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    saveState.set({ kind: 'saved', at: '2025-04-11T09:00:00.000Z' });
  });
  afterEach(() => vi.useRealTimers());

  it('goes from saved to saved when a change is on the disk at once', () => {
    beginSave();
    vi.advanceTimersByTime(50);
    expect(saveState.get()).toEqual({ kind: 'saved', at: '2025-04-11T09:00:00.000Z' });
    endSave(null, '2025-04-11T09:01:00.000Z');
    vi.advanceTimersByTime(1000);
    expect(saveState.get()).toEqual({ kind: 'saved', at: '2025-04-11T09:01:00.000Z' });
  });

  it('says that a change is under way when it takes time, and that it is saved only when the last one is', () => {
    beginSave();
    vi.advanceTimersByTime(200);
    beginSave();
    vi.advanceTimersByTime(200);
    expect(saveState.get().kind).toBe('saving');
    endSave(null, 'a');
    expect(saveState.get().kind).toBe('saving');
    endSave(null, 'b');
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
