import { describe, expect, test } from 'vitest';
import { headingOver, moved, newBlock, nextHeading, sectionOf, withInserted, withReading, type DraftBlock } from './blocks-model.ts';

function inFile(id: string, kind: DraftBlock['kind'], body = '', level?: number): DraftBlock {
  return { ...newBlock(id, kind, { body, options: level === undefined ? {} : { level } }), seen: body };
}

const report: readonly DraftBlock[] = [
  inFile('intro', 'text', 'Først'),
  inFile('one', 'heading', 'En', 1),
  inFile('a', 'text', 'Under en'),
  inFile('one-one', 'heading', 'En komma en', 2),
  inFile('b', 'exhibit'),
  inFile('two', 'heading', 'To', 1),
  inFile('c', 'text', 'Under to'),
];
const ids = (blocks: readonly DraftBlock[]): string[] => blocks.map(({ id }) => id);

describe('chapters', () => {
  test('a heading takes with it everything down to the next of its level', () => {
    expect(ids(sectionOf(report, 'one'))).toEqual(['one', 'a', 'one-one', 'b']);
    expect(ids(sectionOf(report, 'one-one'))).toEqual(['one-one', 'b']);
    expect(ids(sectionOf(report, 'b'))).toEqual(['b']);
  });

  test('a block stands under the heading above it', () => {
    expect(headingOver(report, 'b')?.id).toBe('one-one');
    expect(headingOver(report, 'intro')).toBeNull();
  });

  test('the next heading is found from anywhere, and none beyond the last', () => {
    expect(nextHeading(report, 'a', 1)?.id).toBe('one-one');
    expect(nextHeading(report, 'two', -1)?.id).toBe('one-one');
    expect(nextHeading(report, null, 1)?.id).toBe('one');
    expect(nextHeading(report, 'c', 1)).toBeNull();
  });
});

describe('moving', () => {
  test('a block goes over its neighbour, and says what it comes after', () => {
    const up = moved(report, 'a', -1, false);
    expect(ids(up?.blocks ?? [])).toEqual(['intro', 'a', 'one', 'one-one', 'b', 'two', 'c']);
    expect(up?.after).toBe('intro');
    const down = moved(report, 'intro', 1, false);
    expect(ids(down?.blocks ?? []).slice(0, 2)).toEqual(['one', 'intro']);
    expect(down?.after).toBe('one');
  });

  test('nothing moves beyond the ends', () => {
    expect(moved(report, 'intro', -1, false)).toBeNull();
    expect(moved(report, 'c', 1, false)).toBeNull();
    expect(moved(report, 'gone', 1, false)).toBeNull();
  });

  test('a chapter goes over the chapter beside it', () => {
    const down = moved(report, 'one', 1, true);
    expect(ids(down?.blocks ?? [])).toEqual(['intro', 'two', 'c', 'one', 'a', 'one-one', 'b']);
    expect(down?.after).toBe('c');
    const up = moved(report, 'two', -1, true);
    expect(ids(up?.blocks ?? [])).toEqual(['intro', 'two', 'c', 'one', 'a', 'one-one', 'b']);
    expect(up?.after).toBe('intro');
  });
});

describe('what the file says', () => {
  const read = report.map(({ seen: _seen, ...block }) => block);

  test('words that are typed and not sent stay; everything else is as in the file', () => {
    const typed = report.map((block) => (block.id === 'a' ? { ...block, body: 'Under en, og mer' } : block));
    const merged = withReading(
      typed,
      read.map((block) => (block.id === 'c' ? { ...block, body: 'Endret et annet sted' } : block)),
    );
    expect(merged.find(({ id }) => id === 'a')).toMatchObject({ body: 'Under en, og mer', seen: 'Under en' });
    expect(merged.find(({ id }) => id === 'c')).toMatchObject({ body: 'Endret et annet sted', seen: 'Endret et annet sted' });
  });

  test('a block that is not in the file yet keeps its place after the one before it', () => {
    const fresh = newBlock('new', 'text', { body: 'Nytt' });
    const merged = withReading(withInserted(report, 'one', [fresh]), read);
    expect(ids(merged).slice(0, 4)).toEqual(['intro', 'one', 'new', 'a']);
    expect(merged.find(({ id }) => id === 'new')?.seen).toBeNull();
  });

  test('what is gone from the file is gone', () => {
    expect(
      ids(
        withReading(
          report,
          read.filter(({ id }) => id !== 'b'),
        ),
      ),
    ).not.toContain('b');
  });
});

test('words that are typed in a block stay when another window has taken the block away: they go into the file as a new one', () => {
  const typed = report.map((block) => (block.id === 'a' ? { ...block, body: 'Under en, og mer' } : block));
  const read = report.filter(({ id }) => id !== 'a' && id !== 'c').map(({ seen: _seen, ...block }) => block);
  const merged = withReading(typed, read);
  expect(ids(merged)).toEqual(['intro', 'one', 'a', 'one-one', 'b', 'two']);
  expect(merged.find(({ id }) => id === 'a')).toMatchObject({ body: 'Under en, og mer', seen: null });
});
