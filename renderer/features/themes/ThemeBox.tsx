import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import popoverStyles from '../../ui/popover/Popover.module.css';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { branchOf } from './branch-of.ts';
import { matchThemes, type ThemeHit } from './match-themes.ts';
import styles from './ThemeBox.module.css';
import type { Themes } from './use-themes.ts';

/** What the type-ahead for themes needs. It is always there and shows itself when it is open. */
export interface ThemeBoxProps {
  readonly themes: Themes;
  readonly isOpen: boolean;
  /** Kept by the caller, so that what was typed is there at the next opening on the same row. */
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onChoose: (themeId: ThemeId, keepsOpen: boolean) => void;
  readonly onCreate: (term: string, isWantedAnyway: boolean, keepsOpen: boolean) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Where the list has room. */
  readonly side?: 'below' | 'above';
  readonly label: string;
}

/**
 * Theme type-ahead (APG editable combobox). A letter pressed elsewhere opens it by moving focus here in the same keydown, so
 * that the browser itself delivers the character and composition works: hence the field exists while it is closed.
 */
export function ThemeBox(props: ThemeBoxProps) {
  const { themes, isOpen, text, onTextChange, onOpen, onClose, inputRef, side = 'below', label } = props;
  const say = useText();
  const language = useLanguage();
  const id = useId();
  const [position, setPosition] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const hits = isOpen ? matchThemes(themes.list, text, language) : [];
  const term = text.trim();
  const count = hits.length + (term === '' ? 0 : 1);
  const index = Math.min(position, count - 1);
  const existing = hits.find((hit) => hit.isExact);

  function put(hit: ThemeHit, keepsOpen: boolean): void {
    props.onChoose(hit.theme.id, keepsOpen);
    reset();
  }
  function create(keepsOpen: boolean): void {
    if (term === '') return;
    // A word that is there already is only made again when asked a second time.
    if (existing !== undefined && refused !== term) {
      setRefused(term);
      return;
    }
    props.onCreate(term, existing !== undefined, keepsOpen);
    reset();
  }
  function reset(): void {
    setPosition(0);
    setRefused(null);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const next = event.key === 'Home' || event.key === 'End' ? null : moveInList(event.key, { index, count, page: 8 });
    if (next !== null) setPosition(next);
    else if (event.key === 'Enter') choose(event);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(event: KeyboardEvent): void {
    const hit = hits[index];
    if (event.ctrlKey || event.metaKey || hit === undefined) create(event.shiftKey);
    else put(hit, event.shiftKey);
  }

  const optionId = (row: number): string => `${id}-${row}`;
  return (
    <div className={styles.box} data-open={isOpen || undefined}>
      <input
        aria-activedescendant={isOpen && count > 0 ? optionId(index) : undefined}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-describedby={refused === null ? undefined : `${id}-refused`}
        aria-expanded={isOpen}
        aria-label={label}
        autoComplete="off"
        className={styles.input}
        onBlur={onClose}
        onChange={(event) => {
          reset();
          onTextChange(event.target.value);
        }}
        onFocus={onOpen}
        onKeyDown={onKeyDown}
        ref={inputRef}
        role="combobox"
        spellCheck={false}
        tabIndex={-1}
        type="text"
        value={text}
      />
      {isOpen ? (
        <div className={styles.popup} data-side={side}>
          <ul aria-label={label} className={popoverStyles.list} id={`${id}-list`} role="listbox">
            {hits.map((hit, row) => (
              <li
                aria-selected={row === index}
                className={popoverStyles.row}
                data-current={row === index || undefined}
                id={optionId(row)}
                key={hit.theme.id}
                onClick={() => put(hit, false)}
                onPointerDown={keepFocus}
                role="option"
              >
                <ThemeMark mark={branchOf(hit.theme)} size={hit.theme.depth === 0 ? 'parent' : 'child'} />
                <span className={popoverStyles.rowLabel}>
                  {hit.why === null ? null : <span className={styles.why}>{say('themes.box.why', { word: hit.why })} </span>}
                  {hit.name}
                </span>
                <span className={popoverStyles.rowDetail}>
                  {row === index ? say('themes.personCount', { count: hit.theme.personCount }) : hit.theme.personCount}
                </span>
                {row === index ? <Keycap isSilent keys="↵" /> : null}
              </li>
            ))}
            {term === '' ? null : (
              <li
                aria-selected={index === hits.length}
                className={popoverStyles.row}
                data-current={index === hits.length || undefined}
                data-new
                id={optionId(hits.length)}
                onClick={() => create(false)}
                onPointerDown={keepFocus}
                role="option"
              >
                <Icon name="add" size={14} />
                <span className={popoverStyles.rowLabel}>{say('themes.newNamed', { term })}</span>
                <Keycap isSilent keys={printedKey('Mod+Enter', platform)} />
              </li>
            )}
          </ul>
          {refused === null || existing === undefined ? null : (
            <p className={styles.refused} id={`${id}-refused`} role="alert">
              {say('themes.box.exists', { term: refused, existing: existing.name, key: printedKey('Mod+Enter', platform) })}
            </p>
          )}
        </div>
      ) : null}
      <div aria-live="polite">
        <VisuallyHidden>{isOpen && text !== '' ? say('themes.box.hits', { count: hits.length }) : ''}</VisuallyHidden>
      </div>
    </div>
  );
}

function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
