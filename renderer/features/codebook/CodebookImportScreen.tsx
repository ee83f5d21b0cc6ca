import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FileDrop, FileRefused, FileStart, FileWaiting } from '../exchange/index.ts';
import { CodebookOutcome } from './CodebookOutcome.tsx';
import { CodebookPreview } from './CodebookPreview.tsx';
import { useCodebookImport } from './use-codebook-import.ts';

/** Taking a codebook in: choose a file, see what each theme becomes and what is lost, take it in as one step. */
export function CodebookImportScreen() {
  const say = useText();
  const work = useCodebookImport(useLanguage());
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileDrop
      accept=".qdc,.qdpx,.csv,.tsv,.txt,.md,.xml"
      chooseLabel={say('codebookExchange.import.choose')}
      dropText={say('codebookExchange.import.drop')}
      input={input}
      isEnabled={work.state.busy !== 'importing'}
      onFile={(file) => void work.choose(file)}
    >
      <Stage onChoose={() => input.current?.click()} work={work} />
    </FileDrop>
  );
}

interface StageProps {
  readonly work: ReturnType<typeof useCodebookImport>;
  readonly onChoose: () => void;
}

function Stage({ work, onChoose }: StageProps) {
  const say = useText();
  const { result, busy, inspection, problem, ticket, fileName } = work.state;
  const title = say('codebookExchange.import.title');
  if (result !== null) return <CodebookOutcome onAgain={work.restart} result={result} />;
  if (inspection !== null) return <CodebookPreview inspection={inspection} key={ticket} onChooseAnother={onChoose} work={work} />;
  if (busy !== null) {
    const label = say(`codebookExchange.import.${busy}`, { file: fileName });
    return <FileWaiting fileName={fileName} label={label} onCancel={work.cancel} title={title} />;
  }
  if (problem === null)
    return (
      <FileStart
        actions={<ToThemes />}
        chooseLabel={say('codebookExchange.import.choose')}
        how={say('codebookExchange.import.how')}
        onChoose={onChoose}
        title={title}
        what={say('codebookExchange.import.what')}
      />
    );
  return (
    <FileRefused
      actions={<ToThemes />}
      chooseLabel={say('codebookExchange.import.another')}
      fileName={fileName}
      onChoose={onChoose}
      problem={problem}
      title={title}
    />
  );
}

function ToThemes() {
  const say = useText();
  const navigate = useNavigate();
  return <Button onPress={() => void navigate({ to: '/themes' })}>{say('codebookExchange.import.back')}</Button>;
}
