import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefCallback, useEffect, useRef, useState } from 'react';
import type { TextView } from '../../../shared/contract/texts.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { DoubtfulList } from './DoubtfulList.tsx';
import { FindBar } from './FindBar.tsx';
import { SegmentInMatrix } from '../framework/index.ts';
import { MemoPart } from '../memos/index.ts';
import { SegmentFacts } from './SegmentFacts.tsx';
import styles from './TextDesk.module.css';
import { TextHeader } from './TextHeader.tsx';
import { partAt } from './text-index.ts';
import { TextSheet } from './TextSheet.tsx';
import { useKeptSelection } from './use-kept-selection.ts';
import { useTextDesk } from './use-text-desk.ts';
import { useTextFind } from './use-text-find.ts';
import { useTextIndex } from './use-text-index.ts';
import { useTextKeys } from './use-text-keys.ts';
import { sheetAtHand } from './use-text-sheet.ts';
import { WholeThemes } from './WholeThemes.tsx';

/** What the text view needs. */
export interface TextDeskProps {
  readonly projectId: ProjectId;
  readonly view: TextView;
  /** The character to open at, as a search hit or a memo asks for. */
  readonly at: number | null;
}

/** One text to read, code and correct: its lanes outside it, what is chosen at the side, and what needs a look under it. */
export function TextDesk({ projectId, view, at }: TextDeskProps) {
  const say = useText();
  const navigate = useNavigate();
  const regionRef = useRef<HTMLDivElement>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const memoRef = useRef<HTMLTextAreaElement>(null);
  const [isWide] = useState(() => matchMedia('(min-width: 75rem)').matches);
  const [isPaneOpen, setPaneOpen] = useState(false);
  const [correcting, setCorrecting] = useState<{ readonly part: number; readonly caret: number } | null>(null);
  const { index, ...coders } = useTextIndex(view);
  const [sheet] = useState(sheetAtHand);
  useKeptSelection(regionRef, index);
  const desk = useTextDesk({ projectId, view, index, regionRef, show: sheet.show });
  const { chosen, themes } = desk;
  const services = useQuery(orpc.coding.columns.queryOptions({ input: { projectId } })).data?.services ?? [];
  const find = useTextFind({
    body: view.body,
    caret: sheet.caret,
    show: sheet.show,
    leave: (hit) => (hit === undefined ? desk.focusText() : sheet.selectAt(hit)),
  });
  const correct = (): void => {
    // Lines of minutes are written, split and moved there.
    if (view.meeting !== null && view.kind === 'minutes')
      void navigate({ to: '/meetings/$meeting/minutes', params: { meeting: view.meeting.meetingId } });
    else {
      const caret = chosen?.start ?? sheet.caret();
      sheet.show(caret);
      setCorrecting({ part: partAt(index, caret), caret });
    }
  };
  const writeMemo = (): void => {
    setPaneOpen(true);
    requestAnimationFrame(() => memoRef.current?.focus());
  };
  const onKeyDown = useTextKeys({ view, desk, regionRef, correct, writeMemo, follow: sheet.follow });
  useCommand('filter', find.open);
  useCommand('text.memo', writeMemo);
  // The text is what one comes for: its keys work at once.
  useEffect(() => {
    if (at === null) regionRef.current?.focus({ preventScroll: true });
    else sheet.selectAt({ start: Math.min(at, view.body.length), end: Math.min(at, view.body.length) });
  }, [at]);
  const focusField: RefCallback<HTMLInputElement> = (field) => field?.focus();
  const isOpen = isWide || chosen !== undefined || isPaneOpen;
  const doubtful = view.codings.filter((coding) => coding.isDoubtful);
  const isBeside = coders.showing === 'beside';
  const memoOn = chosen === undefined ? ({ kind: 'text', id: view.textId } as const) : ({ kind: 'coding', id: chosen.id } as const);
  const pane = (
    <div className={styles.pane}>
      {chosen === undefined ? (
        <p className={styles.hint}>{say('coding.text.none')}</p>
      ) : (
        <SegmentFacts
          coding={chosen}
          deeds={desk.deeds}
          key={chosen.id}
          language={view.language}
          onRemove={() => desk.remove(chosen)}
          quote={view.body.slice(chosen.start, chosen.end)}
          services={services}
          themes={themes}
        />
      )}
      {chosen === undefined ? null : (
        <SegmentInMatrix end={chosen.end} key={`matrix ${chosen.id}`} start={chosen.start} textId={view.textId} themes={themes} />
      )}
      <div className={styles.memos}>
        <MemoPart fieldRef={memoRef} key={memoOn.id} on={memoOn} onEscape={desk.focusText} projectId={projectId} />
      </div>
    </div>
  );
  return (
    <SplitPane end={{ label: say('coding.text.segment'), handleLabel: say('themes.paneWidth'), isOpen, children: pane }}>
      <TextHeader {...coders} onCorrect={correct} onFind={find.open} onOther={coders.setOther} onShowing={coders.setShowing} view={view} />
      {find.isOpen ? (
        <FindBar
          at={find.at}
          count={find.count}
          inputRef={focusField}
          onClose={find.close}
          onStep={find.step}
          onWords={find.setWords}
          words={find.words}
        />
      ) : null}
      <WholeThemes codings={view.codings.filter((coding) => coding.isWhole && index.sideOf(coding) !== null)} themes={themes} />
      {isBeside ? (
        <p className={styles.sides}>
          <span>{coders.left?.name}</span>
          <span>{coders.right?.name}</span>
        </p>
      ) : null}
      <div className={styles.frame} data-covered={(!isWide && isOpen) || undefined} ref={frameRef}>
        <TextSheet
          correcting={correcting}
          desk={desk}
          hits={find.marks}
          index={index}
          isBeside={isBeside}
          onCorrected={(returnsFocus) => {
            const back = correcting?.caret;
            setCorrecting(null);
            if (returnsFocus && back !== undefined) sheet.selectAt({ start: back, end: back });
          }}
          onKeyDown={onKeyDown}
          regionRef={regionRef}
          frameRef={frameRef}
          handle={sheet.attach}
          view={view}
        />
      </div>
      {doubtful.length === 0 ? null : (
        <DoubtfulList
          body={view.body}
          codings={doubtful}
          language={view.language}
          onChooseAgain={(coding) => {
            desk.setChoosingFor(coding);
            notice.set({ text: say('texts.doubtful.chooseNow', { theme: themes.nameOf(coding.themeId) }), tone: 'neutral' });
            sheet.selectAt(coding);
          }}
          onEmpty={desk.focusText}
          onKeep={desk.deeds.keep}
          onRemove={desk.deeds.remove}
          onShow={(coding) => {
            desk.choose(coding, false);
            sheet.show(coding.start);
          }}
          themes={themes}
        />
      )}
      <div aria-live="polite">
        <VisuallyHidden>{desk.said}</VisuallyHidden>
      </div>
    </SplitPane>
  );
}
