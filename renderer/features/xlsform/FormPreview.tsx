import { useState } from 'react';
import type { FormInspection } from '../../../shared/contract/xlsform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { useHeadingFocus } from '../exchange/index.ts';
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
  const title = useHeadingFocus();
  const { fileName, busy, problem } = form.state;
  const { errorCount, warningCount, questionCount, sections } = inspection;
  const [name, setName] = useState(inspection.name);
  const [view, setView] = useState<'questions' | 'problems'>(errorCount > 0 ? 'problems' : 'questions');
  const isNamed = name.trim() !== '';
  const canImport = errorCount === 0 && isNamed && busy === null;
  const isTaken = problem?.code === 'NAME_TAKEN';
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button onPress={onChooseAnother}>{say('xlsform.import.chooseAnother')}</Button>
            <Button isDisabled={!canImport} onPress={() => void form.importAs(name.trim())} variant="main">
              {say('xlsform.import.go')}
            </Button>
          </>
        }
        facts={
          <>
            {say('xlsform.import.facts', {
              file: fileName,
              format: inspection.format.toUpperCase(),
              questions: questionCount,
              sections: sections.length,
            })}{' '}
            <span className={errorCount > 0 ? styles.stopped : undefined} role="status">
              {busy === null
                ? errorCount > 0
                  ? say('xlsform.import.stopped', { count: errorCount })
                  : ''
                : say(`xlsform.import.${busy}`, { file: fileName })}
            </span>
          </>
        }
        title={say('xlsform.import.title')}
        titleRef={title}
      />
      <FormFields
        inspection={inspection}
        name={name}
        nameError={isNamed ? (isTaken ? say('xlsform.import.nameTaken') : undefined) : say('xlsform.import.nameMissing')}
        onLanguage={(fileLanguage, language) => void form.setLanguage(fileLanguage, language)}
        onName={setName}
      />
      {problem === null || isTaken ? null : (
        <p className={styles.failure} role="alert">
          {say.any(problem.message, problem.params)}
        </p>
      )}
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
