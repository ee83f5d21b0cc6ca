import { useRef, useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import type { QuoteGroup } from '../../../shared/contract/quotes.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { Toolbar } from '../../ui/toolbar/Toolbar.tsx';
import type { Themes } from '../themes/index.ts';
import { chosenIn, partName, partValues, quoteParts, type QuotePart } from './quote-parts.ts';
import { QuoteFilter } from './QuoteFilter.tsx';
import { termsOf, withTerms, type ThemeTerm } from './theme-terms.ts';
import { ThemeTerms } from './ThemeTerms.tsx';
import type { QuotesView } from './use-quotes-view.ts';

interface QuoteBarProps {
  readonly view: QuotesView;
  readonly known: GridColumns;
  readonly themes: Themes;
}

type Open = { readonly what: 'themes' } | { readonly what: 'filter'; readonly part: QuotePart | null };

/** The search as chips: a chip for every theme with its and, or, not, one for everything that is filtered by, and the grouping. */
export function QuoteBar({ view, known, themes }: QuoteBarProps) {
  const say = useText();
  const language = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const themeChip = useRef<HTMLSpanElement>(null);
  const filterChip = useRef<HTMLSpanElement>(null);
  const groups = useRef<HTMLSpanElement>(null);
  useCommand('quotes.themes', () => setOpen({ what: 'themes' }));
  useCommand('lists.filter', () => setOpen({ what: 'filter', part: null }));
  useCommand('filter', () => setOpen({ what: 'filter', part: null }));
  useCommand('quotes.group', () => groups.current?.querySelector('button')?.focus());
  const { search, group } = view.scope;
  const terms = termsOf(search);
  const placeOf = ({ join, place, words }: ThemeTerm): string =>
    join === 'or' ? '' : place === 'words' ? say('quotes.place.chip.words', { n: words }) : say(`quotes.place.chip.${place}`);
  const active = quoteParts(known).filter((part) => chosenIn(part, search).length > 0);
  const close = (): void => setOpen(null);
  return (
    <Toolbar
      end={
        <span ref={groups}>
          <Select
            label={say('quotes.group')}
            look="chip"
            onChange={(id: QuoteGroup) => view.setGroup(id)}
            options={(['theme', 'person', 'kept', 'none'] as const).map((id) => ({ id, label: say(`quotes.group.${id}`) }))}
            value={group}
          />
        </span>
      }
      label={say('quotes.filter')}
    >
      <span ref={themeChip}>
        <FilterChip
          name={say('quotes.themes')}
          onPress={() => setOpen({ what: 'themes' })}
          value={terms.length === 0 ? say('quotes.themes.all') : say('quotes.themes.more')}
        />
      </span>
      {terms.map((term, at) => (
        <FilterChip
          key={term.theme.themeId}
          {...(at === 0 && term.join === 'or' ? {} : { name: say(`quotes.themes.${term.join}`) })}
          {...(placeOf(term) === '' ? {} : { detail: placeOf(term) })}
          hasMenu={false}
          onPress={() => setOpen({ what: 'themes' })}
          value={themes.nameOf(term.theme.themeId)}
        />
      ))}
      <span ref={filterChip}>
        <FilterChip onPress={() => setOpen({ what: 'filter', part: null })} value={say('quotes.filter')} />
      </span>
      {active.map((part) => {
        const chosen = chosenIn(part, search);
        const label = partValues(part, known, say, language).find(({ id }) => id === chosen[0])?.label ?? '';
        return (
          <FilterChip
            hasMenu={false}
            key={part}
            name={partName(part, known, say, language)}
            onPress={() => setOpen({ what: 'filter', part })}
            value={chosen.length === 1 ? label : String(chosen.length)}
          />
        );
      })}
      <Popover
        isOpen={open?.what === 'themes'}
        label={say('quotes.themes')}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
        triggerRef={themeChip}
      >
        <ThemeTerms onClose={close} onChange={(next) => view.setSearch(withTerms(search, next))} terms={terms} themes={themes} />
      </Popover>
      <Popover
        isOpen={open?.what === 'filter'}
        label={say('quotes.filter')}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
        triggerRef={filterChip}
      >
        {open?.what === 'filter' ? <QuoteFilter key={open.part ?? ''} known={known} onClose={close} part={open.part} view={view} /> : null}
      </Popover>
    </Toolbar>
  );
}
