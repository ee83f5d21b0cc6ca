import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ThemeScope, Together } from '../../../shared/contract/patterns.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import { indexPairs, valueOf, valueText } from './pair-index.ts';
import styles from './patterns.module.css';
import type { Measure } from './use-patterns-view.ts';

interface TogetherMatrixProps {
  readonly together: Together;
  readonly themes: Themes;
  readonly measure: Measure;
  /** With what stands under them, or each by itself. */
  readonly scope: ThemeScope;
  readonly onOpen: (first: string, second: string) => void;
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-8, 0],
  PageDown: [8, 0],
  Home: [0, -99],
  End: [0, 99],
};

/** What a cell says, in a sentence. */
function cellSentence({ row, column }: Spot, { together, themes, scope }: TogetherMatrixProps, say: Say): string {
  const [one, other] = [together.themes[row], together.themes[column]];
  if (one === undefined || other === undefined) return '';
  const [first, second] = [themes.nameOf(one.themeId), themes.nameOf(other.themeId)];
  if (row === column) return say('patterns.together.cellSelf', { first, count: one.count, persons: one.persons });
  const pair = indexPairs(together)(one.themeId, other.themeId);
  if (pair === undefined)
    return scope === 'branch' && isInLine(one.themeId, other.themeId, themes)
      ? say('patterns.together.cellLine', { first, second })
      : say('patterns.together.cellNone', { first, second });
  return [
    say('patterns.together.cell', { first, second, count: pair.both, persons: pair.persons, shareRare: Math.round(100 * pair.overlap) }),
    ...(pair.isUnequal ? [say('patterns.together.unequal')] : []),
    ...(pair.isHidden ? [say('patterns.together.small')] : []),
  ].join(' ');
}

function isInLine(first: string, second: string, { byId }: Themes): boolean {
  const isUnder = (low: string, high: string): boolean => {
    for (let at = byId.get(low)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) if (at === high) return true;
    return false;
  };
  return isUnder(first, second) || isUnder(second, first);
}

/** Themes by themes, the most frequent first. One tab stop; arrows move, Enter opens the quotes. */
export function TogetherMatrix(props: TogetherMatrixProps) {
  const { together, themes, measure, onOpen } = props;
  const say = useText();
  const language = useLanguage();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 1 });
  const pairOf = indexPairs(together);
  const most = Math.max(...together.pairs.map((pair) => valueOf(pair, measure)));
  const last = together.themes.length - 1;
  const row = Math.min(spot.row, last);
  const column = Math.min(spot.column, last);
  function moveTo(next: Spot): void {
    setSpot(next);
    grid.current?.querySelector<HTMLElement>(`[data-spot="${next.row} ${next.column}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    const [one, other] = [together.themes[row], together.themes[column]];
    if (move !== undefined)
      moveTo({ row: Math.min(last, Math.max(0, row + move[0])), column: Math.min(last, Math.max(0, column + move[1])) });
    else if (event.key === 'Enter' && one !== undefined && other !== undefined) onOpen(one.themeId, other.themeId);
    else return;
    event.preventDefault();
  }
  return (
    <section>
      <p className={styles.said} id={`${id}-said`} role="status">
        {cellSentence({ row, column }, props, say)}
      </p>
      <div className={styles.frame}>
        <table aria-label={say('patterns.together.matrix')} className={styles.matrix} onKeyDown={onKeyDown} ref={grid} role="grid">
          <thead>
            <tr>
              <td />
              {together.themes.map(({ themeId }, at) => (
                <th className={styles.turned} data-current={at === column || undefined} key={themeId} scope="col">
                  <span>{themes.nameOf(themeId)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {together.themes.map((one, r) => {
              const theme = themes.byId.get(one.themeId);
              return (
                <tr key={one.themeId}>
                  <th data-current={r === row || undefined} scope="row">
                    {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} size="child" />}
                    <span>{themes.nameOf(one.themeId)}</span>
                  </th>
                  {together.themes.map((other, c) => {
                    const pair = r === c ? undefined : pairOf(one.themeId, other.themeId);
                    const share = pair === undefined || most === 0 ? 0 : valueOf(pair, measure) / most;
                    return (
                      <td
                        aria-describedby={r === row && c === column ? `${id}-said` : undefined}
                        data-alone={r === c || undefined}
                        data-hidden={pair?.isHidden === true || undefined}
                        data-spot={`${r} ${c}`}
                        data-step={pair === undefined ? undefined : Math.max(1, Math.ceil(share * 4))}
                        data-unequal={pair?.isUnequal === true || undefined}
                        key={other.themeId}
                        onClick={() => moveTo({ row: r, column: c })}
                        onDoubleClick={() => onOpen(one.themeId, other.themeId)}
                        onFocus={() => setSpot({ row: r, column: c })}
                        tabIndex={r === row && c === column ? 0 : -1}
                      >
                        {r === c ? one.count : pair === undefined ? '·' : valueText(pair, measure, language)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>{say('patterns.together.keys')}</p>
    </section>
  );
}
