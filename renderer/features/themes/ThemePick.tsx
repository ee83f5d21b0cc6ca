import { useEffect, useRef, useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { ComboBox, type ComboBoxOption } from '../../ui/combo-box/ComboBox.tsx';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf } from './branch-of.ts';
import { findThemes } from './match-themes.ts';
import type { Themes } from './use-themes.ts';

const mostHits = 8;

/** What finding one theme of the tree needs. */
export interface ThemePickProps {
  readonly label: string;
  readonly themes: Themes;
  readonly isOffered: (theme: Theme) => boolean;
  readonly onPick: (themeId: ThemeId) => void;
  readonly onCancel: () => void;
  /** Offered before any theme, or (with what was typed) after them. */
  readonly first?: { readonly label: string; readonly onPick: () => void } | undefined;
  readonly make?: { readonly label: (term: string) => string; readonly onPick: (term: string) => void } | undefined;
  readonly takesFocus?: boolean;
}

/** Finds a theme by any of its words in any language, those out of use too. */
export function ThemePick({ label, themes, isOffered, onPick, onCancel, first, make, takesFocus = false }: ThemePickProps) {
  const say = useText();
  const language = useLanguage();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const term = text.trim();
  const hits = findThemes(themes.list, text, language)
    .filter((hit) => isOffered(hit.theme))
    .slice(0, mostHits);
  const options: ComboBoxOption[] = [
    ...(first === undefined || term !== '' ? [] : [{ id: 'first', label: first.label }]),
    ...hits.map(({ theme, name, why }) => ({
      id: theme.id,
      label: theme.status === 'retired' ? `${name} (${say('themes.retired')})` : name,
      mark: <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />,
      why: why === null ? undefined : say('themes.box.why', { word: why }),
      detail: String(theme.personCount),
    })),
    ...(make === undefined || term === '' ? [] : [{ id: 'make', label: make.label(term) }]),
  ];
  return (
    <ComboBox
      countText={say('themes.hits', { count: hits.length })}
      inputRef={input}
      label={label}
      onCancel={onCancel}
      onChoose={(id) => {
        if (id === 'first') first?.onPick();
        else if (id === 'make') make?.onPick(term);
        else {
          const hit = hits.find(({ theme }) => theme.id === id);
          if (hit !== undefined) onPick(hit.theme.id);
        }
      }}
      onTextChange={setText}
      opensOnFocus
      options={options}
      text={text}
    />
  );
}
