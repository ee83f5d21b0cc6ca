import { memo, useMemo } from 'react';
import type { TextRange } from '../../../shared/texts/index.ts';
import { CodedText, type TextMark } from '../../texts/CodedText.tsx';
import { useText } from '../../lib/text.ts';
import { branchOf, type Themes } from '../themes/index.ts';
import { signOf } from './chips.ts';
import styles from './TextDesk.module.css';
import type { TextPart } from './text-parts.ts';

/** What one paragraph shows. */
export interface TextParagraphProps {
  readonly part: TextPart;
  readonly body: string;
  readonly language: string;
  readonly themes: Themes;
  readonly chosenId: string | null;
  readonly pending: TextRange | null;
  readonly onChoose: (codingId: string) => void;
}

const shownLanes = 3;

/** A paragraph with its number, and outside it the lanes of its codings. A lane is a button. */
export const TextParagraph = memo(function TextParagraph({
  part,
  body,
  language,
  themes,
  chosenId,
  pending,
  onChoose,
}: TextParagraphProps) {
  const say = useText();
  const { range, lanes } = part;
  const marks = useMemo<TextMark[]>(
    () =>
      lanes.flatMap(({ coding }) => {
        const theme = themes.byId.get(coding.themeId);
        if (theme === undefined) return [];
        const start = Math.max(0, coding.start - range.start);
        const end = Math.min(range.end, coding.end) - range.start;
        return {
          id: coding.id,
          start,
          end,
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
  const deeper = lanes.filter((lane) => lane.lane >= shownLanes).length;
  return (
    <div className={styles.paragraph}>
      <div className={styles.labels}>
        {lanes
          .filter((lane) => lane.isFirst)
          .map(({ coding }) => {
            const quote = body.slice(coding.start, coding.end);
            const label = say('coding.text.lane', {
              theme: themes.nameOf(coding.themeId),
              coder: coding.coder,
              count: coding.end - coding.start,
              quote,
              inferred: coding.certainty === 'inferred' ? 'yes' : 'no',
            });
            return (
              <button
                aria-label={label}
                aria-pressed={coding.id === chosenId}
                className={styles.label}
                data-lane={coding.id}
                key={coding.id}
                onClick={() => onChoose(coding.id)}
                type="button"
              >
                {themes.nameOf(coding.themeId)}
                {coding.isMine ? null : <span className={styles.coder}>{coding.coderInitials}</span>}
              </button>
            );
          })}
      </div>
      <div className={styles.line}>
        <div aria-hidden className={styles.lanes}>
          {lanes
            .filter((lane) => lane.lane < shownLanes)
            .map(({ coding, lane, top, bottom }) => {
              const theme = themes.byId.get(coding.themeId);
              return (
                <span
                  className={styles.bar}
                  data-branch={theme === undefined ? 'neutral' : branchOf(theme).colour}
                  data-chosen={coding.id === chosenId || undefined}
                  data-inferred={coding.certainty === 'inferred' || undefined}
                  key={coding.id}
                  style={{
                    insetInlineEnd: `${lane * 0.625}rem`,
                    insetBlockStart: `${top * 100}%`,
                    blockSize: `max(0.75rem, ${(bottom - top) * 100}%)`,
                  }}
                />
              );
            })}
          {deeper === 0 ? null : <span className={styles.deeper}>{say('coding.text.more', { count: deeper })}</span>}
        </div>
        <span aria-hidden className={styles.number}>
          {part.number}
        </span>
        <p className={styles.words}>
          <CodedText
            body={body.slice(range.start, range.end)}
            from={range.start}
            language={language}
            look="reading"
            marks={marks}
            pending={here}
          />
        </p>
      </div>
    </div>
  );
});
