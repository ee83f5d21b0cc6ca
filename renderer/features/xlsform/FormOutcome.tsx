import { Link } from '@tanstack/react-router';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { ImportedForm } from './use-form-import.ts';
import { platform } from '../../lib/platform.ts';
import { useProjectId } from '../../lib/route.ts';
import { lastDeed } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useHeadingFocus } from '../exchange/index.ts';
import styles from './Xlsform.module.css';

/** What an import came to, where to go on, and how to take it back. */
export function FormOutcome({ result, onAgain }: { readonly result: ImportedForm; readonly onAgain: () => void }) {
  const say = useText();
  const projectId = useProjectId();
  const title = useHeadingFocus();
  const last = lastDeed.use();
  const again = <Button onPress={onAgain}>{say('xlsform.import.again')}</Button>;
  if (last?.verb === 'undone' && last.deed.labelId === 'xlsform.importForm.undo') {
    return <PageHeader actions={again} facts={say('xlsform.import.undone.facts')} title={say('xlsform.import.undone')} titleRef={title} />;
  }
  const { questionnaireId, versionId, questionCount } = result;
  return (
    <>
      <PageHeader
        actions={again}
        facts={say('xlsform.import.done.facts', { questions: questionCount })}
        title={say('xlsform.import.done')}
        titleRef={title}
      />
      <div className={styles.waiting}>
        <Link
          params={{ project: projectId, questionnaire: questionnaireId, version: versionId }}
          to="/projects/$project/questionnaires/$questionnaire/v/$version/edit"
        >
          {say('xlsform.import.toQuestionnaires')}
        </Link>
        <p className={styles.hint}>
          {say('xlsform.import.undoHint')} <Keycap isSilent keys={printedKey('Mod+Z', platform)} />
        </p>
      </div>
    </>
  );
}
