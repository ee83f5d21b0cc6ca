import { describe, expect, test } from 'vitest';
import type { DocumentBlock } from '../../../../shared/contract/reports-document.ts';
import type { DraftBlock } from './blocks-model.ts';
import { noDocument } from './document-index.ts';
import { sheetsOf } from './sheets.ts';

const text = { id: 't', kind: 'text' } as DraftBlock; // nothing else of a block is asked for
const exhibit = { id: 'e', kind: 'exhibit' } as DraftBlock; // as above

/** A table of so many columns, n in a last one where its rows have bases of their own. */
function found(columns: number, hasRowBases: boolean, hasTable = true): DocumentBlock {
  const released = { rows: [{ base: hasRowBases ? { n: 40 } : null }], columns: Array.from({ length: columns }, () => ({})) };
  const part = { kind: 'exhibit', table: hasTable ? { number: 1, anchor: 'table_1' } : null, released };
  return { id: 'e', kind: 'exhibit', parts: [part] } as unknown as DocumentBlock; // what of a table says how wide it is
}

describe('the papers of a report', () => {
  test.each([
    ['seven columns stand upright', found(7, false), [false]],
    ['eight lie across, as in print', found(8, false), [false, true, false]],
    ['n in a column of its own counts', found(7, true), [false, true, false]],
    ['a chart alone stands upright', found(20, true, false), [false]],
  ])('%s', (_, block, across) => {
    const sheets = sheetsOf([text, exhibit, text], { ...noDocument, byBlock: new Map([['e', block]]) });
    expect(sheets.map(({ isLandscape }) => isLandscape)).toEqual(across);
  });
});
