import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ListedText } from '../../../../shared/contract/texts-documents.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { client, orpc } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { today, useDates } from '../../../lib/dates.ts';
import { useOneAtATime } from '../../../lib/dialogs/use-one-at-a-time.ts';
import { spoken } from '../../../lib/errors.ts';
import sheet from '../../../lib/sheet/sheet.module.css';
import { useLanguage, useText } from '../../../lib/text.ts';
import { pageSize, usePages } from '../../../lib/use-pages.ts';
import { useSave } from '../../../lib/use-save.ts';
import { useReturnTo } from '../../../lib/virtual-table/use-return-to.ts';
import { useTableHandle } from '../../../lib/virtual-table/use-table-handle.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { EmptyState } from '../../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import { CodingNav } from '../../coding/index.ts';
import { TextFilters } from './TextFilters.tsx';
import { TextTable } from './TextTable.tsx';
import { useTextView, type TextListView } from './use-text-view.ts';

/** The list of texts with what can be done from it: open, begin a note, import. */
export function TextList({ projectId, onImport }: { readonly projectId: ProjectId; readonly onImport: () => void }) {
  const say = useText();
  const navigate = useNavigate();
  const view = useTextView(projectId);
  const { table, handleRef, focusRow } = useTableHandle();
  const mark = JSON.stringify(view.input);
  // oxlint-disable-next-line exhaustive-deps -- the view is made anew at every drawing; its mark says whether it is another
  const input = useMemo(() => ({ ...view.input, limit: pageSize }), [mark]);
  const rows = usePages<ListedText, Awaited<ReturnType<typeof client.texts.documents>>>(
    useCallback((offset: number) => orpc.texts.documents.queryOptions({ input: { ...input, offset } }), [input]),
  );
  const counts = useQuery({ ...orpc.texts.documentCounts.queryOptions({ input: { projectId } }), placeholderData: keepPreviousData }).data;
  const begin = useNewNote(projectId);
  useCommand('lists.new', () => void begin());
  useReturnTo(rows, table);
  const open = (row: ListedText): void => {
    if (row.meetingId !== null) void navigate({ to: '/meetings/$meeting/minutes', params: { meeting: row.meetingId } });
    else if (row.words === 0) void navigate({ to: `/projects/${projectId}/coding/texts/${row.id}/facts` });
    else void navigate({ to: '/projects/$project/coding/texts/$text', params: { project: projectId, text: row.id } });
  };
  return (
    <div className={sheet.page}>
      <PageHeader
        actions={
          <>
            <Button icon="import" kbd="I" onPress={onImport}>
              {say('documents.import')}
            </Button>
            <Button icon="add" kbd="N" onPress={() => void begin()} variant="main">
              {say('documents.new')}
            </Button>
          </>
        }
        facts={counts === undefined ? undefined : say('documents.facts', { total: counts.total, uncoded: counts.uncoded })}
        title={say('documents.title')}
      />
      <CodingNav projectId={projectId} />
      {counts?.total === 0 ? null : (
        <TextFilters counts={counts} onFound={() => focusRow(0)} projectId={projectId} shown={rows.total} view={view} />
      )}
      {rows.error === null ? null : <ErrorState what={say.any(spoken(rows.error).message, spoken(rows.error).params)} />}
      {rows.isPending && rows.error === null ? <LoadingState>{say('documents.loading')}</LoadingState> : null}
      {rows.isPending || rows.error !== null ? null : (
        <TextTable
          empty={<Empty onImport={onImport} view={view} />}
          handleRef={handleRef}
          onFacts={(row) => void navigate({ to: `/projects/${projectId}/coding/texts/${row.id}/facts` })}
          onOpen={open}
          rows={rows}
          view={view}
        />
      )}
    </div>
  );
}

/** Begins a note and goes there. It is called by the day until somebody gives it a title. */
function useNewNote(projectId: ProjectId): () => Promise<void> {
  const say = useText();
  const save = useSave();
  const dates = useDates();
  const language = useLanguage();
  const navigate = useNavigate();
  return useOneAtATime(async () => {
    const day = today();
    const title = say('documents.note.title', { day: dates.day(day) });
    const made = await save(() =>
      client.texts.createNote({ projectId, title, language: Language.catch('nb').parse(language), saidOn: day, interviewId: null }),
    );
    if (made !== undefined) await navigate({ to: `/projects/${projectId}/coding/texts/${made.textId}/facts` });
  });
}

function Empty({ view, onImport }: { readonly view: TextListView; readonly onImport: () => void }) {
  const say = useText();
  if (view.isFiltered)
    return <EmptyState action={<Button onPress={view.clear}>{say('documents.clear')}</Button>} what={say('documents.emptyFilter')} />;
  return (
    <EmptyState
      action={
        <Button icon="import" kbd="I" onPress={onImport}>
          {say('documents.import')}
        </Button>
      }
      how={say('documents.emptyHow')}
      what={say('documents.empty')}
    />
  );
}
