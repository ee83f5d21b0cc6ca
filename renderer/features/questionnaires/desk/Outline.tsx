import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { Tree } from '../../../ui/tree/Tree.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden/VisuallyHidden.tsx';
import type { DesignStore } from '../design/design-store.ts';
import styles from './Outline.module.css';

interface OutlineNode {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly isSection: boolean;
  readonly children: readonly OutlineNode[];
}

export interface OutlineProps {
  readonly version: QuestionnaireVersion;
  readonly store: DesignStore;
  readonly language: Language;
  readonly problems: readonly DesignProblem[];
  readonly current: string | null;
  /** Takes a row in hand; Enter also puts focus on it. */
  readonly onTake: (key: string, goesThere: boolean) => void;
}

/** Sections and numbered questions, with a mark where something is wrong. Enter goes there. */
export const Outline = memo(function Outline({ version, store, language, problems, current, onTake }: OutlineProps) {
  const say = useText();
  const nodes = useMemo(() => {
    const node = (question: Question, all: readonly Question[]): OutlineNode => ({
      id: store.keyOf(question.id),
      number: question.number,
      words: localised(question.wording, language),
      isSection: false,
      children: all.filter((other) => other.parentId === question.id).map((other) => node(other, all)),
    });
    return version.sections.map((section): OutlineNode => ({
      id: store.keyOf(section.id),
      number: '',
      words: localised(section.title, language),
      isSection: true,
      children: section.questions.filter((question) => question.parentId === null).map((question) => node(question, section.questions)),
    }));
  }, [version, language, store]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => everyId(nodes), [nodes]);
  const marked = useMemo(() => {
    const marks = new Map<string, 'error' | 'warning'>();
    for (const problem of problems) {
      const key = store.keyOf(problem.questionId ?? problem.sectionId ?? '');
      if (marks.get(key) !== 'error') marks.set(key, problem.severity);
    }
    return marks;
  }, [problems, store]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current !== null) frame.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={styles.outline} ref={frame}>
      <h2 className={styles.title}>{say('questionnaires.designer.outline')}</h2>
      <Tree
        currentId={current}
        expandedIds={new Set(all.filter((id) => !closed.has(id)))}
        label={say('questionnaires.designer.outline')}
        nodes={nodes}
        onCurrentIdChange={(key) => onTake(key, false)}
        onExpandedIdsChange={(ids) => setClosed(new Set(all.filter((id) => !ids.has(id))))}
        onOpen={(node) => onTake(node.id, true)}
        renderNode={(node) => (
          <>
            {node.isSection ? null : <span className={styles.number}>{node.number}</span>}
            <span className={node.isSection ? styles.section : styles.words} lang={language} title={node.words}>
              {node.words === ''
                ? say(node.isSection ? 'questionnaires.designer.untitled' : 'questionnaires.designer.noWording')
                : node.words}
            </span>
            {marked.has(node.id) ? (
              <span className={styles.mark}>
                <Icon
                  name={marked.get(node.id) === 'error' ? 'hardCheck' : 'softCheck'}
                  size={14}
                  tone={marked.get(node.id) === 'error' ? 'bad' : 'warn'}
                />
                <VisuallyHidden>{say('questionnaires.problems.here')}</VisuallyHidden>
              </span>
            ) : null}
          </>
        )}
      />
    </div>
  );
});

function everyId(nodes: readonly OutlineNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...everyId(node.children)]);
}
