import { useCallback, useDeferredValue, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DesignProblem, ScaleSummary, VersionSummary } from '../../../../shared/contract/questionnaires.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { useSearchParam } from '../../../lib/route.ts';
import { useLanguage, useText } from '../../../lib/text.ts';
import { SplitPane } from '../../../ui/split-pane/SplitPane.tsx';
import { rowsOf } from '../design/rows.ts';
import type { Design } from '../design/use-design.ts';
import { useTestFill } from '../preview/use-test-fill.ts';
import { BankDialog } from './BankDialog.tsx';
import { DesignerHead } from './DesignerHead.tsx';
import styles from './DesignerDesk.module.css';
import { EmptyDesign } from './EmptyDesign.tsx';
import { GoToDialog } from './GoToDialog.tsx';
import { Outline } from './Outline.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { ProblemFoot } from './ProblemFoot.tsx';
import { QuestionList } from './QuestionList.tsx';
import { DeskProvider, useDesk } from './use-desk.ts';
import { useDesignerCommands } from './use-designer-commands.ts';

export interface DesignerDeskProps {
  readonly design: Design;
  readonly version: QuestionnaireVersion;
  readonly projectId: ProjectId;
  readonly problems: readonly DesignProblem[];
  readonly scales: readonly ScaleSummary[];
  /** All versions of this questionnaire, newest first. */
  readonly summaries: readonly VersionSummary[];
}

/** Wide windows have room for outline, list and preview; narrower ones for two of them. */
const widths = { three: window.matchMedia('(min-width: 90rem)'), two: window.matchMedia('(min-width: 66rem)') };

function followWidth(listener: () => void): () => void {
  for (const width of Object.values(widths)) width.addEventListener('change', listener);
  return () => {
    for (const width of Object.values(widths)) width.removeEventListener('change', listener);
  };
}

function roomNow(): 1 | 2 | 3 {
  return widths.three.matches ? 3 : widths.two.matches ? 2 : 1;
}

/** The designer: outline, the questions being written, and the entry form as it becomes. */
export function DesignerDesk({ design, version, projectId, problems, scales, summaries }: DesignerDeskProps) {
  const say = useText();
  const interfaceLanguage = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const asked = useSearchParam('question');
  const [first] = useState(() => {
    const rows = rowsOf(version);
    return (rows.find((row) => row.id === asked) ?? rows.find((row) => row.kind === 'question'))?.id ?? null;
  });
  const language = version.languages.includes(interfaceLanguage) ? interfaceLanguage : (version.languages[0] ?? 'nb');
  const desk = useDesk({ design, version, projectId, problems, scales, frame, start: { current: first, language } });
  const room = useSyncExternalStore(followWidth, roomNow);
  const [choice, setChoice] = useState<{ readonly outline: boolean | null; readonly preview: boolean | null }>({
    outline: null,
    preview: null,
  });
  // Languages side by side need the room of the preview.
  const isPreviewOpen = choice.preview ?? (room === 3 || (room === 2 && !desk.state.areAllLanguages));
  // Where only two fit, asking for the one puts the other away.
  const isOutlineOpen = choice.outline ?? (room === 3 || (room === 1 && version.sections.length > 1));
  const test = useTestFill(version, desk.state.language, desk.state.isTesting);
  const { isTesting } = desk.state;
  const { store } = design;

  function begin(questionId: string | null): void {
    const rows = rowsOf(version);
    const here = rows.find((row) => row.kind === 'question' && row.id === questionId) ?? rows.find((row) => row.kind === 'question');
    if (here?.kind !== 'question') return;
    void store.flush();
    test.begin(here.id);
    setChoice((old) => ({ ...old, preview: true, ...(room === 2 ? { outline: false } : {}) }));
    desk.change({ isTesting: true });
  }

  /** Back to writing, at the question that one had come to. */
  function end(): void {
    desk.change({ isTesting: false });
    const key = test.place === null ? desk.state.current : store.keyOf(test.place);
    if (key !== null) desk.open(key);
  }

  const idInHand = store.idOf(desk.state.current ?? '');
  useDesignerCommands(desk, {
    onTest: () => (isTesting ? end() : begin(idInHand)),
    onPreview: () => setChoice({ preview: !isPreviewOpen, outline: room === 2 && !isPreviewOpen ? false : choice.outline }),
  });
  // A blink behind the keys, so that typing never waits for it.
  const later = useDeferredValue(version);
  // The outline is drawn anew only when it changes: what it calls stays the same.
  const newest = useRef(desk);
  useLayoutEffect(() => {
    newest.current = desk;
  });
  const onTake = useCallback((key: string, goesThere: boolean): void => {
    if (goesThere) newest.current.open(key);
    else newest.current.change({ current: key, strip: null, routing: null });
  }, []);
  const isEmpty = version.sections.every((section) => section.questions.length === 0);
  return (
    <DeskProvider value={desk}>
      <div className={styles.desk} ref={frame}>
        <SplitPane
          end={{
            label: say('questionnaires.preview.title'),
            handleLabel: say('questionnaires.designer.paneWidth'),
            isOpen: isPreviewOpen,
            defaultSize: room === 1 ? 400 : 430,
            min: 340,
            max: 520,
            children: (
              <PreviewPane
                onBegin={(question) => begin(question.id)}
                onClose={() => setChoice({ ...choice, preview: false })}
                onEnd={end}
                test={test}
              />
            ),
          }}
          start={{
            label: say('questionnaires.designer.outline'),
            handleLabel: say('questionnaires.designer.paneWidth'),
            isOpen: isOutlineOpen && !(room === 2 && isPreviewOpen && choice.outline === null),
            defaultSize: room === 3 ? 248 : 204,
            max: 304,
            children: (
              <Outline
                current={desk.state.current}
                language={desk.state.language}
                onTake={onTake}
                problems={problems}
                store={store}
                version={later}
              />
            ),
          }}
        >
          <div className={styles.main}>
            <DesignerHead
              isOutlineOpen={isOutlineOpen}
              isPreviewOpen={isPreviewOpen}
              onOutline={() => setChoice({ outline: !isOutlineOpen, preview: room === 2 && !isOutlineOpen ? false : choice.preview })}
              onPreview={() => setChoice({ preview: !isPreviewOpen, outline: room === 2 && !isPreviewOpen ? false : choice.outline })}
              summaries={summaries}
            />
            {isEmpty && !desk.isFrozen ? <EmptyDesign /> : null}
            <QuestionList asked={isTesting ? test.tested.asked : null} />
            {desk.isFrozen || isEmpty ? null : <ProblemFoot />}
          </div>
        </SplitPane>
        {desk.state.isBankOpen ? <BankDialog /> : null}
        {desk.state.isGoToOpen ? <GoToDialog /> : null}
      </div>
    </DeskProvider>
  );
}
