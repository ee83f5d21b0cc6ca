import { useState } from 'react';
import type { FormInspection } from '../../../shared/contract/xlsform.ts';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { FilePreviewHead } from '../exchange/index.ts';
import { FormFields } from './FormFields.tsx';
import { FormQuestions } from './FormQuestions.tsx';
import { FormProblems } from './FormProblems.tsx';
import type { useFormImport } from './use-form-import.ts';
import styles from './Xlsform.module.css';

export interface FormPreviewProps {
  readonly form: ReturnType<typeof useFormImport>;
  readonly inspection: FormInspection;
  readonly onChooseAnother: () => void;
}

/** A form as it will come in, before anything is written: its questions, what is wrong or unusual, its languages and its name. */
export function FormPreview({ form, inspection, onChooseAnother }: FormPreviewProps) {
  const say = useText();
  const { fileName, problem } = form.state;
  const { errorCount, warningCount, questionCount, sections } = inspection;
  const [name, setName] = useState(inspection.name);
  const [view, setView] = useState<'questions' | 'problems'>(errorCount > 0 ? 'problems' : 'questions');
  const isNamed = name.trim() !== '';
  const isTaken = problem?.code === 'NAME_TAKEN';
  return (
    <>
      <FilePreviewHead
        facts={say('xlsform.import.facts', {
          file: fileName,
          format: inspection.format.toUpperCase(),
          questions: questionCount,
          sections: sections.length,
        })}
        goLabel={say('xlsform.import.go')}
        onChooseAnother={onChooseAnother}
        onGo={() => void form.importAs(name.trim())}
        problem={isTaken ? null : problem}
        refusal={errorCount > 0 ? say('xlsform.import.stopped', { count: errorCount }) : isNamed ? '' : say('xlsform.import.nameMissing')}
        state={form.state}
        title={say('xlsform.import.title')}
      />
      <FormFields
        inspection={inspection}
        name={name}
        nameError={isNamed ? (isTaken ? say('xlsform.import.nameTaken') : undefined) : say('xlsform.import.nameMissing')}
        onLanguage={(fileLanguage, language) => void form.setLanguage(fileLanguage, language)}
        onName={setName}
      />
      <div className={styles.views}>
        <SegmentedControl
          label={say('xlsform.import.view')}
          onChange={setView}
          segments={[
            { id: 'questions', label: say('xlsform.import.view.questions') },
            { id: 'problems', label: say('xlsform.import.view.problems') },
          ]}
          value={view}
        />
        <span className={styles.hint}>{say('xlsform.import.counts', { errors: errorCount, warnings: warningCount })}</span>
      </div>
      {view === 'questions' ? <FormQuestions inspection={inspection} /> : <FormProblems inspection={inspection} />}
    </>
  );
}
