import { createContext, use, type ReactNode } from 'react';
import type { Run } from '../../../../shared/contract/reports-document.ts';
import type { MarkedRun } from '../../../../shared/texts/marked-text.ts';
import { useText } from '../../../lib/text.ts';
import type { Referable } from '../builder/document-index.ts';
import styles from './page.module.css';

/** Tables and figures of the report that is shown, for the references in it. */
export const ReferableContext = createContext<readonly Referable[]>([]);

/** A piece of words, as its author typed it or as the report has it; there a reference carries its name. */
export type PageRun = MarkedRun | Run;

interface RunsProps {
  readonly runs: readonly PageRun[];
  /** Number of the first footnote among them. */
  readonly firstNote: number;
}

/** Words with their marks: bold, italic, links, references by what they are called now, footnotes by number. */
export function Runs({ runs, firstNote }: RunsProps) {
  let note = firstNote;
  return runs.map((run, at) => {
    const number = run.footnote === undefined ? 0 : note;
    if (run.footnote !== undefined) note += 1;
    // oxlint-disable-next-line react/no-array-index-key -- runs have nothing but their order
    return <OneRun key={at} noteNumber={number} run={run} />;
  });
}

function OneRun({ run, noteNumber }: { readonly run: PageRun; readonly noteNumber: number }) {
  if (run.footnote !== undefined) return <sup className={styles.noteMark}>{noteNumber}</sup>;
  if (typeof run.ref === 'string') return <span className={styles.reference}>{run.text}</span>;
  if (run.ref !== undefined) return <Reference as={run.ref.as} exhibitId={run.ref.exhibitId} />;
  return marked(run.href === undefined ? run.text : <span className={styles.link}>{run.text}</span>, run);
}

function marked(words: ReactNode, { isBold, isItalic }: PageRun): ReactNode {
  const slanted = isItalic === true ? <em>{words}</em> : words;
  return isBold === true ? <strong>{slanted}</strong> : slanted;
}

function Reference({ as, exhibitId }: { readonly as: 'table' | 'figure'; readonly exhibitId: string }) {
  const say = useText();
  const found = use(ReferableContext).find((one) => one.as === as && one.exhibitId === exhibitId);
  return (
    <span className={styles.reference} data-missing={found === undefined || undefined}>
      {found?.name.replaceAll(' ', '\u00a0') ?? say('reports.ref.gone')}
    </span>
  );
}

/** How many footnotes stand in runs. */
export function notesIn(runs: readonly PageRun[]): number {
  return runs.filter(({ footnote }) => footnote !== undefined).length;
}
