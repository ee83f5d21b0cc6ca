import type { KeyboardEvent } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { SavedField } from './SavedField.tsx';
import { ThemeColour } from './ThemeColour.tsx';
import { ThemeDifferences } from './ThemeDifferences.tsx';
import { ThemeTexts } from './ThemeTexts.tsx';
import styles from './ThemesScreen.module.css';
import type { Themes } from './use-themes.ts';

/** What the words of one theme need. */
export interface ThemeFormProps {
  readonly theme: Theme;
  readonly themes: Themes;
  /** Enter or Esc in a field: back to the tree. */
  readonly onDone: () => void;
}

/** One theme's words in four languages; each field is saved when it is left. */
export function ThemeForm({ theme, themes, onDone }: ThemeFormProps) {
  const say = useText();
  const save = useSave();
  const themeId = theme.id;
  const synonymsIn = (language: Language): string =>
    theme.synonyms
      .filter((one) => one.language === language)
      .map((one) => one.term)
      .join(', ');
  const words = (text: string): string[] => [
    ...new Set(
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  }
  return (
    <div className={styles.fields} onKeyDown={onKeyDown} role="presentation">
      <fieldset className={styles.group}>
        <legend>{say('themes.names')}</legend>
        <div className={styles.pair}>
          {languages.map((language) => (
            <SavedField
              key={language}
              label={say(`themes.language.${language}`)}
              lang={language}
              onSave={(term) => (term === '' ? Promise.resolve(undefined) : save(() => client.themes.rename({ themeId, term, language })))}
              value={theme.terms[language] ?? ''}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{say('themes.synonyms')}</legend>
        <p className={styles.help}>{say('themes.synonymsHelp')}</p>
        <div className={styles.pair}>
          {languages.map((language) => (
            <SavedField
              key={language}
              label={say(`themes.language.${language}`)}
              lang={language}
              onSave={(text) => save(() => client.themes.setSynonyms({ themeId, language, synonyms: words(text) }))}
              value={synonymsIn(language)}
            />
          ))}
        </div>
      </fieldset>
      <ThemeTexts theme={theme} />
      <ThemeDifferences theme={theme} themes={themes} />
      <ThemeColour theme={theme} themes={themes} />
    </div>
  );
}
