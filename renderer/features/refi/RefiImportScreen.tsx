import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FileDrop, FileRefused, FileStart, FileWaiting } from '../exchange/index.ts';
import { RefiDone } from './RefiDone.tsx';
import { RefiPreview } from './RefiPreview.tsx';
import { useRefiImport } from './use-refi-import.ts';

/** Taking in a project of another program: choose a file, see what it becomes and what is lost, take it in as one step. */
export function RefiImportScreen() {
  const say = useText();
  const work = useRefiImport(useLanguage());
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileDrop
      accept=".qdpx,.qde,.zip"
      chooseLabel={say('refi.import.choose')}
      dropText={say('refi.import.drop')}
      input={input}
      isEnabled={work.state.busy !== 'importing'}
      onFile={(file) => void work.choose(file)}
    >
      <Stage onChoose={() => input.current?.click()} work={work} />
    </FileDrop>
  );
}

interface StageProps {
  readonly work: ReturnType<typeof useRefiImport>;
  readonly onChoose: () => void;
}

function Stage({ work, onChoose }: StageProps) {
  const say = useText();
  const { result, busy, inspection, problem, ticket, fileName } = work.state;
  const title = say('refi.import.title');
  if (result !== null) return <RefiDone onAgain={work.restart} result={result} />;
  if (inspection !== null) return <RefiPreview inspection={inspection} key={ticket} onChooseAnother={onChoose} work={work} />;
  if (busy !== null) {
    const label = say(`refi.import.${busy}`, { file: fileName });
    return <FileWaiting fileName={fileName} label={label} onCancel={work.cancel} title={title} />;
  }
  if (problem === null)
    return (
      <FileStart
        actions={<ToThemes />}
        chooseLabel={say('refi.import.choose')}
        how={say('refi.import.how')}
        onChoose={onChoose}
        title={title}
        what={say('refi.import.what')}
      />
    );
  return (
    <FileRefused
      actions={<ToThemes />}
      chooseLabel={say('refi.import.another')}
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
  return <Button onPress={() => void navigate({ to: '/themes' })}>{say('refi.import.back')}</Button>;
}
