import { useNavigate } from '@tanstack/react-router';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FileImportScreen } from '../exchange/index.ts';
import { CodebookOutcome } from './CodebookOutcome.tsx';
import { CodebookPreview } from './CodebookPreview.tsx';
import { useCodebookImport } from './use-codebook-import.ts';

/** Taking a codebook in: choose a file, see what each theme becomes and what is lost, take it in as one step. */
export function CodebookImportScreen() {
  const say = useText();
  const navigate = useNavigate();
  const work = useCodebookImport(useLanguage());
  return (
    <FileImportScreen
      accept=".qdc,.qdpx,.csv,.tsv,.txt,.md,.xml"
      actions={<Button onPress={() => void navigate({ to: '/themes' })}>{say('codebookExchange.import.back')}</Button>}
      done={(result) => <CodebookOutcome onAgain={work.restart} result={result} />}
      preview={(inspection, onChooseAnother) => <CodebookPreview inspection={inspection} onChooseAnother={onChooseAnother} work={work} />}
      words={{
        title: say('codebookExchange.import.title'),
        what: say('codebookExchange.import.what'),
        how: say('codebookExchange.import.how'),
      }}
      work={work}
    />
  );
}
