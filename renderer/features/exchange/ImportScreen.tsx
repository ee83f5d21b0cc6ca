import { useRef, useState } from 'react';
import { useProjectId } from '../../lib/route.ts';
import { useLanguage } from '../../lib/text.ts';
import { FileDrop } from './FileDrop.tsx';
import { startValues, type FieldValues } from './import-fields.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportRefused } from './ImportRefused.tsx';
import { ImportStart } from './ImportStart.tsx';
import { ImportWaiting } from './ImportWaiting.tsx';
import { useSurveyImport } from './use-survey-import.ts';

/** Importing a survey: choose a file, see what it becomes, import it as one step. */
export function ImportScreen() {
  const projectId = useProjectId();
  const language = useLanguage();
  const survey = useSurveyImport();
  const input = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState<FieldValues>(() => startValues('', projectId, language));
  const choose = (file: File): void => {
    setValues(startValues(file.name, projectId, language));
    void survey.choose(file);
  };
  return (
    <FileDrop input={input} isEnabled={survey.state.busy?.what !== 'importing'} onFile={choose}>
      <Stage
        onChoose={() => input.current?.click()}
        onValues={(change) => setValues((old) => ({ ...old, ...change }))}
        survey={survey}
        values={values}
      />
    </FileDrop>
  );
}

interface StageProps {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly values: FieldValues;
  readonly onValues: (change: Partial<FieldValues>) => void;
  readonly onChoose: () => void;
}

/** What an import has come to. */
function Stage({ survey, values, onValues, onChoose }: StageProps) {
  const { inspection, mapping, problem, busy, result, ticket, fileName } = survey.state;
  if (result?.state === 'imported') return <ImportOutcome onAgain={survey.restart} result={result} />;
  if (busy !== null && (inspection === null || busy.what === 'importing'))
    return <ImportWaiting busy={busy} fileName={fileName ?? ''} onCancel={survey.cancel} />;
  if (problem !== null) return <ImportRefused onChoose={onChoose} survey={survey} />;
  if (inspection === null || mapping === null) return <ImportStart onChoose={onChoose} />;
  return (
    <ImportPreview
      inspection={inspection}
      key={ticket}
      mapping={mapping}
      onChooseAnother={onChoose}
      onValues={onValues}
      survey={survey}
      values={values}
    />
  );
}
