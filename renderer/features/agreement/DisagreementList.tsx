import { useEffect, useRef } from 'react';
import type { Disagreement } from '../../../shared/contract/agreement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './disagreements.module.css';

interface DisagreementListProps {
  readonly rows: readonly Disagreement[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly themes: Themes;
}

/** Where a text comes from: "R017/23", or the title of the meeting or document. */
export function placeOf({ code, number, title }: Disagreement): string {
  if (code !== null) return number === null ? code : `${code}/${number}`;
  return title ?? '';
}

/** What the two differ about, one line each. The open one takes the keys. */
export function DisagreementList({ rows, current, onCurrent, themes }: DisagreementListProps) {
  const say = useText();
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol aria-label={say('agreement.disagreements')} className={styles.list} ref={list}>
      {rows.map((row, index) => {
        const theme = themes.byId.get(row.themeId);
        return (
          <li key={`${row.textId}${row.themeId}`}>
            <button
              aria-current={index === current || undefined}
              className={styles.row}
              onClick={() => onCurrent(index)}
              tabIndex={index === current ? 0 : -1}
              type="button"
            >
              <span className={styles.rowTheme}>
                {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />}
                {themes.nameOf(row.themeId)}
              </span>
              <span className={styles.rowPlace}>{placeOf(row)}</span>
              <span className={styles.rowFacts}>
                {say(row.isOnlyOne ? 'agreement.row.onlyOne' : 'agreement.row.extent', {
                  characters: formatNumber(row.characters, language),
                })}
                {row.persons > 1 ? ` · ${say('agreement.row.persons', { count: row.persons })}` : ''}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
