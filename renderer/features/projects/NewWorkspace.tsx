import { useNavigate } from '@tanstack/react-router';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './OverviewScreen.module.css';

interface NewWorkspaceProps {
  readonly isProjectGone: boolean;
  readonly onNew: () => void;
  /** A survey in a file needs a project to lie in: asks for one, and goes on to the file. */
  readonly onImport: () => void;
}

/** A workspace that holds nothing yet, or the address of a project that is gone. */
export function NewWorkspace({ isProjectGone, onNew, onImport }: NewWorkspaceProps) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  useCommand('lists.import', onImport, !isProjectGone);
  const seeSample = async (): Promise<void> => {
    const opened = await save(() => client.workspace.openSample({}));
    if (opened !== undefined) await navigate({ to: '/' });
  };
  if (isProjectGone) {
    return (
      <div className={styles.page}>
        <PageHeader title={say('projects.overview.title')} />
        <EmptyState
          action={<Button onPress={() => void navigate({ to: '/' })}>{say('projects.gone.back')}</Button>}
          what={say('error.notFound')}
        />
      </div>
    );
  }
  const buttons = (
    <div className={styles.buttons}>
      <Button icon="add" kbd="N" onPress={onNew} variant="main">
        {say('projects.new')}
      </Button>
      <Button icon="import" kbd="I" onPress={onImport}>
        {say('projects.empty.import')}
      </Button>
      <Button onPress={() => void seeSample()} variant="quiet">
        {say('projects.empty.sample')}
      </Button>
    </div>
  );
  return (
    <div className={styles.page}>
      <PageHeader title={say('projects.overview.title')} />
      <EmptyState action={buttons} how={say('projects.empty.how')} what={say('projects.empty.what')} />
    </div>
  );
}
