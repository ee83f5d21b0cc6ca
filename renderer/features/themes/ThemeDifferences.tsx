import { useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { client } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { matchThemes } from './match-themes.ts';
import { SavedField } from './SavedField.tsx';
import styles from './ThemesScreen.module.css';
import type { Themes } from './use-themes.ts';

const mostHits = 8;

/** Themes that are near this one and yet not the same, each with what tells them apart. */
export function ThemeDifferences({ theme, themes }: { readonly theme: Theme; readonly themes: Themes }) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const [text, setText] = useState('');
  const others = theme.differsFrom;
  const put = (next: Theme['differsFrom']): Promise<unknown> =>
    save(() => client.themes.setDifferences({ themeId: theme.id, others: [...next] }));
  const taken = new Set([theme.id, ...others.map(({ themeId }) => themeId)]);
  const hits = matchThemes(themes.list, text, language)
    .filter((hit) => !taken.has(hit.theme.id))
    .slice(0, mostHits);
  const byId = new Map(hits.map((hit) => [String(hit.theme.id), hit.theme.id]));
  return (
    <fieldset className={styles.group}>
      <legend>{say('themes.differences')}</legend>
      {others.map((other) => (
        <div className={styles.difference} key={other.themeId}>
          <span>{themes.nameOf(other.themeId)}</span>
          <SavedField
            label={say('themes.differences.note')}
            lang={language}
            onSave={(note) => put(others.map((one) => (one === other ? { ...one, note: note === '' ? null : note } : one)))}
            value={other.note ?? ''}
          />
          <IconButton
            icon="close"
            label={say('themes.differences.remove', { theme: themes.nameOf(other.themeId) })}
            onPress={() => void put(others.filter((one) => one !== other))}
            size="small"
          />
        </div>
      ))}
      <ComboBox
        countText={String(hits.length)}
        label={say('themes.differences.add')}
        onChoose={(id) => {
          const themeId = byId.get(id);
          setText('');
          if (themeId !== undefined) void put([...others, { themeId, note: null }]);
        }}
        onTextChange={setText}
        options={text.trim() === '' ? [] : hits.map((hit) => ({ id: hit.theme.id, label: themes.nameOf(hit.theme.id) }))}
        text={text}
      />
    </fieldset>
  );
}
