import { useNavigate } from '@tanstack/react-router';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './OverviewScreen.module.css';

/** A workspace that holds nothing yet, or the address of a project that is gone. */
export function NewWorkspace({ isProjectGone, onNew }: { readonly isProjectGone: boolean; readonly onNew: () => void }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const seeSample = async (): Promise<void> => {
    const opened = await save(() => client.workspace.openSample({}));
    if (opened !== undefined) await navigate({ to: '/' });
  };
  if (isProjectGone) {
    return (
      <div className={styles.page}>
        <PageHeader title={say('projects.overview.title')} />
        <EmptyState action={<Button onPress={() => void navigate({ to: '/' })}>{say('projects.gone.back')}</Button>} what={say('error.notFound')} />
      </div>
    );
  }
  const buttons = (
    <div className={styles.buttons}>
      <Button icon="add" onPress={onNew} variant="main">
        {say('projects.new')}
      </Button>
      <Button onPress={() => void seeSample()}>{say('projects.empty.sample')}</Button>
    </div>
  );
  return (
    <div className={styles.page}>
      <PageHeader title={say('projects.overview.title')} />
      <EmptyState action={buttons} how={say('projects.empty.how')} what={say('projects.empty.what')} />
    </div>
  );
}
