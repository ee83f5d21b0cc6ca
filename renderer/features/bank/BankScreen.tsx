import { useState } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import { client } from '../../lib/client.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { BankPanel } from './BankPanel.tsx';
import styles from './BankScreen.module.css';
import { InsertDialog } from './InsertDialog.tsx';

/** The question bank: what has been asked before, and what comes with the program. */
export function BankScreen() {
  const say = useText();
  const save = useSave();
  const { current: project } = useCurrentProject();
  const [inserting, setInserting] = useState<readonly BankQuestion[] | null>(null);
  return (
    <div className={styles.page}>
      <PageHeader facts={say('bank.facts')} title={say('bank.title')} />
      <BankPanel
        deeds={(question) =>
          question.isShipped ? null : (
            <div className={styles.deeds}>
              <Button isDanger onPress={() => void save(() => client.bank.remove({ key: question.key }))} size="bar" variant="quiet">
                {say('bank.remove')}
              </Button>
            </div>
          )
        }
        insertLabel={(count) => say('bank.insertInto', { count })}
        onInsert={setInserting}
      />
      {inserting === null || project === null ? null : (
        <InsertDialog onClose={() => setInserting(null)} project={project.id} projectName={project.name} questions={inserting} />
      )}
    </div>
  );
}
