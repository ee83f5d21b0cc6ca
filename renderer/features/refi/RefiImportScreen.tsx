import { useNavigate } from '@tanstack/react-router';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FileImportScreen } from '../exchange/index.ts';
import { RefiDone } from './RefiDone.tsx';
import { RefiPreview } from './RefiPreview.tsx';
import { useRefiImport } from './use-refi-import.ts';

/** Taking in a project of another program: choose a file, see what it becomes and what is lost, take it in as one step. */
export function RefiImportScreen() {
  const say = useText();
  const navigate = useNavigate();
  const work = useRefiImport(useLanguage());
  return (
    <FileImportScreen
      accept=".qdpx,.qde,.zip"
      actions={<Button onPress={() => void navigate({ to: '/themes' })}>{say('refi.import.back')}</Button>}
      done={(result) => <RefiDone onAgain={work.restart} result={result} />}
      preview={(inspection, onChooseAnother) => <RefiPreview inspection={inspection} onChooseAnother={onChooseAnother} work={work} />}
      words={{ title: say('refi.import.title'), what: say('refi.import.what'), how: say('refi.import.how') }}
      work={work}
    />
  );
}
