import type { ImportPlaces } from '../../../shared/contract/exchange.ts';
import { languages } from '../../../shared/model/text.ts';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import { cut } from '../../../shared/texts/index.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { heldOnOf, makesWave, type FieldValues } from './import-fields.ts';
import styles from './Import.module.css';
import { QuestionnaireFields } from './QuestionnaireFields.tsx';

const languageNames = { nb: 'Bokmål', nn: 'Nynorsk', sv: 'Svenska', en: 'English' } as const;
const longestLabel = 40;

/** Where the answers go: project, questionnaire, wave, language, and which date is the day of the interview. */
export function TargetFields({
  values,
  mapping,
  places,
  onChange,
}: {
  readonly values: FieldValues;
  readonly mapping: SurveyMapping;
  /** Undefined for a project that is not there yet. */
  readonly places: ImportPlaces | undefined;
  readonly onChange: (change: Partial<FieldValues>) => void;
}) {
  const say = useText();
  const { all } = useCurrentProject();
  const projects = [
    ...all.map(({ id, name }) => ({ id: String(id), label: name })),
    { id: 'new', label: say('exchange.import.newProject') },
  ];
  const isNew = !all.some(({ id }) => id === values.project);
  const missing = (text: string) => (text.trim() === '' ? say('exchange.import.nameMissing') : undefined);
  const dates = mapping.questions
    .filter(({ kind }) => kind === 'date')
    .map(({ key, label }) => ({ id: key, label: cut(label, longestLabel) }));
  return (
    <div aria-label={say('exchange.import.where')} className={styles.fields} role="group">
      <Select
        label={say('exchange.import.project')}
        // Questionnaires and waves belong to a project.
        onChange={(project) => onChange({ project, version: 'new', way: 'people', wave: 'new' })}
        options={projects}
        value={isNew ? 'new' : values.project}
      />
      {isNew ? (
        <TextField
          error={missing(values.projectName)}
          label={say('exchange.import.projectName')}
          onChange={(projectName) => onChange({ projectName })}
          value={values.projectName}
        />
      ) : (
        <QuestionnaireFields onChange={onChange} places={places} values={values} />
      )}
      {makesWave(values) ? (
        <TextField
          error={missing(values.waveName)}
          label={say('exchange.import.waveName')}
          onChange={(waveName) => onChange({ waveName })}
          value={values.waveName}
        />
      ) : null}
      <Select
        label={say('exchange.import.language')}
        onChange={(language) => onChange({ language })}
        options={languages.map((id) => ({ id, label: languageNames[id] }))}
        value={values.language}
      />
      {dates.length === 0 ? null : (
        <Select
          label={say('exchange.import.heldOn')}
          onChange={(heldOn) => onChange({ heldOn })}
          options={[...dates, { id: 'none', label: say('exchange.import.heldOn.none') }]}
          value={heldOnOf(values, mapping) ?? 'none'}
        />
      )}
    </div>
  );
}
