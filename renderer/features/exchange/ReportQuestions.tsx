import type { Comparability } from '../../../shared/model/questionnaire.ts';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { QuestionChange, TargetReport } from '../../../shared/model/survey-import.ts';
import { formatNumber } from '../../lib/format.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import styles from './Import.module.css';

const kinds: readonly Comparability[] = ['same', 'changed-wording', 'changed-options', 'new'];

/** Of a new version: what has become of every question. And the questions that the file has nothing for. */
export function ReportQuestions({ report, mapping }: { readonly report: TargetReport; readonly mapping: SurveyMapping }) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const { changes, missing } = report;
  const changed = changes.filter(({ comparability }) => comparability === 'changed-wording' || comparability === 'changed-options');
  const count = (kind: Comparability): string | null => {
    const number = changes.filter(({ comparability }) => comparability === kind).length;
    return number === 0 ? null : formatNumber(number, language);
  };
  if (changes.length === 0 && missing.length === 0) return null;
  return (
    <section aria-labelledby="report-questions" className={styles.reportPart}>
      <h2 id="report-questions">{say('exchange.report.questions')}</h2>
      {changes.length === 0 ? null : (
        <Facts facts={kinds.map((kind) => ({ name: say(`exchange.report.change.${kind}`), value: count(kind) }))} />
      )}
      {changed.length === 0 ? null : (
        <>
          <h3>{say('exchange.report.changedQuestions', { count: changed.length })}</h3>
          <ul className={styles.lines}>
            {changed.map((change) => (
              <li key={change.key}>
                <ChangedQuestion change={change} mapping={mapping} />
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length === 0 ? null : (
        <>
          <h3>{say(changes.length === 0 ? 'exchange.report.missing' : 'exchange.report.dropped', { count: missing.length })}</h3>
          <ul className={styles.lines}>
            {missing.map(({ id, number, wording, lead }) => (
              <li key={id}>{`${number}. ${lead === null ? '' : `${content(lead)} – `}${content(wording)}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ChangedQuestion({ change, mapping }: { readonly change: QuestionChange; readonly mapping: SurveyMapping }) {
  const say = useText();
  const question = mapping.questions.find(({ key }) => key === change.key);
  const wording = [question?.group, question?.label].filter((text) => text != null && text !== '').join(' – ');
  return (
    <>
      <span>{wording}</span>
      {change.wordingBefore === '' ? null : (
        <span className={styles.was}>{say('exchange.report.was', { wording: change.wordingBefore })}</span>
      )}
      {change.newOptions.length === 0 ? null : (
        <span className={styles.was}>
          {say('exchange.report.newOptions', { options: change.newOptions.join(', '), count: change.newOptions.length })}
        </span>
      )}
    </>
  );
}
