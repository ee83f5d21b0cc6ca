import { Link } from '@tanstack/react-router';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { FileOutcome } from '../exchange/index.ts';
import type { ImportedForm } from './use-form-import.ts';

/** What an import came to, where to go on, and how to take it back. */
export function FormOutcome({ result, onAgain }: { readonly result: ImportedForm; readonly onAgain: () => void }) {
  const say = useText();
  const projectId = useProjectId();
  const { questionnaireId, versionId, questionCount } = result;
  return (
    <FileOutcome
      againLabel={say('xlsform.import.again')}
      facts={say('xlsform.import.done.facts', { questions: questionCount })}
      onAgain={onAgain}
      title={say('xlsform.import.done')}
      undoHint={say('xlsform.import.undoHint')}
      undone={{
        labelId: 'xlsform.importForm.undo',
        title: say('xlsform.import.undone'),
        facts: say('xlsform.import.undone.facts'),
      }}
    >
      <Link
        params={{ project: projectId, questionnaire: questionnaireId, version: versionId }}
        to="/projects/$project/questionnaires/$questionnaire/v/$version/edit"
      >
        {say('xlsform.import.toQuestionnaires')}
      </Link>
    </FileOutcome>
  );
}
