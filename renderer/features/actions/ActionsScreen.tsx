import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ActionId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today, useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { actionColumns } from './action-columns.tsx';
import { ActionDetail, type ActionDeed } from './ActionDetail.tsx';
import { ActionDialogs } from './ActionDialogs.tsx';
import { ActionFilters } from './ActionFilters.tsx';
import { ListHint } from './ListHint.tsx';
import { NewActionDialog } from './NewActionDialog.tsx';
import { useActionView } from './use-action-view.ts';
import { useRowGone } from './use-row-gone.ts';

/** What was agreed: overdue in words first. Nothing that was agreed can drop out of sight. */
export function ActionsScreen() {
  const day = today();
  const view = useActionView();
  const query = useQuery({
    ...orpc.actions.list.queryOptions({
      input: {
        today: day,
        ...(view.due === undefined ? {} : { due: view.due }),
        ...(view.status === undefined ? {} : { status: view.status }),
        ...(view.ownerId === undefined ? {} : { ownerId: view.ownerId }),
        ...(view.placeId === undefined ? {} : { placeIds: [view.placeId] }),
        ...(view.projectId === undefined ? {} : { projectId: view.projectId }),
        ...(view.text === '' ? {} : { text: view.text }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  return <Loaded query={query}>{(data) => <ActionsPage data={data} day={day} view={view} />}</Loaded>;
}

interface ActionsPageProps {
  readonly data: Awaited<ReturnType<typeof orpc.actions.list.call>>;
  readonly view: ReturnType<typeof useActionView>;
  readonly day: string;
}

function ActionsPage({ data, view, day }: ActionsPageProps) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const { actions: rows, counts, total } = data;
  const asked = ActionId.safeParse(useRouteParam('action') === '' ? useSearchParam('row') : useRouteParam('action')).data ?? null;
  const [currentKey, setCurrentKey] = useState<ActionId | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const [deed, setDeed] = useState<ActionDeed | 'new' | null>(null);
  const table = useRef<DataTableHandle>(null);
  const wording = useRef<HTMLTextAreaElement>(null);
  const deeds = useRef<HTMLDivElement>(null);
  const current = useCurrentAction(currentKey, rows, day);
  const has = current !== undefined;
  useCommand('lists.new', () => setDeed('new'));
  useCommand('actions.setStatus', () => setDeed('status'), has);
  useCommand('actions.reportBack', () => setDeed('told'), has);
  useCommand('actions.review', () => setDeed('reviewed'), has);
  useRowGone({ rows, key: currentKey, isBusy: deed !== null, isOpen }, table, deeds);
  const editSoon = useEditSoon(wording, () => setIsOpen(true));
  useCommand('actions.edit', editSoon, has);
  return (
    <SplitPane
      end={{
        label: say('actions.detail'),
        handleLabel: say('actions.detailWidth'),
        isOpen: isOpen && has,
        defaultSize: 360,
        max: 520,
        children: has ? (
          <ActionDetail action={current} day={day} onClose={() => closePane()} deedsRef={deeds} onDeed={setDeed} wordingRef={wording} />
        ) : null,
      }}
    >
      <PageHeader
        actions={
          <Button icon="add" kbd="N" onPress={() => setDeed('new')} variant="main">
            {say('actions.add')}
          </Button>
        }
        facts={
          counts.overdue === 0
            ? say('actions.facts.clear', { n: counts.all })
            : say('actions.facts', { n: counts.all, overdue: counts.overdue })
        }
        title={say('actions.title')}
      />
      <ActionFilters counts={counts} onFound={() => focusFirst()} shown={total} view={view} />
      <DataTable
        columns={actionColumns(say, dates, day)}
        currentKey={currentKey}
        empty={<Empty isNarrowed={view.isNarrowed} onNew={() => setDeed('new')} />}
        handleRef={table}
        isFullWidth
        label={say('actions.title')}
        onCurrentKeyChange={(key) => setCurrentKey(ActionId.parse(key))}
        onOpen={() => setIsOpen(true)}
        rowKey={(row) => row.id}
        rows={rows}
      />
      {rows.length === 0 ? null : <ListHint>{say('actions.hint')}</ListHint>}
      {deed === 'new' ? (
        <NewActionDialog
          day={day}
          language={language}
          onClose={() => setDeed(null)}
          onMade={({ actionId }) => {
            setCurrentKey(ActionId.parse(actionId));
            setIsOpen(true);
          }}
          origin={view.projectId === undefined ? {} : { projectId: view.projectId }}
        />
      ) : null}
      {deed !== null && deed !== 'new' && has ? (
        <ActionDialogs action={current} day={day} deed={deed} onClose={() => setDeed(null)} />
      ) : null}
    </SplitPane>
  );

  function closePane(): void {
    setIsOpen(false);
    if (currentKey !== null) table.current?.focusRow(currentKey);
  }
  function focusFirst(): void {
    const first = rows[0];
    if (first !== undefined) table.current?.focusRow(first.id);
  }
}

/** The row that is chosen, also when the filter no longer shows it. */
function useCurrentAction(actionId: ActionId | null, rows: ActionsPageProps['data']['actions'], day: string) {
  const shown = rows.find((row) => row.id === actionId);
  // As it was last seen, until it is read alone: the pane stays.
  const [seen, setSeen] = useState(shown);
  if (shown !== undefined && shown !== seen) setSeen(shown);
  const isElsewhere = actionId !== null && shown === undefined;
  const input = { actionId: actionId ?? ('' as ActionId), today: day };
  const query = useQuery({ ...orpc.actions.get.queryOptions({ input }), enabled: isElsewhere });
  if (!isElsewhere) return shown;
  return query.data ?? (seen?.id === actionId ? seen : undefined);
}

/** Opens the pane and puts the caret into its first field once it stands. */
function useEditSoon(field: React.RefObject<HTMLTextAreaElement | null>, open: () => void): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked, field]);
  return () => {
    open();
    setAsked((count) => count + 1);
  };
}

function Empty({ isNarrowed, onNew }: { readonly isNarrowed: boolean; readonly onNew: () => void }) {
  const say = useText();
  if (isNarrowed) return <EmptyState what={say('actions.emptyText')} />;
  const action = (
    <Button kbd="N" onPress={onNew}>
      {say('actions.add')}
    </Button>
  );
  return <EmptyState action={action} how={say('actions.emptyHow')} what={say('actions.empty')} />;
}
