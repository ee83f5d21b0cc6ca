import type { Line } from '../../../shared/contract/minutes.ts';
import { useText } from '../../lib/text.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { markOf } from '../findings/index.ts';
import styles from './minutes.module.css';
import { saidBy } from './said-by.ts';

const signs = { positive: '+', negative: '−', mixed: '±', neutral: '○', suggestion: undefined } as const;

interface LineUnderProps {
  readonly line: Line;
  /** Takes a theme off; without it the line is for reading. */
  readonly onRemove?: ((codingId: Line['themes'][number]['codingId']) => void) | undefined;
}

/** What stands under the words of a line: who said it, the themes it was coded with, and why one was read into it. */
export function LineUnder({ line, onRemove }: LineUnderProps) {
  const say = useText();
  const said = saidBy(line, say);
  if (said === '' && line.themes.length === 0) return null;
  return (
    <>
      <div className={styles.under}>
        {said === '' ? null : <span className={styles.note}>{said}</span>}
        {line.themes.map((theme) => (
          <ThemeChip
            isDense
            key={theme.codingId}
            mark={markOf(theme.color)}
            name={theme.name}
            {...(onRemove === undefined
              ? {}
              : { onRemove: () => onRemove(theme.codingId), removeLabel: say('minutes.themeRemove', { theme: theme.name }) })}
            polarity={theme.polarity === null ? undefined : signs[theme.polarity]}
            polarityText={theme.polarity === null ? undefined : say(`findings.polarity.${theme.polarity}`)}
            state={theme.isInferred ? 'inferred' : 'coded'}
            stateText={theme.isInferred ? say('minutes.inferred') : undefined}
          />
        ))}
      </div>
      {line.themes.map((theme) =>
        theme.isInferred && theme.reason !== null ? (
          <p className={styles.reason} key={theme.codingId}>
            {say('minutes.inferredBecause', { theme: theme.name, reason: theme.reason })}
          </p>
        ) : null,
      )}
    </>
  );
}
