import { useEffect, useRef } from 'react';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { useThemes } from '../themes/index.ts';
import { HitLine } from './HitLine.tsx';
import { pageSize, type FoundGroup, type SearchLine } from './search-lines.ts';
import type { SearchState } from './search-text.ts';
import styles from './SearchScreen.module.css';

interface SearchResultsProps {
  readonly groups: readonly (FoundGroup & { readonly lines: readonly SearchLine[] })[];
  readonly id: string;
  /** The line the arrows stand on, counted over all groups. */
  readonly index: number;
  readonly state: SearchState;
  readonly total: number;
  readonly onOpen: (line: SearchLine) => void;
  readonly onPoint: (line: SearchLine) => void;
}

/** More hits than anybody reads: one word more would help. */
const many = 1000;

/** Hits by group. The field above has the focus; the line the arrows stand on is named to it. */
export function SearchResults({ groups, id, index, state, total, onOpen, onPoint }: SearchResultsProps) {
  const say = useText();
  const { themes } = useThemes();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const firstOf = (at: number): number => groups.slice(0, at).reduce((sum, group) => sum + group.lines.length, 0);
  return (
    <>
      {total > many ? <p className={styles.many}>{say('search.many')}</p> : null}
      <div aria-label={say('search.results')} className={styles.results} id={`${id}-list`} ref={list} role="listbox">
        {groups.map((group, at) => (
          <div aria-labelledby={`${id}-${group.group}`} className={styles.group} key={group.group} role="group">
            <div className={styles.heading} id={`${id}-${group.group}`} role="presentation">
              {say(`search.group.${group.group}`)} <span className={styles.total}>{say.intl.formatNumber(group.total)}</span>
            </div>
            {group.lines.map((line, position) => (
              <div
                aria-selected={firstOf(at) + position === index}
                className={styles.line}
                data-kind={line.kind}
                id={`${id}-${firstOf(at) + position}`}
                key={line.key}
                onClick={() => onOpen(line)}
                onPointerMove={() => onPoint(line)}
                role="option"
              >
                {line.kind === 'hit' ? <HitLine hit={line.hit} themes={themes} /> : <More line={line} state={state} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.keys}>
        <span>
          <Keycap isSilent keys="↓" /> <Keycap isSilent keys="↑" /> {say('search.key.move')}
        </span>
        <span>
          <Keycap isSilent keys="Enter" /> {say('search.key.open')}
        </span>
      </p>
    </>
  );
}

function More({ line, state }: { readonly line: Exclude<SearchLine, { kind: 'hit' }>; readonly state: SearchState }) {
  const say = useText();
  if (line.kind === 'all') return <span className={styles.more}>{say('search.showAll', { n: line.total })}</span>;
  if (line.kind === 'previous') return <span className={styles.more}>{say('search.previous')}</span>;
  const from = state.from + pageSize;
  return (
    <span className={styles.more}>{say('search.next', { from: from + 1, to: Math.min(line.total, from + pageSize), n: line.total })}</span>
  );
}
