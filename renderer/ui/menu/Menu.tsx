import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps as AriaPopoverProps, Separator } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { Keycap } from '../keycap/Keycap.tsx';
import popoverStyles from '../popover/Popover.module.css';

/** One deed, or a line between groups of deeds. */
export type MenuEntry<Id extends string = string> =
  | {
      readonly kind?: 'item';
      readonly id: Id;
      readonly label: string;
      readonly icon?: IconName;
      readonly kbd?: string | undefined;
      readonly detail?: string;
      readonly isDanger?: boolean;
      readonly isDisabled?: boolean;
    }
  | { readonly kind: 'separator'; readonly id: string };

/** What a menu needs: the button that opens it (a Button, IconButton or FilterChip) and what it holds. */
export interface MenuProps<Id extends string> {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry<Id>[];
  readonly onAction: (id: Id) => void;
  /** Ticks one entry: a menu that chooses. */
  readonly chosenId?: Id;
  readonly placement?: AriaPopoverProps['placement'];
}

/** Deeds behind one button. */
export function Menu<Id extends string>({ label, trigger, entries, onAction, chosenId, placement = 'bottom start' }: MenuProps<Id>) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={cx(popoverStyles.popover)} offset={4} placement={placement}>
        <AriaMenu aria-label={label} className={cx(popoverStyles.list)}>
          {entries.map((entry) =>
            entry.kind === 'separator' ? (
              <Separator className={cx(popoverStyles.separator)} id={entry.id} key={entry.id} />
            ) : (
              <MenuItem
                className={cx(popoverStyles.row, entry.isDanger === true && popoverStyles.danger)}
                id={entry.id}
                isDisabled={entry.isDisabled ?? false}
                key={entry.id}
                onAction={() => onAction(entry.id)}
                textValue={entry.label}
              >
                {entry.icon === undefined ? null : <Icon name={entry.icon} />}
                <span className={popoverStyles.rowLabel}>{entry.label}</span>
                {entry.detail === undefined ? null : <span className={popoverStyles.rowDetail}>{entry.detail}</span>}
                {entry.kbd === undefined ? null : <Keycap isSilent keys={entry.kbd} />}
                {chosenId === undefined ? null : (
                  <span className={popoverStyles.tick}>{entry.id === chosenId ? <Icon name="done" /> : null}</span>
                )}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
