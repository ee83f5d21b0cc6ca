import { useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { Select } from '../../ui/select/Select.tsx';
import type { Themes } from '../themes/index.ts';
import { chosenIn, partsFor, valuesOf, withChosen, type FilterPart } from './filter-parts.ts';
import styles from './GridPickers.module.css';
import { ThemeFilter } from './ThemeFilter.tsx';
import { usePartName } from './use-part-name.ts';
import type { GridViewing } from './use-grid-view.ts';

/** What the panel needs. */
export interface FilterPanelProps {
  readonly viewing: GridViewing;
  readonly known: GridColumns;
  readonly themes: Themes;
  /** The part to begin with. */
  readonly part: FilterPart | null;
  readonly onClose: () => void;
}

const all = 'all';
const onlyChoices = ['uncoded', 'doubtful', 'disagreement', 'suggested'] as const;

/** Which rows: words in them, what waits, themes with or without, and any closed answer or fact. */
export function FilterPanel({ viewing, known, themes, part: first, onClose }: FilterPanelProps) {
  const say = useText();
  const language = useLanguage();
  const nameOf = usePartName(known);
  const { source, filter } = viewing.view;
  const parts = partsFor(source, known);
  const [part, setPart] = useState<FilterPart | null>(first ?? parts[0] ?? null);
  const [words, setWords] = useState(filter.words ?? '');
  const values =
    part === null
      ? []
      : valuesOf(part, known, { language, polarity: (one) => say(`coding.polarity.${one}`), noAnswer: say('coding.filter.noAnswer') });
  const chosen = part === null ? [] : chosenIn(part, filter);
  const keepWords = (): void => {
    if (words.trim() !== (filter.words ?? '')) viewing.setFilter({ ...filter, words: words.trim() === '' ? undefined : words.trim() });
  };
  return (
    <div className={styles.panel}>
      <SearchField
        autoFocus={first === null}
        clearLabel={say('coding.filter.clearWords')}
        label={say('coding.filter.words')}
        onBlur={keepWords}
        onChange={setWords}
        onClear={() => viewing.setFilter({ ...filter, words: undefined })}
        onSubmit={keepWords}
        placeholder={say('coding.filter.words')}
        value={words}
      />
      <Select
        label={say('coding.filter.show')}
        onChange={(id) => viewing.setFilter({ ...filter, only: onlyChoices.find((one) => one === id) })}
        options={[
          { id: all, label: say('coding.filter.onlyAll') },
          // Coded blind, nobody is told where others see it otherwise.
          ...onlyChoices
            .filter((id) => id !== 'disagreement' || !known.isBlind)
            .map((id) => ({ id, label: say(`coding.filter.only.${id}`) })),
        ]}
        value={filter.only ?? all}
      />
      <ThemeFilter
        chosen={filter.themes ?? []}
        onChange={(next) => viewing.setFilter({ ...filter, themes: next.length === 0 ? undefined : [...next] })}
        themes={themes}
      />
      {part === null ? null : (
        <>
          <Select
            label={say('coding.filter.by')}
            onChange={(id) => setPart(parts.find((one) => one === id) ?? null)}
            options={parts.map((id) => ({
              id,
              label: nameOf(id),
              ...(chosenIn(id, filter).length > 0 ? { detail: String(chosenIn(id, filter).length) } : {}),
            }))}
            value={part}
          />
          <div aria-label={nameOf(part)} className={styles.list} role="group">
            {values.map((value) => (
              <Checkbox
                isSelected={chosen.includes(value.id)}
                key={value.id}
                onChange={(isOn) =>
                  viewing.setFilter(withChosen(part, filter, isOn ? [...chosen, value.id] : chosen.filter((one) => one !== value.id)))
                }
              >
                {value.label}
              </Checkbox>
            ))}
          </div>
        </>
      )}
      <div className={styles.end}>
        <Button isDisabled={Object.keys(filter).length === 0} onPress={() => viewing.setFilter({})} variant="quiet">
          {say('coding.screen.clearFilter')}
        </Button>
        <Button onPress={onClose}>{say('coding.filter.done')}</Button>
      </div>
    </div>
  );
}
