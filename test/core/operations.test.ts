import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../electron/core/workspace/workspace.ts';
import { createWorkspace, openWorkspace } from '../../electron/core/workspace/open.ts';
import { realDeps } from '../../electron/core/deps.ts';
import { aFolder, aPath, contentOf, markOf } from '../support/a-workspace.ts';

const source = { actorId: 'solfrid', windowId: 'w1' };
const deps = realDeps(aFolder());

function anOpenWorkspace(): Workspace {
  return createWorkspace(aPath(), deps, { checksRows: true });
}

function doIt(workspace: Workspace, work: () => void, kind = 'test.change'): void {
  workspace.operations.run({ ...source, kind, labelId: 'test.label', isUndoable: true }, work);
}

function addPlace(workspace: Workspace, id: string, name: string, parent: string | null = null): void {
  workspace.sql.insert('place', { id, kind: 'municipality', country_code: 'NO', name, parent_id: parent });
}

describe('the operation log', () => {
  test('refuses any write outside an operation, in every table people can change', () => {
    const workspace = anOpenWorkspace();
    expect(() => addPlace(workspace, 'a', 'Fjordvik')).toThrow(/NOT NULL constraint failed: op_change.op_seq/u);
    doIt(workspace, () => addPlace(workspace, 'a', 'Fjordvik'));
    expect(() => workspace.sql.run("UPDATE place SET name = 'Skogbygda'")).toThrow(/NOT NULL constraint failed: op_change.op_seq/u);
    expect(() => workspace.sql.run('DELETE FROM place')).toThrow(/NOT NULL constraint failed: op_change.op_seq/u);
    workspace.close();
  });

  test('an operation that throws leaves nothing, and one that changes nothing leaves no trace', () => {
    const workspace = anOpenWorkspace();
    const before = markOf(workspace.db);
    expect(() =>
      doIt(workspace, () => {
        addPlace(workspace, 'a', 'Fjordvik');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    doIt(workspace, () => workspace.sql.run('DELETE FROM place'));
    expect(markOf(workspace.db)).toBe(before);
    expect(workspace.lastOperation()).toBe(0);
    workspace.close();
  });

  test('[F54] undo survives a restart, and redo gives back the very same rows', () => {
    const path = aPath();
    const first = createWorkspace(path, deps, { checksRows: true });
    doIt(first, () => addPlace(first, 'a', 'Fjordvik'));
    doIt(first, () => first.sql.run("UPDATE place SET name = 'Skogbygda'"));
    const end = contentOf(first.db);
    first.close();
    const second = openWorkspace(path, deps, { checksRows: true });
    expect(second.operations.undo({ ...source, windowId: 'w2' }).labelId).toBe('test.label');
    expect(contentOf(second.db)['place']?.[0]).toContain('Fjordvik');
    second.operations.redo({ ...source, windowId: 'w2' });
    expect(contentOf(second.db)).toEqual(end);
    second.close();
  });

  test('numbers come back to the last bit', () => {
    const workspace = anOpenWorkspace();
    doIt(workspace, () => workspace.sql.insert('setting', { name: 'x', value: '1' }));
    const odd = 0.1 + 0.2;
    doIt(workspace, () => workspace.sql.insert('scale', { id: 's', name: String(odd), direction: 'none' }));
    workspace.operations.undo(source);
    workspace.operations.redo(source);
    expect(contentOf(workspace.db)['scale']).toEqual([['s', String(odd), 'none', null, null, null]]);
    workspace.close();
  });

  test('a step that a later one builds on is not undone alone, and the later one is named', () => {
    const workspace = anOpenWorkspace();
    doIt(workspace, () => addPlace(workspace, 'a', 'Fjordvik'));
    const first = workspace.lastOperation();
    doIt(workspace, () => workspace.sql.run("UPDATE place SET name = 'Skogbygda' WHERE id = 'a'"));
    const before = markOf(workspace.db);
    expect(() => workspace.operations.undo(source, first)).toThrow(
      expect.objectContaining({ code: 'UNDO_CONFLICT', params: expect.objectContaining({ laterSeq: first + 1 }) }),
    );
    expect(markOf(workspace.db)).toBe(before);
    workspace.close();
  });

  test('a step whose rows others point to is not undone alone either', () => {
    const workspace = anOpenWorkspace();
    doIt(workspace, () => addPlace(workspace, 'county', 'Midtfjord'));
    const first = workspace.lastOperation();
    doIt(workspace, () => addPlace(workspace, 'a', 'Fjordvik', 'county'));
    expect(() => workspace.operations.undo(source, first)).toThrow(expect.objectContaining({ code: 'UNDO_CONFLICT' }));
    workspace.operations.undo(source);
    workspace.operations.undo(source);
    expect(contentOf(workspace.db)['place']).toBeUndefined();
    workspace.close();
  });

  test('takes the latest step of this window, and of this person when the window has none', () => {
    const workspace = anOpenWorkspace();
    doIt(workspace, () => addPlace(workspace, 'a', 'Fjordvik'));
    workspace.operations.run({ ...source, windowId: 'w2', kind: 'k', labelId: 'other', isUndoable: true }, () =>
      addPlace(workspace, 'b', 'Skogbygda'),
    );
    expect(workspace.operations.nextUndo(source)?.labelId).toBe('test.label');
    expect(workspace.operations.nextUndo({ ...source, windowId: 'new' })?.labelId).toBe('other');
    expect(workspace.operations.nextUndo({ actorId: 'even', windowId: 'w1' })).toBeNull();
    workspace.close();
  });

  test('typing within five seconds under one key is one step; after five seconds it is two', () => {
    let now = 1_000_000;
    const workspace = createWorkspace(aPath(), { ...deps, now: () => now }, { checksRows: true });
    const type = (value: string): void => {
      workspace.operations.run({ ...source, kind: 'typing', labelId: 'l', isUndoable: true }, (operation) => {
        operation.mergeWith('field');
        workspace.sql.run(
          'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
          { name: 'field', value: JSON.stringify(value) },
        );
      });
    };
    type('v');
    now += 1000;
    type('ve');
    now += 6000;
    type('vent');
    workspace.operations.undo(source);
    expect(contentOf(workspace.db)['setting']).toEqual([['field', '"ve"']]);
    workspace.operations.undo(source);
    expect(contentOf(workspace.db)['setting']).toBeUndefined();
    workspace.close();
  });

  test('a batch is undone by its rows and redone exactly, unless one of them was changed since', () => {
    const workspace = anOpenWorkspace();
    const load = (): void => {
      workspace.operations.run({ ...source, kind: 'load', labelId: 'l', isUndoable: true }, (operation) => {
        const batch = operation.asBatch({ kind: 'survey', fileName: 'f.csv', fileSha256: 'x', mapping: {}, rowCount: 300 });
        for (let n = 0; n < 300; n += 1)
          workspace.sql.insert('scale', { id: `s${n}`, name: `${n / 3}`, direction: 'none', batch_id: batch });
      });
    };
    const start = markOf(workspace.db);
    load();
    const end = markOf(workspace.db);
    workspace.operations.undo(source);
    expect(markOf(workspace.db)).toBe(start);
    workspace.operations.redo(source);
    expect(markOf(workspace.db)).toBe(end);
    const batchStep = workspace.operations.nextUndo(source)?.seq ?? 0;
    doIt(workspace, () => workspace.sql.run("UPDATE scale SET name = 'changed' WHERE id = 's7'"));
    expect(() => workspace.operations.undo(source, batchStep)).toThrow(expect.objectContaining({ code: 'UNDO_CONFLICT' }));
    workspace.close();
  });

  test('[F53] 1,000 random changes, then undo all: the start, row for row; redo all: the end; also across restarts', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            verb: fc.integer({ min: 0, max: 9 }),
            which: fc.nat(30),
            text: fc.string({ maxLength: 12, unit: 'grapheme' }),
            number: fc.double({ noNaN: true, noDefaultInfinity: true }),
          }),
          { minLength: 1000, maxLength: 1000 },
        ),
        (steps) => {
          const path = aPath();
          let workspace = createWorkspace(path, deps, { checksRows: false });
          const start = markOf(workspace.db);
          for (const step of steps) doIt(workspace, () => randomChange(workspace, step));
          const end = markOf(workspace.db);
          let count = 0;
          while (workspace.operations.nextUndo(source) !== null) {
            workspace.operations.undo(source);
            count += 1;
            if (count === 100) {
              workspace.close();
              workspace = openWorkspace(path, deps);
            }
          }
          expect(markOf(workspace.db)).toBe(start);
          workspace.close();
          workspace = openWorkspace(path, deps);
          for (; count > 0; count -= 1) workspace.operations.redo(source);
          expect(markOf(workspace.db)).toBe(end);
          expect(workspace.operations.nextRedo(source)).toBeNull();
          workspace.close();
        },
      ),
      { numRuns: Number(process.env['ROST_LONG'] ?? 0) > 0 ? 20 : 1, endOnFailure: true },
    );
  }, 120_000);
});

