import { useState } from 'react';
import type { GridRow } from '../../../shared/contract/coding.ts';
import type { TextId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';

/** The words of a row, open for correction. */
export interface OpenCorrection {
  readonly rowId: string;
  /** The whole text, of which the row may be one paragraph. */
  readonly text: { readonly textId: TextId; readonly body: string; readonly language: string };
  readonly range: TextRange | null;
  readonly caret: number;
}

/** Opens the words of a row for correction and closes them again. */
export function useCorrection() {
  const [open, setOpen] = useState<OpenCorrection | null>(null);
  return {
    open,
    /** `caret` counts from the start of the row's words. */
    begin: async (row: GridRow, caret: number): Promise<void> => {
      const { textId, range, language } = row;
      if (textId === null) return;
      const body = range === null ? row.body : (await client.texts.read({ textId })).body;
      setOpen({ rowId: row.id, text: { textId, body, language }, range, caret: caret + (range?.start ?? 0) });
    },
    close: () => setOpen(null),
  };
}
