import { describe, expect, it } from 'vitest';
import { treeDeed, visibleNodes } from './visible-nodes.ts';

interface Plain {
  readonly id: string;
  readonly children?: readonly Plain[];
}

const themes: readonly Plain[] = [
  { id: 'information', children: [{ id: 'rights' }, { id: 'decisions', children: [{ id: 'afterwards' }] }] },
  { id: 'housing' },
  { id: 'family', children: [{ id: 'respite' }] },
];

describe('visibleNodes', () => {
  it('shows the top level only, with place and size of the set, when nothing is expanded', () => {
    const rows = visibleNodes(themes, new Set());
    expect(rows.map((row) => [row.node.id, row.level, row.position, row.setSize])).toEqual([
      ['information', 1, 1, 3],
      ['housing', 1, 2, 3],
      ['family', 1, 3, 3],
    ]);
  });

  it('shows a child only when all above it are expanded', () => {
    expect(visibleNodes(themes, new Set(['decisions'])).map((row) => row.node.id)).not.toContain('afterwards');
    const rows = visibleNodes(themes, new Set(['information', 'decisions']));
    expect(rows.map((row) => row.node.id)).toEqual(['information', 'rights', 'decisions', 'afterwards', 'housing', 'family']);
    expect(rows[3]).toMatchObject({ level: 3, parentIndex: 2 });
  });
});

describe('treeDeed', () => {
  const closed = visibleNodes(themes, new Set());
  const open = visibleNodes(themes, new Set(['information']));

  it('right expands, then enters; left goes to the parent, then collapses', () => {
    expect(treeDeed('ArrowRight', 0, closed)).toEqual({ kind: 'expand', ids: ['information'] });
    expect(treeDeed('ArrowRight', 0, open)).toEqual({ kind: 'move', index: 1 });
    expect(treeDeed('ArrowLeft', 1, open)).toEqual({ kind: 'move', index: 0 });
    expect(treeDeed('ArrowLeft', 0, open)).toEqual({ kind: 'collapse', id: 'information' });
  });

  it('leaves the key alone on a leaf at the top', () => {
    expect(treeDeed('ArrowRight', 1, closed)).toBeNull();
    expect(treeDeed('ArrowLeft', 1, closed)).toBeNull();
  });

  it('star expands all siblings that have children', () => {
    expect(treeDeed('*', 1, closed)).toEqual({ kind: 'expand', ids: ['information', 'family'] });
  });
});
