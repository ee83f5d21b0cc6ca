import type { ReactNode } from 'react';
import type { GridRow } from '../../../shared/contract/coding.ts';
import { useText } from '../../lib/text.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './AnswerGrid.module.css';
import { chipsOf, signOf } from './chips.ts';

/** What the last cell of a row needs. */
export interface ThemeCellProps {
  readonly row: GridRow;
  readonly themes: Themes;
  /** The theme box and the reason, in the current row. */
  readonly children?: ReactNode;
}

/** Themes on an answer. Each chip can take focus: Delete removes it, Enter opens the theme. */
export function ThemeCell({ row, themes, children }: ThemeCellProps) {
  const say = useText();
  return (
    <div className={styles.themes} role="gridcell">
      {chipsOf(row.codings).map((chip) => {
        const theme = themes.byId.get(chip.themeId);
        const notes = [
          ...(chip.isInferred ? [say('coding.grid.inferred')] : []),
          ...(chip.isWhole ? [] : [say('coding.grid.part')]),
          ...(chip.isDoubtful ? [say('coding.grid.doubtful')] : []),
        ];
        return (
          <span
            className={styles.chip}
            data-chip={chip.codingIds.join(' ')}
            data-theme-id={chip.themeId}
            key={`${chip.themeId} ${chip.coder ?? ''} ${chip.polarity ?? ''}`}
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
          </span>
        );
      })}
      {row.codings.length === 0 && row.reading !== null ? <span className={styles.noTheme}>{say('coding.grid.noTheme')}</span> : null}
      {children}
    </div>
  );
}
