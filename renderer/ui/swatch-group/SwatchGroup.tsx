import { Radio, RadioGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import fieldStyles from '../field/Field.module.css';
import { FieldLabel } from '../field/FieldLabel.tsx';
import type { BranchColour } from '../theme-mark/branch-mark.ts';
import styles from './SwatchGroup.module.css';

/** One colour of the theme palette, with its name. */
export interface Swatch {
  readonly colour: BranchColour;
  readonly label: string;
}

/** What a choice of colour needs. */
export interface SwatchGroupProps {
  readonly label: string;
  readonly swatches: readonly Swatch[];
  readonly value: BranchColour | null;
  readonly onChange: (colour: BranchColour) => void;
}

/** Chooses a colour of the theme palette. The name of the chosen one stands beside: never colour alone. */
export function SwatchGroup({ label, swatches, value, onChange }: SwatchGroupProps) {
  const chosen = swatches.find(({ colour }) => colour === value);
  return (
    <RadioGroup
      className={cx(fieldStyles.field)}
      onChange={(next) => {
        const swatch = swatches.find(({ colour }) => String(colour) === next);
        if (swatch !== undefined) onChange(swatch.colour);
      }}
      orientation="horizontal"
      value={value === null ? null : String(value)}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className={styles.row}>
        {swatches.map(({ colour, label: name }) => (
          <Radio aria-label={name} className={cx(styles.swatch)} data-branch={colour} key={colour} value={String(colour)}>
            <span aria-hidden className={styles.bar} title={name} />
          </Radio>
        ))}
        {chosen === undefined ? null : (
          <span aria-hidden className={styles.name}>
            {chosen.label}
          </span>
        )}
      </div>
    </RadioGroup>
  );
}
