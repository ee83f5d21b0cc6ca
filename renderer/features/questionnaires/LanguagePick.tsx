import { languages as allLanguages, type Language } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './Dialogs.module.css';

export interface LanguagePickProps {
  readonly chosen: readonly Language[];
  readonly onChange: (languages: Language[]) => void;
}

/** Which languages a questionnaire has, and in which order they stand; the first is the one it is written in. */
export function LanguagePick({ chosen, onChange }: LanguagePickProps) {
  const say = useText();
  const shown = [...chosen, ...allLanguages.filter((language) => !chosen.includes(language))];
  return (
    <div aria-label={say('questionnaires.languages.title')} className={styles.languages} role="group">
      <span aria-hidden className={styles.label}>
        {say('questionnaires.languages.title')}
      </span>
      <ol>
        {shown.map((language) => {
          const place = chosen.indexOf(language);
          const name = say(`interviews.language.${language}`);
          return (
            <li className={styles.language} key={language}>
              <Checkbox
                isDisabled={place !== -1 && chosen.length === 1}
                isSelected={place !== -1}
                onChange={(isChosen) => onChange(isChosen ? [...chosen, language] : chosen.filter((other) => other !== language))}
              >
                {name}
              </Checkbox>
              {place > 0 ? (
                <IconButton
                  icon="sortAscending"
                  label={say('questionnaires.languages.earlier', { language: name })}
                  onPress={() => onChange(chosen.toSpliced(place, 1).toSpliced(place - 1, 0, language))}
                  size="small"
                />
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
