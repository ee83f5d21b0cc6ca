import { useRef, useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import type { Themes } from '../themes/index.ts';
import { activeParts, chosenIn, valuesOf, type FilterPart } from './filter-parts.ts';
import { FilterPanel } from './FilterPanel.tsx';
import { usePartName } from './use-part-name.ts';
import type { GridViewing } from './use-grid-view.ts';

/** What the filter in the bar needs. */
export interface FilterPickerProps {
  readonly viewing: GridViewing;
  readonly known: GridColumns;
  readonly themes: Themes;
  /** The filter was closed: the hand goes on with the rows. */
  readonly onDone: () => void;
}

/** The filter: one chip that opens it, and one for everything that is asked for now. */
export function FilterPicker({ viewing, known, themes, onDone }: FilterPickerProps) {
  const say = useText();
  const language = useLanguage();
  const nameOf = usePartName(known);
  const trigger = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<{ readonly part: FilterPart | null } | null>(null);
  useCommand('filter', () => setOpen({ part: null }));
  const close = (): void => {
    setOpen(null);
    // The grid that had the focus before is another one now; and while the filter is on its way out it keeps the focus.
    setTimeout(onDone);
  };
  const { source, filter } = viewing.view;
  const words = { language, polarity: (one: Parameters<typeof toneOf>[1]) => toneOf(say, one), noAnswer: say('coding.filter.noAnswer') };
  const shown = [
    ...(filter.words === undefined ? [] : [{ key: 'words', part: null, name: say('coding.filter.words'), value: filter.words }]),
    ...(filter.only === undefined
      ? []
      : [{ key: 'only', part: null, name: say('coding.filter.show'), value: say(`coding.filter.only.${filter.only}`) }]),
    ...(filter.themes ?? []).map(({ themeId, has }) => ({
      key: themeId,
      part: null,
      name: say(has ? 'coding.filter.with' : 'coding.filter.without'),
      value: themes.nameOf(themeId),
    })),
    ...activeParts(filter, source, known).map((part) => {
      const chosen = chosenIn(part, filter);
      const [only] = chosen;
      const label = valuesOf(part, known, words).find((value) => value.id === only)?.label ?? '';
      return { key: part, part, name: nameOf(part), value: chosen.length === 1 ? label : String(chosen.length) };
    }),
  ];
  return (
    <>
      <span ref={trigger}>
        <FilterChip onPress={() => setOpen({ part: null })} value={say('coding.filter.open')} />
      </span>
      {shown.map(({ key, part, name, value }) => (
        <FilterChip key={key} name={name} onPress={() => setOpen({ part })} value={value} />
      ))}
      <Popover
        isOpen={open !== null}
        label={say('coding.filter.open')}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
        triggerRef={trigger}
      >
        {open === null ? null : <FilterPanel known={known} onClose={close} part={open.part} themes={themes} viewing={viewing} />}
      </Popover>
    </>
  );
}

function toneOf(say: ReturnType<typeof useText>, tone: 'positive' | 'negative' | 'mixed' | 'neutral' | 'suggestion' | 'none'): string {
  return say(`coding.polarity.${tone}`);
}
