import { useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { chosenIn, partName, partValues, quoteParts, withChosen, type QuotePart } from './quote-parts.ts';
import styles from './quotes.module.css';
import type { QuotesView } from './use-quotes-view.ts';

interface QuoteFilterProps {
  readonly view: QuotesView;
  readonly known: GridColumns;
  /** The part to begin with. */
  readonly part: QuotePart | null;
  readonly onClose: () => void;
}

/** Which quotes besides their themes: source, place, round, service, tone, coder, and any closed answer. */
export function QuoteFilter({ view, known, part: first, onClose }: QuoteFilterProps) {
  const say = useText();
  const language = useLanguage();
  const parts = quoteParts(known);
  const [part, setPart] = useState<QuotePart>(first ?? parts[0] ?? 'sources');
  const { search } = view.scope;
  const chosen = chosenIn(part, search);
  return (
    <div className={styles.panel}>
      <Select
        autoFocus
        label={say('quotes.filter.by')}
        onChange={(id) => setPart(parts.find((one) => one === id) ?? part)}
        options={parts.map((id) => {
          const count = chosenIn(id, search).length;
          return { id: id as string, label: partName(id, known, say, language), ...(count > 0 ? { detail: String(count) } : {}) };
        })}
        value={part as string}
      />
      <div aria-label={partName(part, known, say, language)} className={styles.values} role="group">
        {partValues(part, known, say, language).map((value) => (
          <Checkbox
            isSelected={chosen.includes(value.id)}
            key={value.id}
            onChange={(isOn) =>
              view.setSearch(withChosen(part, search, isOn ? [...chosen, value.id] : chosen.filter((one) => one !== value.id)))
            }
          >
            {value.label}
          </Checkbox>
        ))}
      </div>
      <div className={styles.end}>
        <Button isDisabled={view.isEverything} onPress={() => view.setSearch({})} variant="quiet">
          {say('quotes.clear')}
        </Button>
        <Button onPress={onClose}>{say('quotes.filter.done')}</Button>
      </div>
    </div>
  );
}
