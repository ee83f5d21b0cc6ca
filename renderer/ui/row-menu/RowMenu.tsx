import { type KeyboardEvent, type RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { Keycap } from '../keycap/Keycap.tsx';
import popoverStyles from '../popover/Popover.module.css';

/** One deed for a row. `letter` does it at once while the menu is open. */
export interface RowMenuEntry<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
  readonly letter: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

/** What the menu of a row needs. It opens by a key or a button of the list, beside the row. */
export interface RowMenuProps<Id extends string> {
  readonly label: string;
  readonly entries: readonly RowMenuEntry<Id>[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly triggerRef: RefObject<Element | null>;
  readonly onAction: (id: Id) => void;
}

/** Deeds for the row under the hand: arrows and Enter, or the letter printed beside each. */
export function RowMenu<Id extends string>({ label, entries, isOpen, onOpenChange, triggerRef, onAction }: RowMenuProps<Id>) {
  const run = (id: Id): void => {
    onOpenChange(false);
    onAction(id);
  };
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entry = entries.find((candidate) => candidate.letter.toLowerCase() === event.key.toLowerCase() && candidate.isDisabled !== true);
    if (entry === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run(entry.id);
  };
  return (
    <Popover
      aria-label={label}
      className={cx(popoverStyles.popover)}
      isOpen={isOpen}
      offset={2}
      onOpenChange={onOpenChange}
      placement="bottom start"
      triggerRef={triggerRef}
    >
      <div onKeyDownCapture={onKeyDownCapture} role="presentation">
        <AriaMenu aria-label={label} autoFocus="first" className={cx(popoverStyles.list)}>
          {entries.map((entry) => (
            <MenuItem
              className={cx(popoverStyles.row, entry.isDanger === true && popoverStyles.danger)}
              id={entry.id}
              isDisabled={entry.isDisabled ?? false}
              key={entry.id}
              onAction={() => run(entry.id)}
              textValue={entry.label}
            >
              {entry.icon === undefined ? null : <Icon name={entry.icon} />}
              <span className={popoverStyles.rowLabel}>{entry.label}</span>
              <Keycap isSilent keys={entry.letter} />
            </MenuItem>
          ))}
        </AriaMenu>
      </div>
    </Popover>
  );
}
