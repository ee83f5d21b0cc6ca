import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CodedTextView } from '../../../shared/contract/coding.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { Language, localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { ReadingCaret } from '../../texts/ReadingCaret.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { FindingFromText } from '../findings/index.ts';
import { branchOf, ThemeBox } from '../themes/index.ts';
import { chipsOf, signOf } from './chips.ts';
import { SegmentFacts } from './SegmentFacts.tsx';
import styles from './TextDesk.module.css';
import { textParts } from './text-parts.ts';
import { TextParagraph } from './TextParagraph.tsx';
import { useTextDesk } from './use-text-desk.ts';

/** What the text view needs. */
export interface TextDeskProps {
  readonly projectId: ProjectId;
  readonly view: CodedTextView;
}

/** Up to here every paragraph is in the page; beyond, only those near the window. */
const allShown = 200;

/** One text to read and code, its lanes outside it, and what is chosen at the side. */
export function TextDesk({ projectId, view }: TextDeskProps) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const regionRef = useRef<HTMLDivElement>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const [isWide] = useState(() => matchMedia('(min-width: 75rem)').matches);
  const [isMineOnly, setMineOnly] = useState(false);
  const desk = useTextDesk(projectId, view, regionRef);
  const { themes, chosen, box } = desk;
  // The text is what one comes for: its keys work at once.
  useEffect(() => regionRef.current?.focus({ preventScroll: true }), []);
  const shown = useMemo(() => (isMineOnly ? view.codings.filter((coding) => coding.isMine) : view.codings), [view.codings, isMineOnly]);
  const parts = useMemo(() => textParts(view.body, shown), [view.body, shown]);
  const whole = chipsOf(shown.filter((coding) => coding.isWhole));
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: parts.length,
    getScrollElement: () => frameRef.current,
    estimateSize: () => 92,
    overscan: parts.length <= allShown ? allShown : 12,
  });
  const segments = shown.filter((coding) => !coding.isWhole).length;
  const title = view.answer === null ? (view.meeting?.title ?? say('coding.text.untitled')) : localised(view.answer.wording, language);
  const facts =
    view.answer === null
      ? say('coding.text.factsOther', { segments, coders: new Set(shown.map((coding) => coding.coder)).size })
      : say('coding.text.factsAnswer', { code: `${view.answer.code}/${view.answer.number}`, segments });
  const actions = (
    <>
      <SegmentedControl
        label={say('coding.text.coders')}
        onChange={(id) => setMineOnly(id === 'mine')}
        segments={[
          { id: 'everyone', label: say('coding.text.everyone') },
          { id: 'mine', label: say('coding.text.mine') },
        ]}
        value={isMineOnly ? 'mine' : 'everyone'}
      />
      <FindingFromText language={Language.catch('nb').parse(view.language)} projectId={projectId} textId={view.textId} />
      <Button
        onPress={() =>
          void navigate({
            to: '/projects/$project/coding',
            params: { project: projectId },
            search: view.answer === null ? {} : { question: view.answer.variableId },
          })
        }
        size="bar"
      >
        {say('coding.text.back')}
      </Button>
    </>
  );
  return (
    <SplitPane
      end={{
        label: say('coding.text.segment'),
        handleLabel: say('themes.paneWidth'),
        // Narrow, it lies over the text: only while a segment is chosen.
        isOpen: isWide || chosen !== undefined,
        children:
          chosen === undefined ? (
            <p className={styles.hint}>{say('coding.text.none')}</p>
          ) : (
            <SegmentFacts
              coding={chosen}
              key={chosen.id}
              language={view.language}
              onCertainty={(certainty, reason) => desk.setCertainty(chosen, certainty, reason)}
              onPolarity={(polarity) => desk.setPolarity(chosen, polarity)}
              onRemove={() => desk.remove(chosen)}
              quote={view.body.slice(chosen.start, chosen.end)}
              themes={themes}
            />
          ),
      }}
    >
      <PageHeader actions={actions} facts={facts} title={title} />
      {whole.length === 0 ? null : (
        <p className={styles.wholes}>
          {say('coding.text.whole')}{' '}
          {whole.map((chip) => {
            const theme = themes.byId.get(chip.themeId);
            return theme === undefined ? null : (
              <ThemeChip
                coder={chip.coder ?? undefined}
                key={`${chip.themeId} ${chip.coder ?? ''} ${chip.polarity ?? ''}`}
                mark={branchOf(theme)}
                name={themes.nameOf(theme.id)}
                polarity={signOf(chip.polarity)}
                polarityText={chip.polarity === null ? undefined : say(`coding.polarity.${chip.polarity}`)}
                state={chip.isInferred ? 'inferred' : 'coded'}
              />
            );
          })}
        </p>
      )}
      <div className={styles.frame} data-covered={(!isWide && chosen !== undefined) || undefined} ref={frameRef}>
        <div
          aria-label={say('coding.text.label')}
          className={styles.region}
          onKeyDown={desk.onKeyDown}
          ref={regionRef}
          role="document"
          style={{ blockSize: virtualizer.getTotalSize() + 360 }}
          tabIndex={0}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const part = parts[item.index];
            if (part === undefined) return null;
            return (
              <div
                className={styles.place}
                data-index={item.index}
                key={item.key}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <TextParagraph
                  body={view.body}
                  chosenId={desk.chosenId}
                  language={view.language}
                  onChoose={(id) => desk.choose(id, false)}
                  part={part}
                  pending={box.pending}
                  themes={themes}
                />
              </div>
            );
          })}
          <div className={styles.box} style={{ insetBlockStart: box.top }}>
            <ThemeBox
              inputRef={desk.boxRef}
              isOpen={box.isOpen}
              label={say('themes.box.label')}
              text={box.text}
              themes={themes}
              {...desk.boxProps}
            />
          </div>
          <ReadingCaret rootRef={regionRef} />
        </div>
      </div>
      <div aria-live="polite">
        <VisuallyHidden>{desk.said}</VisuallyHidden>
      </div>
    </SplitPane>
  );
}
