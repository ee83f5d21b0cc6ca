import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { FileImportScreen } from '../exchange/index.ts';
import { FormOutcome } from './FormOutcome.tsx';
import { FormPreview } from './FormPreview.tsx';
import { useFormImport } from './use-form-import.ts';

/** Importing a questionnaire from an XLSForm: choose a file, see what it holds and what is wrong, import it as a draft. */
export function XlsformImportScreen() {
  const say = useText();
  const form = useFormImport(useProjectId());
  return (
    <FileImportScreen
      accept=".xlsx,.xls,.csv,.lss"
      done={(result) => <FormOutcome onAgain={form.restart} result={result} />}
      preview={(inspection, onChooseAnother) => <FormPreview form={form} inspection={inspection} onChooseAnother={onChooseAnother} />}
      words={{ title: say('xlsform.import.title'), what: say('xlsform.import.what'), how: say('xlsform.import.how') }}
      work={form}
    />
  );
}
