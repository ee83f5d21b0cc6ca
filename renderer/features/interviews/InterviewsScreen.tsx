import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { InterviewStatus } from '../../../shared/contract/interviews.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { WaveId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { spoken } from '../../lib/errors.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { InterviewTable } from './InterviewTable.tsx';
import styles from './InterviewsScreen.module.css';
import { NewInterview } from './NewInterview.tsx';

const pageSize = 200;

/** The project's interviews: filters, the list, and the way to the next one. */
export function InterviewsScreen() {
  const say = useText();
  const navigate = useNavigate();
  const projectId = useProjectId();
  const [isNewOpen, setNewOpen] = useState(false);
  const filter = useFilter();
  const list = useInterviewList(projectId, filter);
  const table = useRef<DataTableHandle>(null);
  const row = useSearchParam('row');
  const enter = (interview: string): void =>
    void navigate({ to: '/projects/$project/interviews/$interview/enter', params: { project: projectId, interview } });
  const importFile = (): void => void navigate({ to: '/projects/$project/import', params: { project: projectId } });
  useCommand('lists.new', () => setNewOpen(true));
  useCommand('lists.import', importFile);
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const isLoaded = first !== undefined;
  useEffect(() => {
    if (isLoaded && row !== undefined) table.current?.focusRow(row);
  }, [isLoaded, row]);
  const total = first?.statusCounts.reduce((sum, count) => sum + count.count, 0) ?? 0;
  return (
    <div className={styles.page}>
      <PageHeader
        actions={
          <>
            <Button icon="import" kbd="I" onPress={importFile}>
              {say('interviews.import')}
            </Button>
            <Button icon="add" kbd="N" onPress={() => setNewOpen(true)} variant="main">
              {say('interviews.new')}
            </Button>
          </>
        }
        facts={isLoaded ? say('interviews.facts', { count: total }) : undefined}
        title={say('interviews.title')}
      />
      <div className={styles.body}>
        <Unfinished onContinue={enter} projectId={projectId} />
        {isNewOpen ? <NewInterview onCancel={() => setNewOpen(false)} onStarted={enter} projectId={projectId} /> : null}
        {first === undefined ? null : <Filters filter={filter} first={first} />}
        {list.error === null ? null : <ErrorState what={say.any(spoken(list.error).message, spoken(list.error).params)} />}
        {first === undefined && list.error === null ? <LoadingState>{say('interviews.loading')}</LoadingState> : null}
        {first === undefined ? null : (
          <InterviewTable
            empty={
              total === 0 ? (
                <EmptyState
                  action={
                    isNewOpen ? undefined : (
                      <Button kbd="N" onPress={() => setNewOpen(true)}>
                        {say('interviews.new')}
                      </Button>
                    )
                  }
                  what={say('interviews.empty')}
                />
              ) : (
                <EmptyState
                  action={
                    <Button onPress={() => filter.set({ wave: undefined, status: undefined })}>{say('interviews.filter.clear')}</Button>
                  }
                  what={say('interviews.emptyFilter')}
                />
              )
            }
            handleRef={table}
            onOpen={enter}
            rows={rows}
          />
        )}
        {list.hasNextPage ? (
          <div className={styles.more}>
            <Button onPress={() => void list.fetchNextPage()}>{say('interviews.more')}</Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

interface Filter {
  readonly waveId: WaveId | null;
  readonly status: InterviewStatus | null;
  readonly set: (change: { readonly wave?: string | undefined; readonly status?: string | undefined }) => void;
}

/** Filters live in the address, so that back and forward walk them. */
function useFilter(): Filter {
  const navigate = useNavigate();
  const wave = useSearchParam('wave');
  const status = useSearchParam('status');
  return {
    waveId: WaveId.safeParse(wave).data ?? null,
    status: InterviewStatus.safeParse(status).data ?? null,
    set: (change) => void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, ...change }) }),
  };
}

function useInterviewList(projectId: ProjectId, { waveId, status }: Filter) {
  return useInfiniteQuery(
    orpc.interviews.list.infiniteOptions({
      input: (after: number | undefined) => ({
        projectId,
        limit: pageSize,
        ...(waveId === null ? {} : { waveId }),
        ...(status === null ? {} : { status }),
        ...(after === undefined ? {} : { after }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.hasMore ? page.rows.at(-1)?.cursor : undefined),
    }),
  );
}

type FirstPage = NonNullable<ReturnType<typeof useInterviewList>['data']>['pages'][number];

function Filters({ filter, first }: { readonly filter: Filter; readonly first: FirstPage }) {
  const say = useText();
  const statuses = InterviewStatus.options.flatMap((status) => {
    const count = first.statusCounts.find((candidate) => candidate.status === status)?.count ?? 0;
    return count === 0 && status !== filter.status
      ? []
      : [{ id: status as string, label: say(`interviews.status.${status}`), detail: String(count) }];
  });
  const waves = first.waves.map((wave) => ({ id: wave.id as string, label: wave.name, detail: String(wave.count) }));
  return (
    <div className={styles.filters}>
      <Select
        label={say('interviews.filter.wave')}
        look="chip"
        onChange={(id) => filter.set({ wave: id === all ? undefined : id })}
        options={[{ id: all, label: say('interviews.filter.all') }, ...waves]}
        value={filter.waveId ?? all}
      />
      <Select
        label={say('interviews.filter.status')}
        look="chip"
        onChange={(id) => filter.set({ status: id === all ? undefined : id })}
        options={[{ id: all, label: say('interviews.filter.all') }, ...statuses]}
        value={filter.status ?? all}
      />
    </div>
  );
}

const all = 'all';

/** A quiet line about the interview that was left in the middle. */
function Unfinished({ projectId, onContinue }: { readonly projectId: ProjectId; readonly onContinue: (interview: string) => void }) {
  const say = useText();
  const language = useLanguage();
  const [today] = useState(() => new Date().toDateString());
  const { data } = useQuery(orpc.interviews.unfinished.queryOptions({ input: { projectId } }));
  const left = data?.interview ?? null;
  if (left === null) return null;
  return (
    <p className={styles.unfinished}>
      {say('interviews.unfinished', {
        code: left.code,
        time: formatTime(left.at, language),
        date: formatDay(left.at, language),
        isToday: new Date(left.at).toDateString() === today ? 'yes' : 'no',
        question: left.question,
      })}{' '}
      <Button onPress={() => onContinue(left.id)} size="bar">
        {say('interviews.continue')}
      </Button>
    </p>
  );
}
