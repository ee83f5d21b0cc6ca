import { exhibitWords } from '../../../shared/charts/index.ts';
import type { JointView } from '../../../shared/contract/patterns.ts';
import { ThemeId, type ProjectId, type VariableId } from '../../../shared/model/ids.ts';
import type { ReleasedCell } from '../../../shared/model/exhibit.ts';
import { client } from '../../lib/client.ts';
import { useText, type Say } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { ExhibitNotes } from '../analysis/index.ts';
import type { Themes } from '../themes/index.ts';
import { JudgementCell } from './JudgementCell.tsx';
import styles from './patterns.module.css';

interface JointTableProps {
  readonly joint: JointView;
  readonly themes: Themes;
  readonly projectId: ProjectId;
  readonly variableId: VariableId;
  readonly question: string;
}

function shareOf(cell: ReleasedCell, say: Say): { readonly text: string; readonly interval: string } {
  switch (cell.state) {
    case 'shown':
      return { text: `${cell.percent} %`, interval: cell.low === null || cell.high === null ? '' : `${cell.low}–${cell.high}` };
    case 'words':
      return { text: say(`charts.cell.${cell.words}`), interval: '' };
    case 'hidden':
      return { text: ':', interval: '' };
    default:
      return { text: '..', interval: '' };
  }
}

/** One line per theme: its share in each group of scores, a cleared quote, and what the two say together. */
export function JointTable({ joint, themes, projectId, variableId, question }: JointTableProps) {
  const say = useText();
  const save = useSave();
  const { released } = joint.view;
  const labels = new Map(released.columns.map(({ key, label }) => [key, label]));
  const judgements = new Map(joint.judgements.map((each) => [each.themeId as string, each]));
  return (
    <section>
      <p className={styles.question}>{question}</p>
      <p className={styles.sentence}>
        {say('patterns.joint.said')}{' '}
        {joint.topBox === null ? null : (
          <strong>{say('patterns.joint.top', { ...joint.topBox, group: labels.get(joint.topKey) ?? '' })}</strong>
        )}
      </p>
      {joint.tooSmall.length === 0 ? null : (
        <Banner icon="stopped" title={say('patterns.joint.tooSmall', { groups: joint.tooSmall.join(', ') })} tone="warn" />
      )}
      <div className={styles.frame}>
        <table className={styles.joint}>
          <thead>
            <tr>
              <th scope="col">{say('charts.table.theme')}</th>
              {released.columns.map(({ key, label, base }) => (
                <th className={styles.group} key={key} scope="col">
                  {label}
                  <span className={styles.base}>n = {base?.n ?? ':'}</span>
                </th>
              ))}
              <th scope="col">{say('patterns.joint.quote')}</th>
              <th scope="col">{say('patterns.joint.inference')}</th>
            </tr>
          </thead>
          <tbody>
            {released.rows.map((row) => {
              const quote = joint.quotes.find(({ themeId }) => themeId === row.key);
              const judgement = judgements.get(row.key);
              return (
                <tr key={row.key}>
                  <th data-indent={Math.min(2, row.indent ?? 0)} scope="row">
                    {row.label}
                  </th>
                  {row.cells.map((cell, at) => {
                    const { text, interval } = shareOf(cell, say);
                    return (
                      <td className={styles.group} key={released.columns[at]?.key ?? at}>
                        {text} <span className={styles.interval}>{interval}</span>
                      </td>
                    );
                  })}
                  <td className={styles.quote}>
                    {quote === undefined ? (
                      <span className={styles.quiet}>{say('patterns.joint.noQuote')}</span>
                    ) : (
                      <>
                        <q lang={quote.language}>{quote.body}</q> <span className={styles.quiet}>{labels.get(quote.group)}</span>
                      </>
                    )}
                  </td>
                  <td className={styles.judgement}>
                    <JudgementCell
                      inference={judgement?.inference ?? null}
                      onSave={(change) =>
                        save(() => client.patterns.judge({ projectId, variableId, themeId: ThemeId.parse(row.key), ...change }))
                      }
                      theme={themes.nameOf(row.key)}
                      words={judgement?.words ?? ''}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ExhibitNotes exhibit={released} hasChart={false} words={exhibitWords(released, say)} />
    </section>
  );
}
