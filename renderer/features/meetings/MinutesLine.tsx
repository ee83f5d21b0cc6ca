import type { LineMark, MinuteLine, StripAction } from '../../../shared/contract/meetings.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icons.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { markOf } from '../findings/index.ts';
import { ActionStrip } from './ActionStrip.tsx';
import styles from './MeetingScreen.module.css';

const markIcons: Readonly<Record<LineMark, IconName>> = {
  theme: 'theme',
  finding: 'finding',
  'good-example': 'goodExample',
  challenge: 'challenge',
  idea: 'idea',
  'question-raised': 'questionRaised',
  information: 'learned',
  action: 'action',
};

const signs = { positive: '+', negative: '−', mixed: '±', neutral: '○', suggestion: undefined } as const;

/** One line: its mark in the margin, the words in serif, who said it, and the themes it was coded with. */
export function MinutesLine({ line, action }: { readonly line: MinuteLine; readonly action: StripAction | null }) {
  const say = useText();
  const { mark, attribution } = line;
  const said =
    attribution === null
      ? null
      : attribution === 'body'
        ? (line.attributedTo ?? say('meetings.attribution.body'))
        : say(`meetings.attribution.${attribution}`);
  return (
    <div className={styles.line} data-action={mark === 'action' || undefined}>
      <span className={styles.mark} data-action={mark === 'action' || undefined}>
        {mark === null ? null : (
          <>
            <Icon name={markIcons[mark]} />
            {say(`meetings.mark.${mark}`)}
          </>
        )}
      </span>
      <div className={styles.body}>
        <p lang={line.language}>{line.body}</p>
        {said === null && line.themes.length === 0 ? null : (
          <div className={styles.under}>
            {said === null ? null : <span className={styles.note}>{said}</span>}
            {line.themes.map((theme) => (
              <ThemeChip
                isDense
                key={theme.id}
                mark={markOf(theme.color)}
                name={theme.name}
                polarity={theme.polarity === null ? undefined : signs[theme.polarity]}
                polarityText={theme.polarity === null ? undefined : say(`findings.polarity.${theme.polarity}`)}
                state={theme.isInferred ? 'inferred' : 'coded'}
                stateText={theme.isInferred ? say('meetings.inferred') : undefined}
              />
            ))}
          </div>
        )}
        {line.themes.map((theme) =>
          theme.isInferred && theme.reason !== null ? (
            <p className={styles.reason} key={theme.id}>
              {say('meetings.inferredBecause', { theme: theme.name, reason: theme.reason })}
            </p>
          ) : null,
        )}
        {action === null ? null : <ActionStrip action={action} lang={line.language} />}
      </div>
    </div>
  );
}
