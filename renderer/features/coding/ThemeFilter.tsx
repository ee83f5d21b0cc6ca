import { useState } from 'react';
import type { GridFilter } from '../../../shared/contract/coding.ts';
import { fold } from '../../../shared/texts/index.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './GridPickers.module.css';

type ThemeWanted = NonNullable<GridFilter['themes']>[number];

/** What choosing themes to filter by needs. */
export interface ThemeFilterProps {
  readonly themes: Themes;
  readonly chosen: readonly ThemeWanted[];
  readonly onChange: (chosen: readonly ThemeWanted[]) => void;
}

const mostThemes = 8;
const mostShown = 8;

/** Themes that rows have or lack: found by typing, each with or without everything under it. */
export function ThemeFilter({ themes, chosen, onChange }: ThemeFilterProps) {
  const say = useText();
  const [text, setText] = useState('');
  const wanted = fold(text);
  const hits = themes.list
    .filter((theme) => chosen.every((one) => one.themeId !== theme.id) && fold(themes.nameOf(theme.id)).includes(wanted))
    .slice(0, mostShown);
  const change = (themeId: string, to: Partial<ThemeWanted>): void =>
    onChange(chosen.map((one) => (one.themeId === themeId ? { ...one, ...to } : one)));
  return (
    <div className={styles.lines}>
      {chosen.length >= mostThemes ? null : (
        <ComboBox
          countText={say('coding.about.hits', { count: hits.length })}
          label={say('coding.filter.theme')}
          onChoose={(id) => {
            const theme = themes.byId.get(id);
            if (theme !== undefined) onChange([...chosen, { themeId: theme.id, has: true, isBranch: true }]);
            setText('');
          }}
          onTextChange={setText}
          options={hits.map((theme) => ({ id: theme.id, label: themes.nameOf(theme.id), detail: String(theme.personCount) }))}
          text={text}
        />
      )}
      {chosen.map((one) => (
        <div className={styles.themeLine} key={one.themeId}>
          <span>{themes.nameOf(one.themeId)}</span>
          <SegmentedControl
            label={themes.nameOf(one.themeId)}
            onChange={(id) => change(one.themeId, { has: id === 'has' })}
            segments={[
              { id: 'has', label: say('coding.filter.with') },
              { id: 'lacks', label: say('coding.filter.without') },
            ]}
            value={one.has ? 'has' : 'lacks'}
          />
          <Checkbox isSelected={one.isBranch} onChange={(isBranch) => change(one.themeId, { isBranch })}>
            {say('coding.filter.branch')}
          </Checkbox>
          <IconButton
            icon="close"
            label={say('coding.filter.dropTheme', { theme: themes.nameOf(one.themeId) })}
            onPress={() => onChange(chosen.filter((other) => other.themeId !== one.themeId))}
            size="small"
          />
        </div>
      ))}
    </div>
  );
}
