import type { KeyboardEvent } from 'react';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Section } from '../../../../shared/model/questionnaire.ts';
import { localised } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { isMissing, withText } from '../design/texts.ts';
import { RoutingField } from './RoutingField.tsx';
import styles from './SectionRow.module.css';
import { useDeskContext } from './use-desk.ts';
import { useSentence } from './use-sentence.ts';
import { Words } from './Words.tsx';

export interface SectionRowProps {
  readonly section: Section;
  readonly rowKey: string;
  readonly isCurrent: boolean;
  readonly problems: readonly DesignProblem[];
}

/** The head of a section: its title and how many questions; in hand, with what can be written about it. */
export function SectionRow({ section, rowKey, isCurrent, problems }: SectionRowProps) {
  const say = useText();
  const desk = useDeskContext();
  const sentence = useSentence();
  const title = localised(section.title, desk.state.language);
  const name = title === '' ? say('questionnaires.designer.untitled') : title;
  const count = say('questionnaires.questionCount', { count: section.questions.length });
  if (!isCurrent || desk.isFrozen) {
    return (
      <button
        className={styles.section}
        data-current={isCurrent || undefined}
        data-row={rowKey}
        onClick={() => desk.open(rowKey)}
        tabIndex={isCurrent ? 0 : -1}
        type="button"
      >
        <span className={styles.title} data-empty={title === '' || undefined} lang={desk.state.language}>
          {name}
        </span>
        <span className={styles.count}>{count}</span>
        {section.relevant === null ? null : (
          <span className={styles.routing}>
            <Icon name="routing" size={14} />
            <span>{sentence('relevant', section.relevant)}</span>
          </span>
        )}
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    desk.open(rowKey);
  }
  return (
    <div
      aria-label={say('questionnaires.designer.sectionName', { title: name })}
      className={styles.card}
      data-current=""
      data-row={rowKey}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.target === event.currentTarget) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      }}
      role="group"
      tabIndex={0}
    >
      <div className={styles.languages} style={{ '--languages': desk.shown.length } as React.CSSProperties}>
        {desk.shown.map((language) => (
          <Words
            isMissing={isMissing(section.title, language)}
            key={language}
            label={say('questionnaires.designer.sectionTitle', { language: say(`interviews.language.${language}`) })}
            language={language}
            look="title"
            onKeyDown={onKeyDown}
            onLeave={() => void desk.design.store.flush()}
            onType={(words) => {
              const now = desk.design.latest()?.sections.find((other) => desk.design.store.keyOf(other.id) === rowKey) ?? section;
              desk.design.store.editSection(section.id, { title: withText(now.title, language, words) });
            }}
            part="title"
            placeholder={say('questionnaires.designer.untitled')}
            value={section.title[language] ?? ''}
          />
        ))}
      </div>
      <RoutingField
        expression={section.relevant}
        onType={(relevant) => desk.design.store.editSection(section.id, { relevant })}
        problems={problems.filter((problem) => problem.field === 'relevant')}
        question={null}
        rowKey={rowKey}
      />
    </div>
  );
}
