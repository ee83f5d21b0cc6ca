import type { SaidValue, TargetReport } from '../../../shared/model/survey-import.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import styles from './Import.module.css';

/** What happens to answers that stand, with the first pairs of different ones; and what the questionnaire's rules make of the file's. */
export function ReportValues({ report }: { readonly report: TargetReport }) {
  const say = useText();
  const language = useLanguage();
  const { values, states } = report;
  const number = (count: number): string | null => (count === 0 ? null : formatNumber(count, language));
  const facts = [
    ...(['filled', 'same', 'replaced', 'kept'] as const).map((kind) => ({
      name: say(`exchange.report.values.${kind}`),
      value: number(values[kind]),
    })),
    ...(['parked', 'toConfirm'] as const).map((kind) => ({ name: say(`exchange.report.states.${kind}`), value: number(states[kind]) })),
  ];
  const changes = values.replaced + values.kept;
  if (facts.every(({ value }) => value === null)) return null;
  return (
    <section aria-labelledby="report-values" className={styles.reportPart}>
      <h2 id="report-values">{say('exchange.report.values')}</h2>
      <Facts facts={facts} />
      {values.listed.length === 0 ? null : (
        <>
          <table aria-label={say('exchange.report.differences', { count: changes })} className={styles.differences}>
            <thead>
              <tr>
                <th scope="col">{say('exchange.report.person')}</th>
                <th scope="col">{say('exchange.import.question')}</th>
                <th scope="col">{say('exchange.report.before')}</th>
                <th scope="col">{say('exchange.report.after')}</th>
                <th scope="col">{say('exchange.report.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {values.listed.map((change) => (
                <tr key={`${change.row} ${change.questionId}`}>
                  <th scope="row">{change.code}</th>
                  <td>{change.number}</td>
                  <td data-lost={change.isReplaced || undefined}>
                    <Said value={change.before} />
                  </td>
                  <td data-lost={!change.isReplaced || undefined}>
                    <Said value={change.after} />
                  </td>
                  <td>{say(change.isReplaced ? 'exchange.report.isReplaced' : 'exchange.report.isKept')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes > values.listed.length ? <p>{say('exchange.import.problemsMore', { count: changes - values.listed.length })}</p> : null}
        </>
      )}
    </section>
  );
}

const reasonMessages = {
  'dont-know': 'interviews.reason.dontKnow',
  'prefer-not-to-say': 'interviews.reason.preferNotToSay',
  'not-applicable': 'interviews.reason.notApplicable',
  illegible: 'interviews.reason.illegible',
  skipped: 'interviews.reason.skipped',
} as const;

function Said({ value }: { readonly value: SaidValue }) {
  const say = useText();
  return value.reason === null ? value.text : <em>{say(reasonMessages[value.reason])}</em>;
}
