import type { MarginChoice } from '../../../shared/contract/analysis-weights.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { NumberField } from '../../ui/number-field/NumberField.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { emptyMargin, pasteCounts, type DraftLine, type DraftMargin } from './draft.ts';
import { useMarginWords } from './use-margin-words.ts';
import styles from './weights.module.css';

interface MarginFieldsProps {
  readonly number: number;
  readonly margin: DraftMargin;
  /** What it can be counted by; its own is among them. */
  readonly choices: readonly MarginChoice[];
  readonly onChange: (margin: DraftMargin) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One grouping of the frame: how many persons in each answer, typed or pasted, and which answers count together. */
export function MarginFields({ number, margin, choices, onChange, onRemove }: MarginFieldsProps) {
  const say = useText();
  const words = useMarginWords();
  const choice = choices.find(({ by }) => by === margin.by);
  if (choice === undefined) return null;
  const setLine = (at: number, part: Partial<DraftLine>): void =>
    onChange({ ...margin, lines: margin.lines.map((line, place) => (place === at ? { ...line, ...part } : line)) });
  return (
    <section className={styles.margin}>
      <div className={styles.by}>
        <Select
          label={say('weights.margin.by', { number })}
          onChange={(id) => {
            const chosen = choices.find(({ by }) => by === id);
            if (chosen !== undefined && chosen.by !== margin.by) onChange(emptyMargin(chosen));
          }}
          options={choices.map((each) => ({ id: String(each.by), label: words.choice(each) }))}
          value={String(margin.by)}
        />
        {onRemove === undefined ? null : <IconButton icon="remove" label={say('weights.removeMargin')} onPress={onRemove} />}
      </div>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{say('weights.compare.by')}</th>
            <th scope="col">{say('weights.frame')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {margin.lines.map(({ key, count, isJoined }, at) => {
            const label = words.keys(choice, [key]);
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td
                  onPaste={(event) => {
                    const pasted = pasteCounts(margin, at, event.clipboardData.getData('text/plain'));
                    if (pasted === null) return;
                    event.preventDefault();
                    onChange(pasted);
                  }}
                >
                  <NumberField
                    isLabelHidden
                    label={say('weights.frameCount', { label })}
                    length={8}
                    notANumber={(text) => say('weights.notANumber', { text })}
                    onCommit={(typed) => setLine(at, { count: typed === null ? null : Math.max(0, Math.round(typed)) })}
                    value={count}
                  />
                </td>
                <td>
                  {at === 0 ? null : (
                    <Checkbox
                      aria-label={say('weights.join.spoken', { label })}
                      isSelected={isJoined}
                      onChange={(isOn) => setLine(at, { isJoined: isOn })}
                    >
                      {say('weights.join')}
                    </Checkbox>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.quiet}>{say('weights.paste')}</p>
    </section>
  );
}
