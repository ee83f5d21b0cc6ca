import { useRef } from 'react';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { FileDrop, useHeadingFocus } from '../exchange/index.ts';
import { FormOutcome } from './FormOutcome.tsx';
import { FormPreview } from './FormPreview.tsx';
import { useFormImport } from './use-form-import.ts';
import styles from './Xlsform.module.css';

/** Importing a questionnaire from an XLSForm: choose a file, see what it holds and what is wrong, import it as a draft. */
export function XlsformImportScreen() {
  const say = useText();
  const form = useFormImport(useProjectId());
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileDrop
      accept=".xlsx,.xls,.csv"
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
  const { result, busy, inspection, problem, ticket } = form.state;
  if (result !== null) return <FormOutcome onAgain={form.restart} result={result} />;
  if (inspection !== null) return <FormPreview form={form} inspection={inspection} key={ticket} onChooseAnother={onChoose} />;
  if (busy !== null) return <Waiting form={form} />;
  return problem === null ? <Start onChoose={onChoose} /> : <Refused form={form} onChoose={onChoose} />;
}

function Start({ onChoose }: Pick<StageProps, 'onChoose'>) {
  const say = useText();
  const title = useHeadingFocus();
  return (
    <>
      <PageHeader title={say('xlsform.import.title')} titleRef={title} />
      <EmptyState
        action={
          <Button icon="import" kbd="I" onPress={onChoose} variant="main">
            {say('xlsform.import.choose')}
          </Button>
        }
        how={say('xlsform.import.empty.how')}
        what={say('xlsform.import.empty.what')}
      />
    </>
  );
}

function Waiting({ form }: Pick<StageProps, 'form'>) {
  const say = useText();
  const title = useHeadingFocus();
  const { fileName, busy } = form.state;
  const label = say(`xlsform.import.${busy ?? 'reading'}`, { file: fileName });
  return (
    <>
      <PageHeader facts={fileName} title={say('xlsform.import.title')} titleRef={title} />
      <div className={styles.waiting}>
        <p role="status">{label}</p>
        <Button onPress={form.cancel}>{say('app.cancel')}</Button>
      </div>
    </>
  );
}

/** Why the file cannot be read as a form. */
function Refused({ form, onChoose }: StageProps) {
  const say = useText();
  const title = useHeadingFocus();
  const { problem, fileName } = form.state;
  if (problem === null) return null;
  // What happened stands strong; what is safe and what to do follow.
  const text = say.any(problem.message, problem.params);
  const [, first = text, rest = ''] = /^(.*?[.])\s+(.*)$/su.exec(text) ?? [];
  return (
    <>
      <PageHeader facts={fileName} title={say('xlsform.import.title')} titleRef={title} />
      <ErrorState
        actions={
          <Button kbd="I" onPress={onChoose} variant="main">
            {say('xlsform.import.chooseAnother')}
          </Button>
        }
        next={rest}
        what={first}
      />
    </>
  );
}
