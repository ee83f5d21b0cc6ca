import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { FileDrop, useHeadingFocus } from '../exchange/index.ts';
import { CodebookOutcome } from './CodebookOutcome.tsx';
import { CodebookPreview } from './CodebookPreview.tsx';
import styles from './exchange.module.css';
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
  const { result, busy, inspection, problem, ticket } = work.state;
  if (result !== null) return <CodebookOutcome onAgain={work.restart} result={result} />;
  if (inspection !== null) return <CodebookPreview inspection={inspection} key={ticket} onChooseAnother={onChoose} work={work} />;
  if (busy !== null) return <Waiting onChoose={onChoose} work={work} />;
  return problem === null ? <Start onChoose={onChoose} /> : <Refused onChoose={onChoose} work={work} />;
}

function ToThemes() {
  const say = useText();
  const navigate = useNavigate();
  return <Button onPress={() => void navigate({ to: '/themes' })}>{say('codebookExchange.import.back')}</Button>;
}

function Start({ onChoose }: Pick<StageProps, 'onChoose'>) {
  const say = useText();
  const title = useHeadingFocus();
  return (
    <>
      <PageHeader actions={<ToThemes />} title={say('codebookExchange.import.title')} titleRef={title} />
      <EmptyState
        action={
          <Button icon="import" kbd="I" onPress={onChoose} variant="main">
            {say('codebookExchange.import.choose')}
          </Button>
        }
        how={say('codebookExchange.import.how')}
        what={say('codebookExchange.import.what')}
      />
    </>
  );
}

function Waiting({ work }: StageProps) {
  const say = useText();
  const title = useHeadingFocus();
  const { fileName, busy } = work.state;
  return (
    <>
      <PageHeader facts={fileName} title={say('codebookExchange.import.title')} titleRef={title} />
      <div className={styles.waiting}>
        <p role="status">{say(`codebookExchange.import.${busy ?? 'reading'}`, { file: fileName })}</p>
        <Button onPress={work.cancel}>{say('app.cancel')}</Button>
      </div>
    </>
  );
}

/** Why the file cannot be read as a codebook, where, and what to do. */
function Refused({ work, onChoose }: StageProps) {
  const say = useText();
  const title = useHeadingFocus();
  const { problem, fileName } = work.state;
  if (problem === null) return null;
  // What happened stands strong; what is safe and what to do follow.
  const text = say.any(problem.message, problem.params);
  const [, first = text, rest = ''] = /^(.*?[.])\s+(?=\p{Lu})(.*)$/su.exec(text) ?? [];
  return (
    <>
      <PageHeader actions={<ToThemes />} facts={fileName} title={say('codebookExchange.import.title')} titleRef={title} />
      <ErrorState
        actions={
          <Button kbd="I" onPress={onChoose} variant="main">
            {say('codebookExchange.import.another')}
          </Button>
        }
        next={rest}
        what={first}
      />
    </>
  );
}
