import { useRunCommand } from '../../../lib/commands.tsx';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { EmptyState } from '../../../ui/empty-state/EmptyState.tsx';
import styles from './DesignerDesk.module.css';

/** A questionnaire without questions: what to do first. */
export function EmptyDesign() {
  const say = useText();
  const run = useRunCommand();
  return (
    <EmptyState
      action={
        <span className={styles.bar}>
          <Button icon="add" kbd="N" onPress={() => run('designer.newQuestion')} variant="main">
            {say('questionnaires.designer.firstQuestion')}
          </Button>
          <Button kbd="B" onPress={() => run('designer.bank')}>
            {say('command.designer.bank')}
          </Button>
        </span>
      }
      how={say('questionnaires.designer.emptyHow')}
      what={say('questionnaires.designer.empty')}
    />
  );
}
