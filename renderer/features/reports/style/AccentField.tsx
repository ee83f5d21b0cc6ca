import { useState } from 'react';
import { formatNumber } from '../../../lib/format.ts';
import { useLanguage, useText } from '../../../lib/text.ts';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { colourOf, contrastOnWhite, leastContrast } from './contrast.ts';
import styles from './style.module.css';

interface AccentFieldProps {
  readonly value: string;
  readonly onKeep: (accent: string) => void;
}

/** The colour of headings, kept only where it can be read on white. */
export function AccentField({ value, onKeep }: AccentFieldProps) {
  const say = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState(value);
  const colour = colourOf(typed);
  const ratio = colour === null ? 0 : contrastOnWhite(colour);
  const inWords = { ratio: formatNumber(Math.floor(ratio * 10) / 10, language, 1) };
  const isGood = ratio >= leastContrast;
  const error = colour === null ? say('reports.style.accentForm') : isGood ? undefined : say('reports.style.accentBad', inWords);
  function keep(next: string): void {
    const kept = colourOf(next);
    if (kept !== null && kept !== value && contrastOnWhite(kept) >= leastContrast) onKeep(kept);
  }
  return (
    <div className={styles.accent}>
      <TextField
        error={error}
        help={error === undefined ? say('reports.style.accentGood', inWords) : undefined}
        label={say('reports.style.accent')}
        length={9}
        onBlur={() => keep(typed)}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep(typed);
        }}
        value={typed}
      />
      <input
        aria-label={say('reports.style.accentPick')}
        className={styles.swatch}
        onBlur={() => keep(typed)}
        onChange={(event) => setTyped(event.target.value)}
        type="color"
        value={colour ?? value}
      />
    </div>
  );
}
