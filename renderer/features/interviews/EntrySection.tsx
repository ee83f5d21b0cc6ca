import { memo } from 'react';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import type { NameOf } from './answer-sentence.ts';
import { CurrentQuestion } from './CurrentQuestion.tsx';
import styles from './Entry.module.css';
import { EntryRow } from './EntryRow.tsx';
import { filledAt, hasSameTitle, saysTheSame, titleOf } from './entry-filled.ts';
import { looksSame, rowOf } from './entry-row.ts';
import { GridQuestion } from './GridQuestion.tsx';
import { MoreRounds } from './MoreRounds.tsx';
import { isAsked, progressOf } from './entry-model.ts';
import { spotsOf, type Block, type SectionLayout, type Spot } from './entry-layout.ts';
import { RoundHead } from './RoundHead.tsx';
import { type Entry, entryAt } from './use-entry.ts';
import type { Registers } from './use-registers.ts';

export interface EntrySectionProps {
  readonly entry: Entry;
  readonly section: SectionLayout;
  readonly registers: Registers;
  readonly nameOf: NameOf;
}

/** One section of the form: its name and count, and its questions with the current one opened. Drawn anew only when they change. */
export const EntrySection = memo(function EntrySection({ entry, section, registers, nameOf }: EntrySectionProps) {
  const say = useText();
  const { model, spot, language } = entry;
  const { done, of } = progressOf(model, section.spots);
  const isHere = spot?.sectionId === section.section.id;
  const title = titleOf(model, section.section, { language, say, nameOf });
  return (
    <section aria-label={title === '' ? undefined : title} className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle} lang={language}>
          {title}
        </h2>
        <span className={styles.sectionCount}>
          {done === of && of > 0 && !isHere ? say('interviews.entry.sectionAnswered') : say('interviews.entry.sectionDone', { done, of })}
        </span>
      </div>
      <Blocks blocks={section.blocks} entry={entry} nameOf={nameOf} registers={registers} />
    </section>
  );
}, isSectionSame);

/** Whether one is in a part of the form, was in it, or it is made ready or no longer so. */
function isTouched(before: Entry, now: Entry, isPart: (spot: Spot) => boolean): boolean {
  const readied = before.ready === now.ready ? [] : [before.ready, now.ready];
  return [before.spot, now.spot, ...readied].some((spot) => spot !== null && isPart(spot));
}

function isSectionSame(before: EntrySectionProps, now: EntrySectionProps): boolean {
  const { section } = now;
  return (
    !isTouched(before.entry, now.entry, (spot) => spot.sectionId === section.section.id) &&
    before.section === section &&
    before.nameOf === now.nameOf &&
    looksSame(before.entry, now.entry, section.spots, now.nameOf) &&
    hasSameTitle(before.entry.model, now.entry.model, section.section) &&
    saysTheSame(before.entry.model, now.entry.model, section.blocks)
  );
}

interface BlocksProps extends Omit<EntrySectionProps, 'section'> {
  readonly blocks: readonly Block[];
}

function Blocks({ blocks, ...rest }: BlocksProps) {
  return blocks.map((block) => <OneBlock block={block} key={block.key} {...rest} />);
}

interface OneBlockProps extends Omit<BlocksProps, 'blocks'> {
  readonly block: Block;
}

const OneBlock = memo(function OneBlock({ block, ...rest }: OneBlockProps) {
  const { entry, nameOf, registers } = rest;
  const { spot, ready } = entry;
  const spots = spotsOf(block);
  const isCurrent = spot !== null && spots.includes(spot);
  if (block.kind === 'round') {
    return (
      <div className={styles.round} data-depth={block.depth}>
        <RoundHead block={block} entry={entry} isCurrent={isCurrent} nameOf={nameOf} />
        <Blocks {...rest} blocks={block.blocks} />
      </div>
    );
  }
  if (block.kind === 'more') return <MoreRounds entry={entry} isCurrent={isCurrent} nameOf={nameOf} spot={block.spot} />;
  const open = isCurrent ? entry : ready !== null && spots.includes(ready) ? entryAt(entry, ready) : null;
  return (
    <>
      {open === null ? null : (
        <div className={isCurrent ? undefined : styles.ready}>
          <OpenBlock block={block} entry={open} isReady={!isCurrent} nameOf={nameOf} registers={registers} />
        </div>
      )}
      {isCurrent ? null : <Rows {...rest} block={block} />}
    </>
  );
}, isBlockSame);

type LeafBlock = Exclude<Block, { kind: 'round' | 'more' }>;

/** The block one is at, or will be at next. */
function OpenBlock({ block, isReady, ...rest }: Omit<OneBlockProps, 'block'> & { readonly block: LeafBlock; readonly isReady: boolean }) {
  const { entry, nameOf } = rest;
  if (block.kind === 'grid') return <GridQuestion entry={entry} isReady={isReady} nameOf={nameOf} spots={block.spots} />;
  return entry.spot === null ? null : <CurrentQuestion {...rest} isReady={isReady} spot={entry.spot} />;
}

/** A block at rest: a row for each of its questions. */
function Rows({ block, ...rest }: Omit<OneBlockProps, 'block'> & { readonly block: LeafBlock }) {
  const say = useText();
  const { entry, nameOf } = rest;
  const { model, language } = entry;
  if ('spot' in block) return <Row {...rest} spots={[block.spot]} />;
  if (block.kind === 'persons') return <Row {...rest} spots={block.spots} />;
  const [first] = block.spots;
  const lead = first === undefined ? '' : localised(filledAt(model, first, { language, say, nameOf }).lead ?? {}, language);
  return (
    <>
      {lead === '' || !block.spots.some((row) => isAsked(model, row)) ? null : (
        <p className={styles.gridLead} lang={language}>
          {lead}
        </p>
      )}
      {block.spots.map((row) => (
        <Row {...rest} key={row.key} spots={[row]} />
      ))}
    </>
  );
}

function isBlockSame(before: OneBlockProps, now: OneBlockProps): boolean {
  const spots = spotsOf(now.block);
  const isHit = isTouched(before.entry, now.entry, (spot) => spots.includes(spot));
  return (
    !isHit &&
    before.block === now.block &&
    before.nameOf === now.nameOf &&
    looksSame(before.entry, now.entry, spots, now.nameOf) &&
    saysTheSame(before.entry.model, now.entry.model, [now.block])
  );
}

/** A question that is not the current one; of persons' answers there are several. */
function Row({ entry, nameOf, spots }: Omit<BlocksProps, 'blocks'> & { readonly spots: readonly Spot[] }) {
  const say = useText();
  const [first] = spots;
  if (first === undefined) return null;
  const { model, language } = entry;
  const { blocker, ...parts } = rowOf(entry, spots, nameOf);
  const speech = { language, say, nameOf };
  return (
    <EntryRow
      {...parts}
      blocker={blocker === null ? null : filledAt(model, blocker, speech)}
      language={language}
      onGo={entry.actions.goTo}
      question={filledAt(model, first, speech)}
      spotKey={first.key}
    />
  );
}
