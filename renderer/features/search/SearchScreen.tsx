import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { addressOf } from './open-hit.ts';
import { SearchEmpty, SearchNone } from './SearchEmpty.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import { linesOf, pageSize, type SearchLine } from './search-lines.ts';
import { searchState } from './search-text.ts';
import styles from './SearchScreen.module.css';
import { useSearch } from './use-search.ts';

/** One field over everything that is written in the workspace. The caret stays in the field; arrows choose a hit, Enter opens it. */
export function SearchScreen() {
  const say = useText();
  const navigate = useNavigate();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { state, query, found, isEmpty, isStale } = useSearch();
  const [chosen, setChosen] = useState({ text: '', index: 0 });
  // Enter came right after the last letter: the first hit of what is typed is opened once it is there.
  const waitsFor = useRef<string | null>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useCommand('filter', () => input.current?.select());
  const groups = (found?.groups ?? []).map((group) => ({ ...group, lines: linesOf(group, state.group === null ? null : state.from) }));
  const lines = groups.flatMap((group) => group.lines);
  // Another search begins at its first hit.
  const index = Math.min(chosen.text === state.text ? chosen.index : 0, lines.length - 1);
  const current = lines[index];
  const total = groups.reduce((sum, group) => sum + group.total, 0);

  function carryOut(line: SearchLine): void {
    if (line.kind === 'hit') {
      void navigate(addressOf(line.hit));
      return;
    }
    setChosen({ text: state.text, index: 0 });
    const from = line.kind === 'all' ? 0 : state.from + (line.kind === 'next' ? pageSize : -pageSize);
    searchState.set({ ...state, group: line.group, from: Math.max(0, from) });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    // Home and End belong to the text.
    const next = event.key === 'Home' || event.key === 'End' ? null : moveInList(event.key, { index, count: lines.length, page: 8 });
    if (next !== null) {
      event.preventDefault();
      setChosen({ text: state.text, index: next });
    } else if (event.key === 'Enter' && !isEmpty) {
      event.preventDefault();
      if (isStale) waitsFor.current = state.text;
      else if (current !== undefined) carryOut(current);
    }
  }

  const goOn = useEffectEvent(() => {
    const isWanted = waitsFor.current === state.text;
    waitsFor.current = null;
    if (isWanted && current?.kind === 'hit') void navigate(addressOf(current.hit));
  });
  useEffect(() => {
    if (!isStale) goOn();
  }, [isStale]);
  const isNone = found !== undefined && lines.length === 0 && !isStale;
  return (
    <div className={styles.page}>
      <PageHeader title={say('search.title')} />
      <div className={styles.bar} onKeyDown={onKeyDown} role="search">
        <SearchField
          {...(current === undefined ? {} : { 'aria-activedescendant': `${id}-${index}`, 'aria-controls': `${id}-list` })}
          clearLabel={say('search.clear')}
          inputRef={input}
          label={say('search.field')}
          onChange={(text) => searchState.set({ ...state, text, from: 0 })}
          placeholder={say('search.field')}
          value={state.text}
        />
        <SearchFilters state={state} />
      </div>
      <VisuallyHidden>
        <span role="status">{isEmpty || isStale || found === undefined ? '' : say('search.count', { n: total })}</span>
      </VisuallyHidden>
      {isEmpty ? <SearchEmpty /> : null}
      {query.error === null || isEmpty ? null : <Loaded query={{ ...query, data: undefined }}>{() => null}</Loaded>}
      {isNone ? <SearchNone problem={found.problem} state={state} /> : null}
      {lines.length === 0 ? null : (
        <SearchResults
          groups={groups}
          id={id}
          index={index}
          onOpen={carryOut}
          onPoint={(line) => setChosen({ text: state.text, index: lines.indexOf(line) })}
          state={state}
          total={total}
        />
      )}
    </div>
  );
}
