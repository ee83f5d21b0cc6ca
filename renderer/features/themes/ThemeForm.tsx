import type { KeyboardEvent } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf } from './branch-of.ts';
import { SavedField } from './SavedField.tsx';
import { ThemeDifferences } from './ThemeDifferences.tsx';
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
    <div className={styles.form} onKeyDown={onKeyDown}>
      <div>
        <h2 className={styles.heading}>
          <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />
          {themes.nameOf(themeId)}
          {theme.status === 'retired' ? <span className={styles.counted}>{say('themes.retired')}</span> : null}
        </h2>
        <p className={styles.counted}>
          {say('themes.number', { number: theme.number })}.{' '}
          {theme.personCount === 0
            ? say('themes.countedNone')
            : say('themes.counted', { all: theme.personCount, own: theme.ownPersonCount })}
        </p>
      </div>
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
      <ThemeDifferences theme={theme} themes={themes} />
      <fieldset className={styles.group}>
        <legend>{say('themes.definition')}</legend>
        <div className={styles.pair}>
          {languages.map((language) => (
            <SavedField
              isLong
              key={language}
              label={say(`themes.language.${language}`)}
              lang={language}
              onSave={(definition) => save(() => client.themes.setDefinition({ themeId, language, definition }))}
              value={theme.definition[language] ?? ''}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button
          onPress={() => void save(() => client.themes.setStatus({ themeId, status: theme.status === 'retired' ? 'in-use' : 'retired' }))}
        >
          {say(theme.status === 'retired' ? 'themes.return' : 'themes.retire')}
        </Button>
      </div>
    </div>
  );
}
