import { useState } from 'react';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './framework.module.css';

export interface ThemeChoiceProps {
  readonly themes: Themes;
  readonly chosen: readonly ThemeId[];
  readonly onChange: (chosen: readonly ThemeId[]) => void;
}

/** Which themes are columns; a theme takes in what stands under it. New ones come last. */
export function ThemeChoice({ themes, chosen, onChange }: ThemeChoiceProps) {
  const say = useText();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const levels = new Map<string, number>();
  for (const theme of themes.list) levels.set(theme.id, theme.parentId === null ? 0 : (levels.get(theme.parentId) ?? 0) + 1);
  const shown = themes.list.filter(
    (theme) =>
      (theme.status === 'in-use' || chosen.includes(theme.id)) &&
      (wanted === '' || themes.nameOf(theme.id).toLocaleLowerCase().includes(wanted)),
  );
  return (
    <>
      <SearchField
        clearLabel={say('framework.themes.clear')}
        label={say('framework.themes.find')}
        onChange={setText}
        onClear={() => setText('')}
        placeholder={say('framework.themes.find')}
        value={text}
      />
      <div aria-label={say('framework.themes.label')} className={styles.themes} role="group">
        {shown.map((theme) => (
          <div className={styles.theme} key={theme.id} style={{ ['--level' as string]: wanted === '' ? (levels.get(theme.id) ?? 0) : 0 }}>
            <Checkbox
              isSelected={chosen.includes(theme.id)}
              onChange={(isOn) => onChange(isOn ? [...chosen, theme.id] : chosen.filter((id) => id !== theme.id))}
            >
              {themes.nameOf(theme.id)}
            </Checkbox>
          </div>
        ))}
      </div>
      <p className={styles.quiet}>{say('framework.themes.chosen', { n: chosen.length })}</p>
    </>
  );
}
