import { type KeyboardEvent, useRef, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { matchThemes } from './match-themes.ts';
import styles from './ThemesScreen.module.css';
import type { Themes } from './use-themes.ts';

/** What the line for a new theme needs. */
export interface NewThemeLineProps {
  /** Where it will stand: "Nytt tema under «Tilgang»". */
  readonly label: string;
  readonly themes: Themes;
  /** Answers whether the theme was made; what was typed stays if not. */
  readonly onCreate: (term: string, isWantedAnyway: boolean) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** One line: Enter makes the theme, Esc closes. A name that exists is said before anything happens. */
export function NewThemeLine({ label, themes, onCreate, onCancel }: NewThemeLineProps) {
  const say = useText();
  const language = useLanguage();
  const [term, setTerm] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const isMaking = useRef(false);
  function make(name: string, isWantedAnyway: boolean): void {
    isMaking.current = true;
    void onCreate(name, isWantedAnyway).finally(() => {
      isMaking.current = false;
    });
  }
  function create(isWantedAnyway: boolean): void {
    const name = term.trim();
    // A doubly pressed Enter makes one theme, and is not told that it exists.
    if (name === '' || isMaking.current) return;
    const existing = matchThemes(themes.list, name, language).find((hit) => hit.isExact);
    if (existing !== undefined && !isWantedAnyway)
      setRefused(
        say('themes.exists', {
          term: name,
          existing: existing.name,
          isSame: existing.name.toLowerCase() === name.toLowerCase() ? 'yes' : 'no',
        }),
      );
    else make(name, isWantedAnyway);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) create(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className={styles.line} onKeyDown={onKeyDown}>
      <TextField
        autoFocus
        help={say('themes.newHelp')}
        label={label}
        length={36}
        onChange={(next) => {
          setTerm(next);
          setRefused(null);
        }}
        value={term}
        {...(refused === null ? {} : { error: refused })}
      />
      {refused === null ? null : (
        <Button kbd={printedKey('Mod+Enter', platform)} onPress={() => create(true)} size="bar">
          {say('themes.anyway')}
        </Button>
      )}
    </div>
  );
}
