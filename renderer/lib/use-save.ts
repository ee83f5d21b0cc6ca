import { useText } from './text.ts';
import { spoken } from './errors.ts';
import { beginSave, endSave, notice } from './status.ts';

/**
 * Runs a change and tells the status line how it went. A failure stays there in words until something is saved again;
 * the promise gives undefined then, so that callers keep what was typed.
 */
export function useSave(): <T>(change: () => Promise<T>) => Promise<T | undefined> {
  const say = useText();
  return async (change) => {
    beginSave();
    try {
      const result = await change();
      endSave(null, new Date().toISOString());
      notice.set(null);
      return result;
    } catch (error) {
      const said = spoken(error);
      if (
        said.code === 'DISK_FULL' ||
        said.code === 'DISK_GONE' ||
        said.code === 'WORKSPACE_REPLACED' ||
        said.code === 'WORKSPACE_READ_ONLY'
      ) {
        endSave({ kind: 'unsaved', message: said.message, params: said.params }, '');
      } else {
        endSave({ kind: 'quiet' }, '');
        notice.set({ text: say.any(said.message, said.params), tone: 'bad' });
      }
      return undefined;
    }
  };
}