interface Step {
  readonly verb: number;
  readonly which: number;
  readonly text: string;
  readonly number: number;
}

/** Inserts, updates, re-keys and deletes over tables with text, numbers, foreign keys and composite keys. */
function randomChange(workspace: Workspace, { verb, which, text, number }: Step): void {
  const { sql } = workspace;
  const id = `t${which}`;
  const clean = text.replaceAll('\0', '');
  if (verb < 4)
    sql.run(
      'INSERT INTO theme (id, number, ordinal, definition) VALUES (:id, :number, :ordinal, :definition) ON CONFLICT (id) DO UPDATE SET number = excluded.number',
      { id, number: clean, ordinal: which, definition: JSON.stringify({ nb: clean }) },
    );
  else if (verb === 4)
    sql.run(
      'INSERT INTO theme_term (id, theme_id, language, kind, term) SELECT :term, id, :nb, :kind, :text FROM theme WHERE id = :id ON CONFLICT (id) DO UPDATE SET term = excluded.term',
      { term: `${id}x`, id, nb: 'nb', kind: 'preferred', text: clean },
    );
  else if (verb === 5)
    sql.run('UPDATE theme SET parent_id = (SELECT id FROM theme WHERE id <> :id ORDER BY id LIMIT 1) WHERE id = :id', { id });
  else if (verb === 6) sql.run('DELETE FROM theme_term WHERE theme_id = :id', { id });
  else if (verb === 7)
    sql.run(
      'DELETE FROM theme WHERE id = :id AND NOT EXISTS (SELECT 1 FROM theme AS child WHERE child.parent_id = :id) AND NOT EXISTS (SELECT 1 FROM theme_term WHERE theme_id = :id)',
      { id },
    );
  else if (verb === 8)
    sql.run('INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
      name: id,
      value: JSON.stringify([number, clean]),
    });
  else sql.run('DELETE FROM setting WHERE name = :name', { name: id });
}

test('[F22] a text saved every half second while it is typed leaves one image of itself in the log, and undo takes all of it back', () => {
  const workspace = anOpenWorkspace();
  doIt(workspace, () => addPlace(workspace, 'a', 'F'));
  const before = contentOf(workspace.db);
  for (let length = 1; length <= 40; length += 1) {
    workspace.operations.run({ ...source, kind: 'test.type', labelId: 'test.label', isUndoable: true }, (operation) => {
      operation.mergeWith('note');
      workspace.sql.run('UPDATE place SET note = :note', { note: 'x'.repeat(length) });
    });
  }
  const images = (): unknown =>
    workspace.db.prepare("SELECT length(after ->> 'note') FROM op_change WHERE before IS NOT NULL").pluck().all();
  expect(images()).toEqual([40]);
  workspace.operations.undo(source);
  expect(contentOf(workspace.db)).toEqual(before);
  workspace.operations.redo(source);
  expect(workspace.db.prepare('SELECT length(note) FROM place').pluck().get()).toBe(40);
  workspace.close();
});
