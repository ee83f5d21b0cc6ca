import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { EntryPane } from './EntryPane.tsx';
import { OrganisationTree } from './OrganisationTree.tsx';
import type { EntryPage } from './register-entries.ts';
import { useRegisterView, type RegisterView } from './register-view.ts';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterNav } from './RegisterNav.tsx';
import { RegisterTable } from './RegisterTable.tsx';

/** One register: its menu, the list with its filters, and the entry under the hand. */
export function RegisterScreenBody() {
  const say = useText();
  const view = useRegisterView();
  const { kind, id } = view;
  const [current, setCurrent] = useState(id ?? view.row);
  const table = useRef<DataTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const query = useQuery({ ...orpc.registers.list.queryOptions({ input: inputOf(view) }), placeholderData: keepPreviousData });
  // The core answers with the register it was asked for.
  const page = query.data as EntryPage | undefined;
  const deeds = useDeeds(view, page);
  useCommand('lists.new', deeds.add);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('lists.remove', () => void deeds.remove(id ?? current), (id ?? current) !== null);
  const follow = (row: string): void => {
    setCurrent(row);
    view.follow(row);
  };
  useReturnTo(table, page === undefined ? null : (id ?? view.row), view.isNew);
  return (
    <SplitPane
      end={{
        label: say('registers.detail'),
        handleLabel: say('registers.detailWidth'),
        isOpen: id !== null,
        defaultSize: 380,
        min: 300,
        max: 520,
        children:
          id === null ? null : (
            <EntryPane id={id} isNew={view.isNew} kind={kind} onClose={view.close} onRemove={() => void deeds.remove(id)} />
          ),
      }}
      start={{
        label: say('registers.title'),
        handleLabel: say('registers.kindsWidth'),
        defaultSize: 184,
        children: <RegisterNav current={kind} />,
      }}
    >
      <PageHeader
        actions={
          <Button icon="add" kbd="N" onPress={deeds.add} variant="main">
            {say(`registers.new.${kind}`)}
          </Button>
        }
        facts={page === undefined ? undefined : say('registers.facts', { n: page.total })}
        title={say(`registers.kind.${kind}`)}
      />
      <RegisterFilters
        onFound={() => {
          const first = page?.rows[0];
          if (first !== undefined) table.current?.focusRow(first.id);
        }}
        searchRef={search}
        view={view}
      />
      {view.isTree ? (
        <OrganisationTree currentId={id ?? current} onCurrent={follow} onOpen={view.open} />
      ) : (
        <Loaded query={{ ...query, data: page }}>
          {(shown) => (
            <RegisterTable current={id ?? current} handleRef={table} onAdd={deeds.add} onCurrent={follow} page={shown} view={view} />
          )}
        </Loaded>
      )}
    </SplitPane>
  );
}

function inputOf({ kind, text, ofKind, on }: RegisterView) {
  return { kind, ...(text === '' ? {} : { text }), ...(ofKind === null ? {} : { ofKind }), ...(on === null ? {} : { on }) };
}

function useDeeds(view: RegisterView, page: EntryPage | undefined) {
  const say = useText();
  const save = useSave();
  const { kind } = view;
  const add = useOneAtATime(async () => {
    const made = await save(() => client.registers.quickAdd({ kind, name: say(`registers.newName.${kind}`) }));
    if (made !== undefined) view.open(made.id, true);
  });
  return {
    add: (): void => void add(),
    /** The row after takes its place; what is used elsewhere stays, and the status line says where. */
    remove: async (id: string | null): Promise<void> => {
      if (id === null) return;
      const rows = page?.rows.map((row) => row.id) ?? [];
      const at = rows.indexOf(id);
      const next = rows[at + 1] ?? rows[at - 1];
      if ((await save(() => client.registers.remove({ kind, id }))) === undefined) return;
      if (view.id !== id) return;
      if (next === undefined) view.close();
      else view.follow(next);
    },
  };
}

/** The list stands on its row when the screen opens; a new entry has the focus in its pane. */
function useReturnTo(table: React.RefObject<DataTableHandle | null>, row: string | null, isNew: boolean): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || row === null) return;
    isDone.current = true;
    if (!isNew) table.current?.focusRow(row);
  }, [table, row, isNew]);
}
