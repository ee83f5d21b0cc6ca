import type { QuestionnaireSheet, SheetBlock } from '../../../shared/contract/print.ts';
import { SheetOfPaper } from '../../lib/paper/SheetOfPaper.tsx';
import { useText } from '../../lib/text.ts';
import styles from './print.module.css';
import { SheetAnswer } from './SheetAnswer.tsx';
import { SheetGrid } from './SheetGrid.tsx';

/** The sheet as paper: what is seen is what comes out of the printer. */
export function QuestionnairePaper({ sheet }: { readonly sheet: QuestionnaireSheet }) {
  const say = useText();
  return (
    <SheetOfPaper label={say('print.preview')} lang={sheet.language}>
      <h2 className={styles.title}>{sheet.title}</h2>
      <p className={styles.subtitle}>{sheet.subtitle}</p>
      {sheet.head.length === 0 ? null : (
        <dl className={styles.head}>
          {sheet.head.map((label) => (
            <div className={styles.headLine} key={label}>
              <dt>{label}</dt>
              <dd />
            </div>
          ))}
        </dl>
      )}
      {sheet.blocks.map((block, index) => (
        // eslint-disable-next-line react/no-array-index-key -- a sheet is laid out anew as a whole: a block's place is its name
        <Block block={block} key={index} />
      ))}
    </SheetOfPaper>
  );
}

function Block({ block }: { readonly block: SheetBlock }) {
  switch (block.kind) {
    case 'section':
      return (
        <header className={styles.section}>
          <h3 className={styles.sectionTitle}>{block.title}</h3>
          <Conditions all={block.conditions} />
        </header>
      );
    case 'note':
      return (
        <div className={styles.block} data-depth={block.depth}>
          <Conditions all={block.conditions} />
          <p className={styles.note}>{block.wording}</p>
        </div>
      );
    case 'grid':
      return (
        <div className={styles.block} data-depth={block.depth}>
          <Conditions all={block.conditions} />
          <SheetGrid block={block} />
        </div>
      );
    case 'repeat':
    case 'question':
      return <Question block={block} />;
  }
}

function Question({ block }: { readonly block: Extract<SheetBlock, { kind: 'question' | 'repeat' }> }) {
  return (
    <section className={styles.block} data-depth={block.depth}>
      {block.kind === 'question' && block.lead !== '' ? <p className={styles.lead}>{block.lead}</p> : null}
      <Conditions all={block.conditions} />
      <div className={styles.question}>
        <span className={styles.number}>{block.number}</span>
        <div>
          <h4 className={styles.wording}>{block.wording}</h4>
          {block.hint === '' ? null : <p className={styles.hint}>{block.hint}</p>}
          {block.instruction === '' ? null : <p className={styles.instruction}>{block.instruction}</p>}
          {block.checks.map((check) => (
            <p className={styles.condition} key={check}>
              {check}
            </p>
          ))}
          {block.kind === 'question' ? <SheetAnswer answer={block.answer} reasons={block.reasons} /> : null}
        </div>
      </div>
    </section>
  );
}

function Conditions({ all }: { readonly all: readonly string[] }) {
  return all.map((condition) => (
    <p className={styles.condition} key={condition}>
      → {condition}
    </p>
  ));
}
