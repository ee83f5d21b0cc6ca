import type { ReactNode } from 'react';
import type { ExhibitView, Sentence } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import sheet from './analysis.module.css';
import styles from './panes.module.css';
import { WayList, type Way } from './WayList.tsx';

interface ReadingPaneProps {
  readonly projectId: ProjectId;
  readonly views: readonly ExhibitView[];
  /** Ways out when cells are hidden or the gate stops the table. */
  readonly ways: readonly Way[];
  /** Groupings worth a look. */
  readonly looks: readonly Way[];
  /** Stands last: the list of what may differ. */
  readonly children?: ReactNode;
}

/** A number and its percent sign stand on one line. */
function tied(text: string): string {
  return text.replaceAll(' %', '\u00A0%');
}

/** Tables with numbers of their own: under a battery, the item without groups says what a row of the battery says. */
function ownNumbers(views: readonly ExhibitView[]): readonly ExhibitView[] {
  return views.filter(({ released }, at) => at === 0 || released.kind !== 'frequency');
}

function countOf(sentences: readonly Sentence[], id: string): number {
  return sentences.reduce((sum, each) => (each.id === id ? sum + Number(each.params['count'] ?? 0) : sum), 0);
}

/** The main table's reading, and of the table under it only how its groups compare and what it hides. */
function sentencesOf(views: readonly ExhibitView[]): readonly Sentence[] {
  const [main, ...others] = views;
  const groups = others.flatMap(({ plainReading }) =>
    plainReading.filter(({ id }) => id.startsWith('analysis.read.groups') || id === 'analysis.read.lowBase'),
  );
  const count = countOf(
    ownNumbers(views).flatMap(({ plainReading }) => plainReading),
    'analysis.read.suppressed',
  );
  const all = (main?.plainReading ?? []).filter(({ id }) => id !== 'analysis.read.suppressed');
  return [...all, ...groups, ...(count === 0 ? [] : [{ id: 'analysis.read.suppressed', params: { count } }])];
}

/** What to do about an earlier release is said with the first one. */
function saidOnce(finding: Sentence, at: number, all: readonly Sentence[]): Sentence {
  const isLater = finding.id === 'analysis.finding.subtraction' && all.findIndex(({ id }) => id === finding.id) < at;
  return isLater ? { ...finding, id: 'analysis.finding.subtractionToo' } : finding;
}

/** What the gate found in all tables; hidden numbers are added up, each once. */
function mergedFindings(views: readonly ExhibitView[]): readonly Sentence[] {
  const all = views.flatMap(({ findings }) => findings);
  const hidden = countOf(
    ownNumbers(views).flatMap(({ findings }) => findings),
    'analysis.finding.hidden',
  );
  const others = all.filter(({ id }) => id !== 'analysis.finding.hidden');
  // One release may stop several tables.
  const distinct = [...new Map(others.map((one) => [JSON.stringify([one.id, one.params]), one])).values()].map(saidOnce);
  return hidden === 0 ? distinct : [...distinct, { id: 'analysis.finding.hidden', params: { count: hidden } }];
}

/** Beside the table: what it says in plain words, what the gate found, how to go on. Released figures only. */
export function ReadingPane({ projectId, views, ways, looks, children }: ReadingPaneProps) {
  const say = useText();
  const findings = mergedFindings(views);
  const sentences = sentencesOf(views);
  const [main] = views;
  // A table that cannot be made says nothing, and nothing of it has been checked.
  if (main === undefined) return null;
  const unique = [...new Map(findings.map((finding) => [say.any(finding.id, finding.params), finding])).entries()];
  // What stops a table, and the ways on, go before what it says.
  const isStopped = views.some(({ gate }) => gate.state === 'stopped');
  const reading = (
    <section>
      <h2>{say('analysis.reading.title')}</h2>
      {[...new Set(sentences.map(({ id, params }) => say.any(id, params)))].map((sentence) => (
        <p key={sentence}>{tied(sentence)}</p>
      ))}
      <p className={sheet.quiet}>{say('analysis.reading.asked')}</p>
      {main.persons === null ? null : <p className={sheet.quiet}>{say('analysis.status.base', { persons: main.persons })}</p>}
    </section>
  );
  return (
    <div className={styles.reading}>
      {isStopped ? null : reading}
      <section>
        <h2>{say('analysis.check.title')}</h2>
        <ul className={styles.checks}>
          {unique.length === 0 ? (
            <li>
              <Icon name="done" tone="good" />
              <span>{say('analysis.check.ok')}</span>
            </li>
          ) : null}
          {unique.map(([text, { id }]) => (
            <li key={text}>
              <Icon
                name={id === 'analysis.finding.hidden' ? 'insideView' : id === 'analysis.finding.sameAnswers' ? 'softCheck' : 'stopped'}
                tone={id === 'analysis.finding.hidden' || id === 'analysis.finding.sameAnswers' ? 'warn' : 'bad'}
              />
              <span>{tied(text)}</span>
            </li>
          ))}
        </ul>
      </section>
      {ways.length === 0 ? null : <WayList projectId={projectId} title={say('analysis.ways.title')} ways={ways} />}
      {isStopped ? reading : null}
      {looks.length === 0 ? null : <WayList isQuiet projectId={projectId} title={say('analysis.look.title')} ways={looks} />}
      {children}
    </div>
  );
}
