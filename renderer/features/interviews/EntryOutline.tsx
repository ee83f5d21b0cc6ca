import { memo } from 'react';
import { takesAnswer } from '../../../shared/model/questionnaire.ts';
import { useText, type Say } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import styles from './EntryOutline.module.css';
import { titleOf } from './entry-filled.ts';
import { isAsked, progressOf, valueAt } from './entry-model.ts';
import { firstStop } from './entry-walk.ts';
import type { SectionLayout } from './entry-layout.ts';
import type { PlaceKey } from './entry-place.ts';
import { type Entry, type EntryHandle, useEntryBeside } from './use-entry.ts';

export interface EntryOutlineProps {
  readonly handle: EntryHandle;
  readonly isFactsOpen: boolean;
  readonly onFacts: () => void;
  readonly onLeave: () => void;
}

/** Left of the column: whose interview, its sections with their progress, and the counts. */
export function EntryOutline({ handle, isFactsOpen, onFacts, onLeave }: EntryOutlineProps) {
  const say = useText();
  const entry = useEntryBeside(handle);
  const { model } = entry;
  const { interview } = model;
  return (
    <div className={styles.pane}>
      <OutlineHead code={interview.code} isFactsOpen={isFactsOpen} onFacts={onFacts} onLeave={onLeave} />
      <p className={styles.where}>{[interview.service, interview.place].filter((name) => name !== '').join(' · ')}</p>
      <nav aria-label={say('interviews.entry.sections')}>
        <ul className={styles.sections}>
          {model.layout.sections.map((section) => (
            <SectionItem {...itemOf(entry, section, say)} actions={entry.actions} key={section.section.id} language={entry.language} />
          ))}
        </ul>
      </nav>
      <Counts entry={entry} />
    </div>
  );
}

interface OutlineHeadProps {
  readonly code: string;
  readonly isFactsOpen: boolean;
  readonly onFacts: () => void;
  readonly onLeave: () => void;
}

/** Whose interview it is, and the two ways out. No key that answers changes it, so none draws it anew. */
const OutlineHead = memo(function OutlineHead({ code, isFactsOpen, onFacts, onLeave }: OutlineHeadProps) {
  const say = useText();
  return (
    <header className={styles.head}>
      <h1 className={styles.code} tabIndex={-1}>
        {code}
      </h1>
      <IconButton
        icon="rightPane"
        label={say(isFactsOpen ? 'interviews.entry.hideFacts' : 'interviews.entry.showFacts')}
        onPress={onFacts}
        size="small"
      />
      <IconButton icon="close" label={say('interviews.entry.toList')} onPress={onLeave} size="small" />
    </header>
  );
});

interface ItemParts {
  readonly title: string;
  readonly done: number;
  readonly of: number;
  readonly first: PlaceKey | null;
  readonly isHere: boolean;
}

function itemOf({ model, spot, language, desk }: Entry, section: SectionLayout, say: Say): ItemParts {
  return {
    ...progressOf(model, section.spots),
    // A part without a name is known by its place.
    title:
      titleOf(model, section.section, { language, say, nameOf: desk.nameOf }) ||
      say('interviews.entry.part', { number: model.layout.sections.indexOf(section) + 1 }),
    first: firstStop(model, section)?.key ?? null,
    isHere: spot?.sectionId === section.section.id,
  };
}

interface SectionItemProps extends ItemParts {
  readonly actions: Entry['actions'];
  readonly language: Entry['language'];
}

const SectionItem = memo(function SectionItem({ title, done, of, first, isHere, actions, language }: SectionItemProps) {
  const say = useText();
  return (
    <li>
      <button
        aria-current={isHere ? 'step' : undefined}
        className={styles.section}
        disabled={first === null}
        onClick={() => actions.goTo(first)}
        type="button"
      >
        <span className={styles.title} lang={language}>
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
});

function Counts({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { model } = entry;
  const open = model.layout.spots.filter(({ kind, question }) => kind === 'question' && takesAnswer(question));
  const asked = open.filter((spot) => isAsked(model, spot));
  const missing = asked.filter((spot) => valueAt(model, spot)?.kind === 'missing').length;
  const answered = asked.filter((spot) => valueAt(model, spot) !== null).length - missing;
  const notAsked = open.length - asked.length;
  return (
    <div className={styles.counts}>
      <p className={styles.total}>{say('interviews.entry.total', { done: answered + missing + notAsked, of: open.length })}</p>
      <p>{say('interviews.entry.totalParts', { answered, missing, notAsked })}</p>
    </div>
  );
}
