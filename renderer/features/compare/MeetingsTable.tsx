import { type KeyboardEvent, useRef, useState } from 'react';
import { baseText, intervalText, percentText } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useHandOnList } from '../../lib/use-hand-on-list.ts';
import { useText, type Say } from '../../lib/text.ts';
import { moveInList } from '../../ui/keyboard/move-in-list.ts';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import type { ThemeLine } from './meeting-rows.ts';
import styles from './compare.module.css';

interface MeetingsTableProps {
  readonly lines: readonly ThemeLine[];
  readonly exhibit: ReleasedExhibit | null;
  /** Meetings with minutes. */
  readonly meetings: number;
  readonly themes: Themes;
  /** The theme whose words stand beside. */
  readonly open: string | undefined;
  readonly onOpen: (themeId: string) => void;
}

/** Themes by survey and meetings. One tab stop: arrows go from theme to theme, Enter shows the words. */
export function MeetingsTable({ lines, exhibit, meetings, themes, open, onOpen }: MeetingsTableProps) {
  const say = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const [moved, setMoved] = useState<string | undefined>(open);
  const at = Math.max(
    0,
    lines.findIndex(({ theme }) => theme.themeId === (open ?? moved)),
  );
  useHandOnList(lines.length > 0, () => body.current?.querySelector<HTMLElement>('[tabindex="0"]'));
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const id = lines[at]?.theme.themeId;
    const next = moveInList(event.key, { index: at, count: lines.length, page: 8 });
    const to = next === null ? undefined : lines[next]?.theme.themeId;
    if (to !== undefined && next !== null) {
      setMoved(to);
      if (open !== undefined) onOpen(to);
      body.current?.querySelectorAll<HTMLElement>('tr')[next]?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && id !== undefined) onOpen(id);
    else return;
    event.preventDefault();
  }
  const base = exhibit?.columns[0]?.base ?? null;
  return (
    <div className={styles.frame}>
      <table aria-label={say('compare.view.meetings')} className={styles.table} role="grid">
        <thead>
          <tr>
            <th className={styles.stub} scope="col">
              {say('compare.theme')}
            </th>
            <th className={styles.share} scope="col">
              {say('compare.meetings.survey')}
              <span className={styles.base}>
                {base === null || base.n === null
                  ? say('compare.meetings.noBase')
                  : say('compare.meetings.base', { n: baseText(base, exhibit?.language ?? 'nb') })}
              </span>
            </th>
            <th className={styles.group} scope="col">
              {say('compare.meetings.head')}
              <span className={styles.base}>{say('compare.meetings.ofMeetings', { n: meetings })}</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown} ref={body}>
          {lines.map((line, index) => {
            const { themeId, meetings: noted } = line.theme;
            const theme = themes.byId.get(themeId);
            return (
              <tr
                aria-selected={themeId === open}
                data-current={index === at || undefined}
                key={themeId}
                onClick={() => onOpen(themeId)}
                onFocus={() => setMoved(themeId)}
                tabIndex={index === at ? 0 : -1}
              >
                <th className={styles.stub} scope="row">
                  <span className={styles.themeName}>
                    {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />}
                    {themes.nameOf(themeId)}
                  </span>
                </th>
                <ShareCell exhibit={exhibit} line={line} />
                <td className={styles.group}>
                  {noted === null ? (
                    <>
                      <VisuallyHidden>{say('compare.meetings.noMeeting')}</VisuallyHidden>
                      <span aria-hidden>0</span>
                    </>
                  ) : (
                    <>
                      <strong>{noted.meetings}</strong>
                      <span className={styles.base}>{say('compare.meetings.lines', { n: noted.mentions })}</span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function shareWords({ cell }: ThemeLine, exhibit: ReleasedExhibit | null, say: Say): { readonly sign: string; readonly why: string } {
  if (exhibit === null) return { sign: '..', why: say('compare.stopped') };
  if (cell === null) return { sign: '0', why: say('compare.meetings.nobody') };
  if (cell.state === 'words') return { sign: say(`compare.words.${cell.words}`), why: '' };
  return { sign: ':', why: say('compare.why.hidden') };
}

/** The share with its interval as a bar from zero; a hidden one has no length. */
function ShareCell({ line, exhibit }: { readonly line: ThemeLine; readonly exhibit: ReleasedExhibit | null }) {
  const say = useText();
  const { cell } = line;
  if (cell?.state !== 'shown' || exhibit === null) {
    const { sign, why } = shareWords(line, exhibit, say);
    return (
      <td className={styles.share}>
        <VisuallyHidden>{why === '' ? sign : why}</VisuallyHidden>
        <span aria-hidden title={why}>
          {sign}
        </span>
      </td>
    );
  }
  return (
    <td className={styles.share}>
      <svg aria-hidden className={styles.bar100} height={16} viewBox="0 0 100 16" preserveAspectRatio="none">
        <rect className={styles.fill} height={10} width={cell.percent} x={0} y={3} />
        {cell.low === null || cell.high === null ? null : (
          <line className={styles.whisker} vectorEffect="non-scaling-stroke" x1={cell.low} x2={cell.high} y1={8} y2={8} />
        )}
      </svg>
      <span className={styles.shareText}>
        <strong>{percentText(cell.percent, exhibit)}</strong>{' '}
        {cell.low === null ? null : <span className={styles.interval}>({intervalText(cell.low, cell.high, exhibit)})</span>}
        <span className={styles.base}>{say('compare.meetings.persons', { n: cell.count })}</span>
      </span>
    </td>
  );
}
