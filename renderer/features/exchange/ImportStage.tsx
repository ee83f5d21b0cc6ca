import { useState } from 'react';
import type { ImportPlaces } from '../../../shared/contract/exchange.ts';
import { useText } from '../../lib/text.ts';
import { FileStart } from './FileStart.tsx';
import type { FieldValues } from './import-fields.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportRefused } from './ImportRefused.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ImportWaiting } from './ImportWaiting.tsx';
import type { useSurveyImport } from './use-survey-import.ts';

/** What an import has come to: nothing yet, reading, the columns, what will happen, importing, the outcome. */
export function ImportStage({
  survey,
  values,
  places,
  onValues,
  onChoose,
}: {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly values: FieldValues;
  readonly places: ImportPlaces | undefined;
  readonly onValues: (change: Partial<FieldValues>) => void;
  readonly onChoose: () => void;
}) {
  const say = useText();
  /** The file whose report is shown: another file begins with its columns again. */
  const [reported, setReported] = useState<string | null>(null);
  const { inspection, mapping, problem, busy, result, ticket, fileName } = survey.state;
  if (result?.state === 'imported') return <ImportOutcome onAgain={survey.restart} result={result} />;
  if (busy !== null && (inspection === null || mapping === null || busy.what === 'importing'))
    return <ImportWaiting busy={busy} fileName={fileName ?? ''} onCancel={survey.cancel} />;
  if (problem !== null) return <ImportRefused onChoose={onChoose} problem={problem} survey={survey} />;
  if (inspection === null || mapping === null)
    return (
      <FileStart
        chooseLabel={say('exchange.import.choose')}
        how={say('exchange.import.empty.how')}
        onChoose={onChoose}
        title={say('exchange.import.title')}
        what={say('exchange.import.empty.what')}
      />
    );
  if (reported !== null && reported === ticket)
    return (
      <ImportReport
        inspection={inspection}
        mapping={mapping}
        onBack={() => setReported(null)}
        onValues={onValues}
        survey={survey}
        values={values}
      />
    );
  return (
    <ImportPreview
      inspection={inspection}
      key={ticket}
      mapping={mapping}
      onChooseAnother={onChoose}
      onReport={() => setReported(ticket)}
      onValues={onValues}
      places={places}
      survey={survey}
      values={values}
    />
  );
}
