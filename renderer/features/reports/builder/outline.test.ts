import { describe, expect, test } from 'vitest';
import type { DocumentBlock } from '../../../../shared/contract/reports-document.ts';
import { newBlock, type DraftBlock } from './blocks-model.ts';
import { noDocument, type DocumentIndex } from './document-index.ts';
import { outlineOf } from './outline.ts';
import { waitingIn } from './waiting.ts';

const blocks: readonly DraftBlock[] = [
  newBlock('one', 'heading', { body: 'Bakgrunn', options: { level: 1 } }),
  newBlock('table', 'exhibit'),
  newBlock('two', 'heading', { body: 'Å bli hørt', options: { level: 1 } }),
  newBlock('words', 'text', { body: 'Tekst' }),
  newBlock('quote', 'quote'),
];

function found(id: string, about: Partial<DocumentBlock>): DocumentBlock {
  return { id, kind: 'text', parts: [], problems: [], changes: [], changed: 0, ...about };
}

const document = {
  blocks: [
    found('one', {}),
    found('table', { changed: 3 }),
    found('two', {}),
    found('words', { problems: [{ code: 'text-to-write', isBlocking: false, sentence: { id: 'x', params: {} } }] }),
    found('quote', { problems: [{ code: 'quote-not-cleared', isBlocking: true, sentence: { id: 'x', params: {} } }] }),
  ],
};
const index: DocumentIndex = {
  ...noDocument,
  byBlock: new Map(document.blocks.map((block) => [block.id, block])),
  headings: new Map([['two', '2']]),
};

describe('the contents', () => {
  test('show what stands under the heading where the hand is, and only there', () => {
    const ids = (at: string | null): string[] => outlineOf(blocks, at, index, ({ id }) => id).map(({ blockId }) => blockId);
    expect(ids('one')).toEqual(['one', 'table', 'two']);
    expect(ids('words')).toEqual(['one', 'two', 'quote']);
    expect(ids(null)).toEqual(['one', 'two']);
  });

  test('mark a heading for everything under it', () => {
    const [one, two] = outlineOf(blocks, null, index, ({ body }) => body);
    expect(one).toMatchObject({ hasChanges: true, isBlocked: false, number: null });
    expect(two).toMatchObject({ hasChanges: false, isBlocked: true, hasUnclearedQuote: true, number: '2', text: 'Å bli hørt' });
  });
});

test('what is in the way comes first, then what has changed, then what is unfinished', () => {
  expect(waitingIn(document).map(({ kind, count, isBlocking, blockIds }) => [kind, count, isBlocking, blockIds])).toEqual([
    ['quote-not-cleared', 1, true, ['quote']],
    ['changed', 3, false, ['table']],
    ['text-to-write', 1, false, ['words']],
  ]);
});
