import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { spoken } from '../../lib/errors.ts';
import { useProjectId } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { useReturnTo } from '../../lib/virtual-table/use-return-to.ts';
import { useRowSelection } from '../../lib/use-row-selection.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useTableHandle } from '../../lib/virtual-table/use-table-handle.ts';
import { FieldworkNav } from '../fieldwork/index.ts';
import { InterviewBulk } from './InterviewBulk.tsx';
import { InterviewFilters, type Facets } from './InterviewFilters.tsx';
import { InterviewTable } from './InterviewTable.tsx';
import { NewInterview } from './NewInterview.tsx';
import { UnfinishedInterview } from './UnfinishedInterview.tsx';
import { useInterviewDeeds } from './use-interview-deeds.ts';
import { useInterviewRows } from './use-interview-rows.ts';
import { useInterviewView, type InterviewView } from './use-interview-view.ts';

const noFacets: Facets = { total: 0, statuses: [], waves: [], interviewers: [], places: [], services: [] };

/** The project's interviews: filters, the list, what can be done with many, and the way to the next one. */
export function InterviewsScreen() {
  const say = useText();
  const navigate = useNavigate();
  const projectId = useProjectId();
  const view = useInterviewView(projectId);
  const [isNewOpen, setNewOpen] = useState(false);
  const { table, handleRef, focusRow } = useTableHandle();
  const rows = useInterviewRows(view);
  const known = useQuery({ ...orpc.interviews.facets.queryOptions({ input: view.facets }), placeholderData: keepPreviousData }).data;
  // Keys work from the first moment, also before it is known what there is to filter by.
  const facets = known ?? noFacets;
  const selection = useRowSelection(view.mark);
  const deeds = useInterviewDeeds(projectId, view, selection);
  const importFile = (): void => void navigate({ to: '/projects/$project/import', params: { project: projectId } });
  useCommand('lists.new', () => setNewOpen(true));
  useCommand('lists.import', importFile);
  useReturnTo(rows, table);
  const isLoaded = !rows.isPending;
  return (
    <div className={sheet.page}>
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
        facts={known === undefined ? undefined : say('interviews.facts', { count: known.total })}
        title={say('interviews.title')}
      />
      <FieldworkNav projectId={projectId} />
      <UnfinishedInterview projectId={projectId} />
      {isNewOpen ? <NewInterview onCancel={() => setNewOpen(false)} onStarted={deeds.enter} projectId={projectId} /> : null}
      <InterviewFilters facets={facets} onFound={() => focusRow(0)} shown={rows.total} view={view} />
      {selection.ids.size === 0 ? null : <InterviewBulk deeds={deeds} facets={facets} selection={selection} />}
      {rows.error === null ? null : <ErrorState what={say.any(spoken(rows.error).message, spoken(rows.error).params)} />}
      {isLoaded || rows.error !== null ? null : <LoadingState>{say('interviews.loading')}</LoadingState>}
      {isLoaded && rows.error === null ? (
        <InterviewTable
          deeds={deeds}
          empty={<Empty isNewOpen={isNewOpen} onNew={() => setNewOpen(true)} view={view} />}
          handleRef={handleRef}
          rows={rows}
          selection={selection}
          view={view}
        />
      ) : null}
    </div>
  );
}

function Empty({ view, isNewOpen, onNew }: { readonly view: InterviewView; readonly isNewOpen: boolean; readonly onNew: () => void }) {
  const say = useText();
  if (view.isFiltered)
    return (
      <EmptyState action={<Button onPress={view.clear}>{say('interviews.filter.clear')}</Button>} what={say('interviews.emptyFilter')} />
    );
  const action = isNewOpen ? undefined : (
    <Button kbd="N" onPress={onNew}>
      {say('interviews.new')}
    </Button>
  );
  return <EmptyState action={action} what={say('interviews.empty')} />;
}
