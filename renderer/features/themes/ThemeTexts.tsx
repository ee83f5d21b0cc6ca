import { useState } from 'react';
import { ThemeTextPart, type Theme } from '../../../shared/contract/themes.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Tabs } from '../../ui/tabs/Tabs.tsx';
import { SavedField } from './SavedField.tsx';
import styles from './ThemesScreen.module.css';

/** What a theme is, language by language: definition, what belongs here and what does not, and examples that show it. */
export function ThemeTexts({ theme }: { readonly theme: Theme }) {
  const say = useText();
  const reader = useLanguage();
  const [shown, setShown] = useState<Language>(reader);
  return (
    <fieldset className={styles.group}>
      <legend>{say('themes.texts')}</legend>
      <Tabs
        label={say('themes.texts')}
        onChange={setShown}
        tabs={languages.map((language) => ({
          id: language,
          label: say(`themes.language.${language}`),
          ...noteOf(theme, language),
          content: <TextsIn language={language} theme={theme} />,
        }))}
        value={shown}
      />
    </fieldset>
  );
}

/** How many texts there are in a language, so that an empty one need not be opened to see it. */
function noteOf(theme: Theme, language: Language): { note?: string } {
  const parts = ThemeTextPart.options.filter((part) => (theme[part][language] ?? '') !== '').length;
  const count = parts + theme.examples.filter((example) => example.language === language).length;
  return count === 0 ? {} : { note: String(count) };
}

function TextsIn({ theme, language }: { readonly theme: Theme; readonly language: Language }) {
  const say = useText();
  const save = useSave();
  const themeId = theme.id;
  const own = theme.examples.filter((example) => example.language === language);
  const put = (examples: Theme['examples']): Promise<unknown> =>
    save(() => client.themes.setExamples({ themeId, examples: [...examples] }));
  return (
    <div className={styles.texts}>
      {ThemeTextPart.options.map((part) => (
        <SavedField
          isLong
          key={part}
          label={say(`themes.${part}`)}
          lang={language}
          onSave={(text) => save(() => client.themes.setText({ themeId, part, language, text }))}
          value={theme[part][language] ?? ''}
        />
      ))}
      <div className={styles.examples}>
        <p className={styles.help} id={`examples-${language}`}>
          {say('themes.examplesHelp')}
        </p>
        {own.map((example, index) => (
          <SavedField
            // The place is the identity: what stands there is written anew.
            key={index}
            label={say('themes.example', { n: index + 1 })}
            lang={language}
            onSave={(body) => put(theme.examples.flatMap((one) => (one !== example ? [one] : body === '' ? [] : [{ language, body }])))}
            value={example.body}
          />
        ))}
        <SavedField
          key={`new-${own.length}`}
          label={say('themes.newExample')}
          lang={language}
          onSave={(body) => (body === '' ? Promise.resolve(undefined) : put([...theme.examples, { language, body }]))}
          value=""
        />
      </div>
    </div>
  );
}
