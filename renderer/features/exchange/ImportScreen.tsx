import { useState } from 'react';
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
  const { state } = survey;
  const [values, setValues] = useState<FieldValues>(() => startValues('', projectId, language));
  const choose = (file: File): void => {
    setValues(startValues(file.name, projectId, language));
    void survey.choose(file);
  };
  const { inspection, mapping, problem, busy, result } = state;
  return (
    <FileDrop isEnabled={busy?.what !== 'importing'} onFile={choose}>
      {(open) => {
        if (result?.state === 'imported') return <ImportOutcome onAgain={survey.restart} result={result} />;
        if (busy !== null) return <ImportWaiting busy={busy} fileName={state.fileName ?? ''} onCancel={survey.cancel} />;
        if (problem !== null) return <ImportRefused onChoose={open} survey={survey} />;
        if (inspection === null || mapping === null) return <ImportStart onChoose={open} />;
        return (
          <ImportPreview
            inspection={inspection}
            key={state.ticket}
            mapping={mapping}
            onChooseAnother={open}
            onValues={(change) => setValues((old) => ({ ...old, ...change }))}
            survey={survey}
            values={values}
          />
        );
      }}
    </FileDrop>
  );
}
