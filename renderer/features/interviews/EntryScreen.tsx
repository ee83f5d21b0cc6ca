import { useNavigate } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import styles from './Entry.module.css';
import { EntryColumn } from './EntryColumn.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EntryOutline } from './EntryOutline.tsx';
import { useEntryActions } from './use-entry-actions.ts';
import { useEntryDraft } from './use-entry-draft.ts';
import { useEntryFile, type EntryFile } from './use-entry-file.ts';
import { useEntry } from './use-entry.ts';

const wide = window.matchMedia('(min-width: 75rem)');

function followWidth(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

/** One interview being entered, by keyboard. */
export function EntryScreen() {
  const say = useText();
  const navigate = useNavigate();
  const project = useProjectId();
  const interviewId = useRouteParam('interview');
  const { file, error } = useEntryFile(interviewId);
  const toList = (row?: string): void =>
    void navigate({ to: '/projects/$project/interviews', params: { project }, search: row === undefined ? {} : { row } });
  if (error !== null) {
    const said = spoken(error);
    return (
      <div className={styles.message}>
        <h1 className={styles.messageTitle} tabIndex={-1}>
          {say('interviews.title')}
        </h1>
        <ErrorState
          actions={<Button onPress={() => toList()}>{say('interviews.entry.toList')}</Button>}
          what={say.any(said.message, said.params)}
        />
      </div>
    );
  }
  if (file === null) return <LoadingState>{say('interviews.entry.loading')}</LoadingState>;
  return <OpenEntry file={file} key={file.interview.id} onLeave={() => toList(file.interview.id)} />;
}

function OpenEntry({ file, onLeave }: { readonly file: EntryFile; readonly onLeave: () => void }) {
  const say = useText();
  const save = useSave();
  const entry = useEntry(file);
  const draft = useEntryDraft(entry);
  const isWide = useSyncExternalStore(followWidth, () => wide.matches);
  const [choice, setChoice] = useState<boolean | null>(null);
  // In a narrow window the pane lies over the column, and is there only when asked for.
  const isFactsOpen = choice ?? isWide;
  const { interview } = file;
  const end = async (verb: 'complete' | 'endPartial'): Promise<void> => {
    const done = await save(() => client.interviews[verb]({ interviewId: interview.id }));
    if (done !== undefined) onLeave();
  };
  const complete = (): void => void end('complete');
  const actions = useEntryActions(entry, draft, complete);
  return (
    <SplitPane
      end={{
        label: say('interviews.entry.aboutInterview'),
        handleLabel: say('interviews.entry.paneWidth'),
        isOpen: isFactsOpen,
        children: <EntryFacts entry={entry} />,
      }}
      start={{
        label: say('interviews.entry.outline'),
        handleLabel: say('interviews.entry.paneWidth'),
        children: (
          <EntryOutline
            actions={actions}
            entry={entry}
            isFactsOpen={isFactsOpen}
            onFacts={() => setChoice(!isFactsOpen)}
            onLeave={onLeave}
          />
        ),
      }}
    >
      <EntryColumn
        actions={actions}
        draft={draft}
        entry={entry}
        onComplete={complete}
        onEndPartial={() => void end('endPartial')}
        onLeave={onLeave}
      />
    </SplitPane>
  );
}
