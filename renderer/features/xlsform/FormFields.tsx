import type { FormInspection } from '../../../shared/contract/xlsform.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './Xlsform.module.css';

/** What the questionnaire will be called, and which of our languages each of the file's is. */
export function FormFields({
  inspection,
  name,
  nameError,
  onName,
  onLanguage,
}: {
  readonly inspection: FormInspection;
  readonly name: string;
  readonly nameError: string | undefined;
  readonly onName: (name: string) => void;
  readonly onLanguage: (fileLanguage: string, language: Language | null) => void;
}) {
  const say = useText();
  const options = [
    ...languages.map((id) => ({ id: id as Language | 'keep', label: say(`interviews.language.${id}`) })),
    { id: 'keep' as const, label: say('xlsform.import.keepLanguage') },
  ];
  return (
    <div className={styles.fields}>
      <TextField error={nameError} label={say('xlsform.import.name')} maxLength={200} onChange={onName} value={name} />
      {inspection.languages.length === 0 ? null : (
        <div aria-label={say('xlsform.import.languages')} className={styles.languages} role="group">
          {inspection.languages.map(({ fileLanguage, cells, language }) => (
            <Select
              key={fileLanguage}
              label={say('xlsform.import.language', {
                name: fileLanguage === '' ? say('xlsform.import.unnamedLanguage') : fileLanguage,
                cells,
              })}
              onChange={(id) => onLanguage(fileLanguage, id === 'keep' ? null : id)}
              options={options}
              value={language ?? 'keep'}
            />
          ))}
        </div>
      )}
    </div>
  );
}
