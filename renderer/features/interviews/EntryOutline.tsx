import { localised } from '../../../shared/model/text.ts';
import { takesAnswer } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import styles from './EntryOutline.module.css';
import { sectionProgress } from './entry-model.ts';
import type { EntryActions } from './use-entry-actions.ts';
import type { Entry } from './use-entry.ts';

export interface EntryOutlineProps {
  readonly entry: Entry;
  readonly actions: EntryActions;
  readonly isFactsOpen: boolean;
  readonly onFacts: () => void;
  readonly onLeave: () => void;
}

/** Left of the column: whose interview, its sections with their progress, and the counts. */
export function EntryOutline({ entry, actions, isFactsOpen, onFacts, onLeave }: EntryOutlineProps) {
  const say = useText();
  const { model, current } = entry;
  const { interview, version } = model;
  const currentSection = version.sections.find((section) => current !== null && section.questions.includes(current));
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <h1 className={styles.code} tabIndex={-1}>
          {interview.code}
        </h1>
        <IconButton
          icon="rightPane"
          label={say(isFactsOpen ? 'interviews.entry.hideFacts' : 'interviews.entry.showFacts')}
          onPress={onFacts}
          size="small"
        />
        <IconButton icon="close" label={say('interviews.entry.toList')} onPress={onLeave} size="small" />
      </header>
      <p className={styles.where}>{[interview.service, interview.place].filter((name) => name !== '').join(' · ')}</p>
      <nav aria-label={say('interviews.entry.sections')}>
        <ul className={styles.sections}>
          {version.sections.map((section) => {
            const { done, of } = sectionProgress(model, section.questions);
            const title = localised(section.title, entry.language);
            const first = section.questions.find((question) => model.asked.has(question.id));
            return (
              <li key={section.id}>
                <button
                  aria-current={section === currentSection ? 'step' : undefined}
                  className={styles.section}
                  disabled={first === undefined}
                  onClick={() => actions.goTo(first?.id ?? null)}
                  type="button"
                >
                  <span className={styles.title} lang={entry.language}>
                    {title}
                  </span>
                  <span className={styles.count}>{`${done}/${of}`}</span>
                  <ProgressBar
                    label={title}
                    max={of}
                    size="thin"
                    text={say('interviews.entry.sectionDone', { done, of })}
                    tone={done === of ? 'good' : 'accent'}
                    value={done}
                  />
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <Counts entry={entry} />
    </div>
  );
}

function Counts({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { model } = entry;
  const open = model.questions.filter(takesAnswer);
  const asked = open.filter((question) => model.asked.has(question.id));
  const missing = asked.filter((question) => model.valueOf(question.id)?.kind === 'missing').length;
  const answered = asked.filter((question) => model.valueOf(question.id) !== null).length - missing;
  const notAsked = open.length - asked.length;
  return (
    <div className={styles.counts}>
      <p className={styles.total}>{say('interviews.entry.total', { done: answered + missing + notAsked, of: open.length })}</p>
      <p>{say('interviews.entry.totalParts', { answered, missing, notAsked })}</p>
    </div>
  );
}
