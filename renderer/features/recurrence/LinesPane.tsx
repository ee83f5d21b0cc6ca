import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RecurrenceBy, RecurrenceLine, RecurrenceTable } from '../../../shared/contract/recurrence.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import type { Themes } from '../themes/index.ts';
import type { RecurrenceView } from './recurrence-view.ts';
import { columnName } from './recurrence-words.ts';
import styles from './recurrence.module.css';

interface LinesPaneProps {
  readonly themeId: ThemeId;
  readonly view: RecurrenceView;
  readonly by: RecurrenceBy;
  readonly table: RecurrenceTable | undefined;
  readonly themes: Themes;
  readonly onClose: () => void;
}

/** The lines behind a figure: what was said, when and where, whose view it is, and what was only read out of it. */
export function LinesPane({ themeId, view, by, table, themes, onClose }: LinesPaneProps) {
  const say = useText();
  const heading = useRef<HTMLSpanElement>(null);
  const { filter, placeMode, key } = view;
  const query = useQuery(
    orpc.recurrence.lines.queryOptions({ input: { filter, by, placeMode, themeId, ...(key === undefined ? {} : { key }) } }),
  );
  // Whoever asked for the lines reads them next.
  useEffect(() => heading.current?.focus(), [themeId, key]);
  const column = table?.columns.find((one) => one.key === key);
  const where = column === undefined ? say('recurrence.lines.everywhere') : columnName(column, by, say);
  return (
    <DetailPane
      closeLabel={say('recurrence.lines.close')}
      note={where}
      onClose={onClose}
      title={
        <span ref={heading} tabIndex={-1}>
          {themes.nameOf(themeId)}
        </span>
      }
    >
      <Loaded query={query}>
        {({ lines, total }) => (
          <>
            <p className={styles.count}>
              {lines.length < total
                ? say('recurrence.lines.first', { n: lines.length, total })
                : say('recurrence.lines.count', { n: total })}
            </p>
            <ul className={styles.quotes}>
              {lines.map((line) => (
                <Quote key={line.id} line={line} themeId={themeId} themes={themes} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}

function Quote({ line, themeId, themes }: { readonly line: RecurrenceLine; readonly themeId: ThemeId; readonly themes: Themes }) {
  const say = useText();
  const dates = useDates();
  const who = line.attributedTo ?? (line.attribution === null ? null : say(`recurrence.attribution.${line.attribution}`));
  const facts = [
    line.mark === null ? null : say(`recurrence.mark.${line.mark}`),
    line.perspective === null ? null : say(`recurrence.perspective.${line.perspective}`),
    who,
    ...line.themes
      .filter((theme) => theme.themeId !== themeId || theme.isInferred)
      .map((theme) =>
        theme.isInferred ? say('recurrence.lines.inferred', { theme: themes.nameOf(theme.themeId) }) : themes.nameOf(theme.themeId),
      ),
  ].filter((fact) => fact !== null);
  const reasons = line.themes.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  return (
    <li className={styles.quote}>
      <p className={styles.words} lang={line.language}>
        {line.body}
      </p>
      <p className={styles.where}>
        <Link params={{ meeting: line.meetingId }} to="/meetings/$meeting">
          {line.meeting}
        </Link>
        {[line.held === null ? say('recurrence.timeline.undated') : dates.held(line.held), line.place]
          .filter((part) => part !== null)
          .map((part) => `, ${part}`)
          .join('')}
      </p>
      {facts.length === 0 ? null : <p className={styles.where}>{facts.join(' · ')}</p>}
      {reasons.map((reason) => (
        <p className={styles.where} key={reason}>
          {say('recurrence.lines.reason', { reason })}
        </p>
      ))}
    </li>
  );
}
