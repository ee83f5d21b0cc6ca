import { useRef } from 'react';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { FileDrop, FileRefused, FileStart, FileWaiting } from '../exchange/index.ts';
import { FormOutcome } from './FormOutcome.tsx';
import { FormPreview } from './FormPreview.tsx';
import { useFormImport } from './use-form-import.ts';

/** Importing a questionnaire from an XLSForm: choose a file, see what it holds and what is wrong, import it as a draft. */
export function XlsformImportScreen() {
  const say = useText();
  const form = useFormImport(useProjectId());
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileDrop
      accept=".xlsx,.xls,.csv,.lss"
      chooseLabel={say('xlsform.import.choose')}
      dropText={say('xlsform.import.drop')}
      input={input}
      isEnabled={form.state.busy !== 'importing'}
      onFile={(file) => void form.choose(file)}
    >
      <Stage form={form} onChoose={() => input.current?.click()} />
    </FileDrop>
  );
}

interface StageProps {
  readonly form: ReturnType<typeof useFormImport>;
  readonly onChoose: () => void;
}

/** What an import has come to. */
function Stage({ form, onChoose }: StageProps) {
  const say = useText();
  const { result, busy, inspection, problem, ticket, fileName } = form.state;
  const title = say('xlsform.import.title');
  if (result !== null) return <FormOutcome onAgain={form.restart} result={result} />;
  if (inspection !== null) return <FormPreview form={form} inspection={inspection} key={ticket} onChooseAnother={onChoose} />;
  if (busy !== null) {
    const label = say(`xlsform.import.${busy}`, { file: fileName });
    return <FileWaiting fileName={fileName} label={label} onCancel={form.cancel} title={title} />;
  }
  if (problem === null)
    return (
      <FileStart
        chooseLabel={say('xlsform.import.choose')}
        how={say('xlsform.import.empty.how')}
        onChoose={onChoose}
        title={title}
        what={say('xlsform.import.empty.what')}
      />
    );
  return (
    <FileRefused
      chooseLabel={say('xlsform.import.chooseAnother')}
      fileName={fileName}
      onChoose={onChoose}
      problem={problem}
      title={title}
    />
  );
}
