import { memo, useMemo } from 'react';
import type { TextRange } from '../../../shared/texts/index.ts';
import { CodedText, type TextMark } from '../../texts/CodedText.tsx';
import { signOf } from '../coding/index.ts';
import { branchOf, type Themes } from '../themes/index.ts';
import { LaneBars } from './LaneBars.tsx';
import { LaneLabels } from './LaneLabels.tsx';
import { recordingTime } from './recording-time.ts';
import styles from './TextParagraph.module.css';
import type { TextPart } from './text-index.ts';

/** What one paragraph shows. */
export interface TextParagraphProps {
  readonly part: TextPart;
  readonly body: string;
  readonly language: string;
  readonly themes: Themes;
  /** The coding at hand, when it is one of this paragraph. */
  readonly chosenId: string | null;
  readonly pending: TextRange | null;
  /** Two coders, one on each side. */
  readonly isBeside: boolean;
  readonly onChoose: (codingId: string) => void;
}

/** Labels take as much height as lines of words do, about. */
const charactersPerLabel = 60;
const fewestLabels = 3;

/** A paragraph with its number and who speaks, and outside it the lanes of its codings. */
export const TextParagraph = memo(function TextParagraph({
  part,
  body,
  language,
  themes,
  chosenId,
  pending,
  isBeside,
  onChoose,
}: TextParagraphProps) {
  const { range, lanes, turn } = part;
  const marks = useMemo<TextMark[]>(
    () =>
      lanes.flatMap(({ coding }) => {
        const theme = themes.byId.get(coding.themeId);
        if (theme === undefined) return [];
        return {
          id: coding.id,
          start: Math.max(0, coding.start - range.start),
          end: Math.min(range.end, coding.end) - range.start,
          mark: branchOf(theme),
          isInferred: coding.certainty === 'inferred',
          sign: coding.end <= range.end ? signOf(coding.polarity) : undefined,
          isSelected: coding.id === chosenId,
        };
      }),
    [lanes, themes, range, chosenId],
  );
  const here = useMemo(
    () =>
      pending === null ? null : { start: Math.max(0, pending.start - range.start), end: Math.min(range.end, pending.end) - range.start },
    [pending, range],
  );
  const room = Math.max(fewestLabels, Math.floor((range.end - range.start) / charactersPerLabel));
  const beside = { lanes, body, themes, chosenId, onChoose, room };
  return (
    <div className={styles.paragraph} data-beside={isBeside || undefined}>
      <LaneLabels {...beside} side="start" />
      <div className={styles.line}>
        <LaneBars {...beside} side="start" />
        <span aria-hidden className={styles.number}>
          {part.number}
        </span>
        <p className={styles.words}>
          {turn === null ? null : (
            <span className={styles.speaker}>
              {turn.speaker}
              {turn.startsMs === null ? null : <span className={styles.time}>{recordingTime(turn.startsMs)}</span>}
            </span>
          )}
          <CodedText
            body={body.slice(range.start, range.end)}
            from={range.start}
            language={language}
            look="reading"
            marks={marks}
            pending={here}
          />
        </p>
        {isBeside ? <LaneBars {...beside} side="end" /> : null}
      </div>
      {isBeside ? <LaneLabels {...beside} side="end" /> : null}
    </div>
  );
});
