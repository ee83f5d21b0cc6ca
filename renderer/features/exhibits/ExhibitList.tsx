import { useEffect, useRef, useState, type RefObject } from 'react';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { useHandOnList } from '../../lib/use-hand-on-list.ts';
import { isInList, useRowMenu } from '../../lib/virtual-table/use-row-menu.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { RowMenu, type RowMenuEntry } from '../../ui/row-menu/RowMenu.tsx';
import type { Countable } from './made-of.ts';
import { useExhibitColumns } from './use-exhibit-columns.tsx';
import type { KeptDeeds } from './use-kept-deeds.ts';
import type { Recount } from './use-rerun.ts';

interface ExhibitListProps {
  readonly exhibits: readonly KeptExhibit[];
  readonly countable: Countable;
  readonly deeds: KeptDeeds;
  readonly recount: Recount;
  readonly currentId: string | null;
  readonly onCurrent: (id: string) => void;
  /** Shows what has changed in the current one. */
  readonly onChanges: () => void;
  /** Puts the current one in a report. */
  readonly onInsert: () => void;
  readonly handleRef: RefObject<DataTableHandle | null>;
}

type MenuDeed = 'open' | 'rename' | 'up' | 'down' | 'analysis' | 'insert' | 'changes' | 'remove';

/** Kept tables in their order. Enter opens; F2 writes the name in its place; Alt and the arrows move. */
export function ExhibitList({
  exhibits,
  countable,
  deeds,
  recount,
  currentId,
  onCurrent,
  onChanges,
  onInsert,
  handleRef,
}: ExhibitListProps) {
  const say = useText();
  const [renaming, setRenaming] = useState<string | null>(null);
  const focusSoon = useFocusRow(exhibits, handleRef);
  useBackFromField(renaming, handleRef);
  const { open: openMenu, menu } = useRowMenu();
  const at = exhibits.findIndex(({ id }) => id === currentId);
  const current = exhibits[at];
  useHandOnList(true, () => document.querySelector<HTMLElement>('[role="grid"] tbody tr[tabindex="0"]'));

  async function remove(): Promise<void> {
    if (current === undefined) return;
    const next = exhibits[at + 1] ?? exhibits[at - 1];
    if (!(await deeds.remove(current)) || next === undefined) return;
    onCurrent(next.id);
    focusSoon(next.id);
  }
  function move(step: -1 | 1): void {
    if (current === undefined || exhibits[at + step] === undefined) return;
    focusSoon(current.id);
    deeds.move(current.id, step);
  }
  const run: Readonly<Record<MenuDeed, () => void>> = {
    open: () => (current === undefined ? undefined : deeds.open(current)),
    rename: () => setRenaming(current?.id ?? null),
    up: () => move(-1),
    down: () => move(1),
    analysis: () => (current === undefined ? undefined : deeds.toAnalysis(current)),
    insert: onInsert,
    changes: onChanges,
    remove: () => void remove(),
  };
  const has = current !== undefined;
  useCommand('exhibits.rename', run.rename, has);
  useCommand('exhibits.moveUp', run.up, has);
  useCommand('exhibits.moveDown', run.down, has);
  useCommand('exhibits.openInAnalysis', run.analysis, has);
  useCommand('exhibits.insert', run.insert, has);
  useCommand('lists.remove', () => (isInList() ? run.remove() : undefined), has);
  useCommand('lists.menu', () => (isInList() ? openMenu() : undefined), has);
  const entries: RowMenuEntry<MenuDeed>[] = [
    { id: 'open', label: say('exhibits.menu.open'), letter: 'O' },
    { id: 'rename', label: say('exhibits.menu.rename'), letter: 'F' },
    { id: 'up', label: say('exhibits.menu.up'), letter: 'U', isDisabled: at <= 0 },
    { id: 'down', label: say('exhibits.menu.down'), letter: 'N', isDisabled: at === exhibits.length - 1 },
    { id: 'analysis', label: say('exhibits.one.openInAnalysis'), letter: 'A', isDisabled: current?.definition === null },
    { id: 'insert', label: say('reports.into.deed'), letter: 'I' },
    { id: 'changes', label: say('exhibits.menu.changes'), letter: 'V' },
    { id: 'remove', label: say('exhibits.menu.remove'), letter: 'T', icon: 'delete', isDanger: true },
  ];
  const columns = useExhibitColumns({
    countable,
    recount,
    renaming,
    onChanges,
    onRenamed: ({ id }, name) => {
      setRenaming(null);
      if (name !== null) deeds.rename(id, name);
    },
  });
  return (
    <>
      <DataTable
        columns={columns}
        currentKey={currentId}
        handleRef={handleRef}
        isFullWidth
        label={say('exhibits.title')}
        onCurrentKeyChange={onCurrent}
        onOpen={deeds.open}
        rowKey={({ id }) => id}
        rows={exhibits}
      />
      <RowMenu {...menu} entries={entries} label={say('exhibits.menu', { name: current?.name ?? '' })} onAction={(id) => run[id]()} />
    </>
  );
}

/** After rows have come to stand elsewhere, or gone, the hand is on the one named. */
function useFocusRow(exhibits: readonly KeptExhibit[], table: RefObject<DataTableHandle | null>): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    table.current?.focusRow(wanted.current);
    wanted.current = null;
  }, [exhibits, table]);
  return (id) => {
    wanted.current = id;
  };
}

/** After a name has been written the hand is on its row, unless it went elsewhere by itself. */
function useBackFromField(renaming: string | null, table: RefObject<DataTableHandle | null>): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (renaming === null && last.current !== null && document.activeElement === document.body) table.current?.focusRow(last.current);
    last.current = renaming;
  }, [renaming, table]);
}
