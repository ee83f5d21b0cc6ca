import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import styles from './SegmentedControl.module.css';

/** One view of the thing. */
export interface Segment<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
}

/** What a segmented control needs: two or three segments. More is a Select. */
export interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
}

/** Switches between two or three views of the same thing. */
export function SegmentedControl<Id extends string>({ label, segments, value, onChange, isDisabled = false }: SegmentedControlProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.group)}
      disallowEmptySelection
      isDisabled={isDisabled}
      onSelectionChange={(keys) => {
        const next = segments.find((segment) => keys.has(segment.id));
        if (next !== undefined) {
          onChange(next.id);
        }
      }}
      selectedKeys={[value]}
      selectionMode="single"
    >
      {segments.map((segment) => (
        <ToggleButton className={cx(styles.segment)} id={segment.id} key={segment.id}>
          {segment.icon === undefined ? null : <Icon name={segment.icon} size={14} />}
          {/* The bold width is held from the start, so that choosing moves nothing. */}
          <span className={styles.label} data-text={segment.label}>
            {segment.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
