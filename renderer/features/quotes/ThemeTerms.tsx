import { useEffect, useRef, useState } from 'react';
import type { SegmentPlace } from '../../../shared/contract/quotes.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { NumberField } from '../../ui/number-field/NumberField.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { findThemes, type Themes } from '../themes/index.ts';
import styles from './quotes.module.css';
import type { ThemeTerm } from './theme-terms.ts';

interface ThemeTermsProps {
  readonly themes: Themes;
  readonly terms: readonly ThemeTerm[];
  readonly onChange: (terms: readonly ThemeTerm[]) => void;
  readonly onClose: () => void;
}

const mostTerms = 8;
const mostShown = 8;
const places = ['overlap', 'inside', 'words', 'paragraph', 'text'] as const satisfies readonly SegmentPlace[];

/** Themes that are looked for: found by typing, each joined to the others by or, and, or not, and where it must stand. */
export function ThemeTerms({ themes, terms, onChange, onClose }: ThemeTermsProps) {
  const say = useText();
  const language = useLanguage();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  // Themes out of use can have quotes too.
  const hits = findThemes(themes.list, text, language)
    .filter(({ theme }) => terms.every((one) => one.theme.themeId !== theme.id))
    .slice(0, mostShown);
  const change = (at: number, to: Partial<ThemeTerm>): void =>
    onChange(terms.map((one, place) => (place === at ? { ...one, ...to } : one)));
  return (
    <div className={styles.panel}>
      {terms.length >= mostTerms ? null : (
        <ComboBox
          countText={say('quotes.themes.hits', { count: hits.length })}
          inputRef={input}
          label={say('quotes.themes.add')}
          onChoose={(id) => {
            const theme = themes.byId.get(id);
            if (theme !== undefined)
              onChange([...terms, { theme: { themeId: theme.id, isBranch: true }, join: 'or', place: 'overlap', words: 10 }]);
            setText('');
          }}
          onCancel={onClose}
          onTextChange={setText}
          options={hits.map(({ theme, name, why }) => ({
            id: theme.id,
            label: name,
            detail: String(theme.personCount),
            ...(why === null ? {} : { why }),
          }))}
          text={text}
        />
      )}
      {terms.map((term, at) => {
        const name = themes.nameOf(term.theme.themeId);
        return (
          <div className={styles.term} key={term.theme.themeId}>
            <div className={styles.termLine}>
              <strong>{name}</strong>
              <SegmentedControl
                label={say('quotes.themes.join', { theme: name })}
                onChange={(join) => change(at, { join })}
                segments={(['or', 'and', 'not'] as const).map((id) => ({ id, label: say(`quotes.themes.${id}`) }))}
                value={term.join}
              />
              <IconButton
                icon="close"
                label={say('quotes.themes.drop', { theme: name })}
                onPress={() => onChange(terms.filter((_, place) => place !== at))}
                size="small"
              />
            </div>
            <div className={styles.termLine}>
              <Checkbox isSelected={term.theme.isBranch} onChange={(isBranch) => change(at, { theme: { ...term.theme, isBranch } })}>
                {say('quotes.themes.branch')}
              </Checkbox>
              {term.join === 'or' ? null : (
                <Select
                  label={say('quotes.place')}
                  look="chip"
                  onChange={(place) => change(at, { place })}
                  options={places.map((id) => ({ id, label: say(`quotes.place.${id}`) }))}
                  value={term.place}
                />
              )}
            </div>
            {term.join === 'or' || term.place !== 'words' ? null : (
              <NumberField
                label={say('quotes.words')}
                notANumber={(typed) => say('quotes.notANumber', { text: typed })}
                onCommit={(words) => change(at, { words: Math.min(200, Math.max(0, Math.round(words ?? 10))) })}
                value={term.words}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
