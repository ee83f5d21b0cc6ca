import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import { Keycap } from '../keycap/Keycap.tsx';
import { moveInList } from '../keyboard/move-in-list.ts';
import popoverStyles from '../popover/Popover.module.css';
import { VisuallyHidden } from '../visually-hidden/VisuallyHidden.tsx';
import styles from './ComboBox.module.css';

/** One hit, best first. Hits are found by the caller, who knows synonyms and counts. */
export interface ComboBoxOption {
  readonly id: string;
  readonly label: string;
  /** A theme mark or an icon. */
  readonly mark?: ReactNode;
  /** Why it is a hit when the typed letters are not in its name: "beskjed →". */
  readonly why?: string | undefined;
  /** Count or place, quieter, at the end. */
  readonly detail?: string | undefined;
}

/** What a type-ahead needs. An option for a new thing is simply the caller's last option. */
export interface ComboBoxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly options: readonly ComboBoxOption[];
  readonly onChoose: (id: string) => void;
  /** Esc with the list closed. */
  readonly onCancel?: () => void;
  /** Spoken when the hits change: "3 treff". */
  readonly countText: string;
  readonly placeholder?: string;
  /** Opens the list on focus, before anything is typed. */
  readonly opensOnFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Editable combobox with a listbox (APG): the best hit is preselected, focus stays in the field. */
export function ComboBox({
  label,
  isLabelHidden = false,
  text,
  onTextChange,
  options,
  onChoose,
  onCancel,
  countText,
  placeholder,
  opensOnFocus = false,
  inputRef,
}: ComboBoxProps) {
  const id = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [position, setPosition] = useState(0);
  const index = Math.min(position, options.length - 1);
  const shows = isOpen && options.length > 0;
  const current = shows ? options[index] : undefined;

  function choose(optionId: string) {
    setIsOpen(false);
    onChoose(optionId);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Home and End belong to the text here.
    const next = event.key === 'Home' || event.key === 'End' ? null : moveInList(event.key, { index, count: options.length, page: 8 });
    if (next !== null) {
      event.preventDefault();
      setPosition(shows ? next : 0);
      setIsOpen(true);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      choose(current.id);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (shows) {
        setIsOpen(false);
      } else {
        onCancel?.();
      }
    }
  }

  return (
    <div className={fieldStyles.field} ref={boxRef}>
      {isLabelHidden ? null : (
        <label className={fieldStyles.label} htmlFor={`${id}-input`}>
          {label}
        </label>
      )}
      <input
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        aria-autocomplete="list"
        aria-controls={shows ? `${id}-list` : undefined}
        aria-expanded={shows}
        aria-label={isLabelHidden ? label : undefined}
        autoComplete="off"
        className={fieldStyles.input}
        id={`${id}-input`}
        onBlur={() => setIsOpen(false)}
        onChange={(event) => {
          setPosition(0);
          setIsOpen(true);
          onTextChange(event.target.value);
        }}
        onFocus={() => setIsOpen(opensOnFocus)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        ref={inputRef}
        role="combobox"
        spellCheck={false}
        type="text"
        value={text}
      />
      <Popover
        className={cx(popoverStyles.popover, styles.popover)}
        isNonModal
        isOpen={shows}
        offset={6}
        onOpenChange={setIsOpen}
        placement="bottom start"
        shouldCloseOnInteractOutside={(element) => boxRef.current?.contains(element) !== true}
        triggerRef={boxRef}
      >
        <ul aria-label={label} className={popoverStyles.list} id={`${id}-list`} role="listbox">
          {options.map((option) => (
            <li
              aria-selected={option === current}
              className={popoverStyles.row}
              data-current={option === current || undefined}
              id={`${id}-${option.id}`}
              key={option.id}
              onClick={() => choose(option.id)}
              onPointerDown={(event) => event.preventDefault()}
              role="option"
            >
              {option.mark}
              <span className={popoverStyles.rowLabel}>
                {option.why === undefined ? null : <span className={styles.why}>{option.why} </span>}
                {option.label}
              </span>
              {option.detail === undefined ? null : <span className={popoverStyles.rowDetail}>{option.detail}</span>}
              {option === current ? <Keycap isSilent keys="↵" /> : null}
            </li>
          ))}
        </ul>
      </Popover>
      <div aria-live="polite">
        <VisuallyHidden>{isOpen ? countText : ''}</VisuallyHidden>
      </div>
    </div>
  );
}
