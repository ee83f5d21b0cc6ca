import { useRef, type DragEvent } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CopyLocked } from './CopyLocked.tsx';
import styles from './merge.module.css';
import { MergeOutcome } from './MergeOutcome.tsx';
import { MergeReview } from './MergeReview.tsx';
import { useMerge, type Merge } from './use-merge.ts';

/** Taking over a colleague's copy of the workspace: choose it, see what it brings, decide what differs, merge as one step. */
export function MergeScreen() {
  const say = useText();
  const merge = useMerge();
  const input = useRef<HTMLInputElement>(null);
  const isBusy = merge.stage.kind === 'reading' || merge.stage.kind === 'saving';
  const take = (file: File | undefined): void => {
    if (file !== undefined && !isBusy) void merge.choose(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles.page} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <PageHeader facts={say('merge.facts')} title={say('merge.title')} />
      <input
        accept=".rost"
        aria-label={say('merge.choose')}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          take(file);
        }}
        ref={input}
        type="file"
      />
      <Stage merge={merge} onChoose={() => input.current?.click()} />
    </div>
  );
}

function Stage({ merge, onChoose }: { readonly merge: Merge; readonly onChoose: () => void }) {
  const say = useText();
  const { stage } = merge;
  const choose = (
    <Button onPress={onChoose} variant="main">
      {say('merge.choose')}
    </Button>
  );
  switch (stage.kind) {
    case 'start':
      return <EmptyState action={choose} how={say('merge.start.how')} what={say('merge.start.what')} />;
    case 'reading':
      return <LoadingState>{say('merge.reading', { file: stage.file })}</LoadingState>;
    case 'saving':
      return <LoadingState>{say('merge.saving', { file: stage.file })}</LoadingState>;
    case 'locked':
      return (
        <CopyLocked error={stage.error} onCancel={merge.restart} onGiven={(given) => void merge.look(stage.ticket, stage.file, given)} />
      );
    case 'refused':
      return <ErrorState actions={choose} what={say.any(stage.error.message, stage.error.params)} />;
    case 'report':
      return <MergeReview file={stage.file} merge={merge} report={stage.report} />;
    case 'done':
      return <MergeOutcome counts={stage.counts} onAgain={merge.restart} />;
  }
}
