import type { ReactNode } from 'react';
import type { GridRow } from '../../../shared/contract/coding.ts';
import { useText } from '../../lib/text.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './AnswerGrid.module.css';
import { chipsOf, signOf, type Chip } from './chips.ts';
import { codingsOnRow } from './row-parts.ts';

/** What the last cell of a row needs. */
export interface ThemeCellProps {
  readonly row: GridRow;
  readonly themes: Themes;
  readonly services: ReadonlyMap<string, string>;
  /** Themes the program proposes, after the row's own. */
  readonly suggestions?: ReactNode;
  /** The theme box and the reason, in the current row. */
  readonly children?: ReactNode;
}

/** Themes on a row. Each chip can take focus: Delete removes it, Enter opens the theme, its menu says what it is about. */
export function ThemeCell({ row, themes, services, suggestions, children }: ThemeCellProps) {
  const say = useText();
  return (
    <div className={styles.themes} role="gridcell">
      {chipsOf(codingsOnRow(row)).map((chip) => (
        <RowChip chip={chip} key={`${chip.themeId} ${chip.coder ?? ''} ${chip.polarity ?? ''}`} services={services} themes={themes} />
      ))}
      {row.codings.length === 0 && row.reading !== null ? <span className={styles.noTheme}>{say('coding.grid.noTheme')}</span> : null}
      {suggestions}
      {children}
    </div>
  );
}

function RowChip({
  chip,
  themes,
  services,
}: {
  readonly chip: Chip;
  readonly themes: Themes;
  readonly services: ReadonlyMap<string, string>;
}) {
  const say = useText();
  const theme = themes.byId.get(chip.themeId);
  const about = [
    ...(chip.level === null ? [] : [say(`coding.level.${chip.level}`)]),
    ...(chip.serviceId === null ? [] : [services.get(chip.serviceId) ?? say('coding.about.otherService')]),
    // There is no sign for a suggestion from a participant.
    ...(chip.polarity === 'suggestion' ? [say('coding.polarity.suggestion')] : []),
  ];
  const notes = [
    ...(chip.isInferred ? [say('coding.grid.inferred')] : []),
    ...(chip.isWhole ? [] : [say('coding.grid.part')]),
    ...(chip.isDoubtful ? [say('coding.grid.doubtful')] : []),
    ...(chip.isAccepted ? [say('coding.grid.accepted')] : []),
  ];
  return (
    <span
      className={styles.chip}
      data-certainty={chip.isInferred ? 'inferred' : 'explicit'}
      data-chip={chip.codingIds.join(' ')}
      data-doubtful={chip.isDoubtful || undefined}
      data-theme-id={chip.themeId}
      tabIndex={-1}
    >
      <ThemeChip
        coder={chip.coder ?? undefined}
        mark={theme === undefined ? { colour: 'neutral', repeat: 'single' } : branchOf(theme)}
        name={themes.nameOf(chip.themeId)}
        polarity={signOf(chip.polarity)}
        polarityText={chip.polarity === null ? undefined : say(`coding.polarity.${chip.polarity}`)}
        state={chip.isInferred ? 'inferred' : 'coded'}
        stateText={notes.length === 0 ? undefined : notes.join(', ')}
      />
      {about.length === 0 ? null : <span className={styles.about}>{about.join(' · ')}</span>}
    </span>
  );
}
