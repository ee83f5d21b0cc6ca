import { type FocusEvent, type MouseEvent, useCallback, useMemo, useRef } from 'react';
import type { MinutesOf } from '../../../shared/contract/minutes.ts';
import { useText } from '../../lib/text.ts';
import { EditorLine } from './EditorLine.tsx';
import styles from './editor.module.css';
import { caretAt, caretInRow } from './line-place.ts';
import { matchActions } from './match-actions.ts';
import { dayOf, type Desk } from './minutes-desk.ts';
import read from './minutes.module.css';
import { goToItem } from './use-minutes-file.ts';

interface EditorProps {
  readonly desk: Desk;
  readonly minutes: MinutesOf;
  /** Whether the minutes have focus. */
  readonly onHere: (isHere: boolean) => void;
}

/** The minutes as one running text under the items of the agenda. One line is written in; the others are text. */
export function Editor({ desk, minutes, onHere }: EditorProps) {
  const say = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { draft, at, strip, conflicts } = desk.store.use();
  const matched = useMemo(() => matchActions(minutes.lines, minutes.actions), [minutes.lines, minutes.actions]);
  const byItem = Map.groupBy(draft.lines, (line) => line.agendaItemId);
  const day = dayOf(minutes);
  const titles = new Map(minutes.agenda.map((item, index) => [item.id, `${index + 1}. ${item.title}`]));

  // Drawing one line anew must not draw all of them: what they are given stays the same function.
  const onLeave = useCallback(
    (lineId: string, by: -1 | 1, x: number | null): void => {
      const { lines } = desk.store.get().draft;
      const next = lines[lines.findIndex((line) => line.id === lineId) + by];
      if (next === undefined) return;
      const words = frame.current?.querySelector<HTMLElement>(`[data-line="${next.id}"] [data-words]`) ?? null;
      const edge = by === -1 ? next.body.length : 0;
      desk.go({ lineId: next.id, caret: x === null || words === null ? edge : caretInRow(words, by === -1 ? 'last' : 'first', x) });
    },
    [desk],
  );

  function onClick(event: MouseEvent): void {
    if (!(event.target instanceof HTMLElement) || !(document.getSelection()?.isCollapsed ?? true)) return;
    const words = event.target.closest<HTMLElement>('[data-words]');
    const lineId = words?.closest<HTMLElement>('[data-line]')?.dataset['line'];
    if (words === null || lineId === undefined) return;
    desk.go({ lineId, caret: caretAt(words, event.clientX, event.clientY) ?? 0 });
  }
  function labelOf(lineId: string): string {
    const n = draft.lines.findIndex((line) => line.id === lineId);
    const mark = draft.lines[n]?.facts?.mark ?? null;
    const place = { n: n + 1, count: draft.lines.length };
    return mark === null ? say('minutes.line', place) : say('minutes.lineMarked', { ...place, mark: say(`minutes.mark.${mark}`) });
  }
  return (
    <div
      className={read.minutes}
      onBlur={(event: FocusEvent) => onHere(event.currentTarget.contains(event.relatedTarget))}
      onClick={onClick}
      onFocus={() => onHere(true)}
      ref={frame}
      role="presentation"
    >
      {draft.items.map((item) => {
        const lines = byItem.get(item) ?? [];
        const title = item === null ? undefined : titles.get(item);
        return (
          <section aria-labelledby={title === undefined ? undefined : `write-${item}`} key={item ?? 'outside'}>
            {title === undefined ? null : (
              <h2 className={read.item} id={`write-${item}`} lang={minutes.language}>
                {title}
              </h2>
            )}
            {lines.map((line) => (
              <EditorLine
                action={matched.byLine.get(line.id) ?? null}
                day={day}
                conflict={conflicts.get(line.id) ?? null}
                desk={desk}
                key={line.id}
                label={at?.lineId === line.id ? labelOf(line.id) : null}
                lang={minutes.language}
                line={line}
                onLeave={onLeave}
                strip={strip?.lineId === line.id ? strip.kind : null}
              />
            ))}
            {lines.length > 0 ? null : (
              <button className={styles.start} onClick={() => goToItem(desk, item)} type="button">
                {say('minutes.placeholder')}
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}
