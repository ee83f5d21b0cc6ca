import type { SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingsFacts } from './CodingsFacts.tsx';
import { toFields, type FieldValues } from './import-fields.ts';
import styles from './Import.module.css';
import { OwnCodesFacts } from './OwnCodesFacts.tsx';
import { ProblemList } from './ProblemList.tsx';
import { ReportPeople } from './ReportPeople.tsx';
import { ReportQuestions } from './ReportQuestions.tsx';
import { ReportRounds } from './ReportRounds.tsx';
import { ReportValues } from './ReportValues.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';
import type { useSurveyImport } from './use-survey-import.ts';

/** What the import will do, counted on every row before anything is written; and the way to do it. */
export function ImportReport({
  survey,
  inspection,
  mapping,
  values,
  onValues,
  onBack,
}: {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly inspection: SurveyFileInspection;
  readonly mapping: SurveyMapping;
  readonly values: FieldValues;
  readonly onValues: (change: Partial<FieldValues>) => void;
  readonly onBack: () => void;
}) {
  const say = useText();
  const title = useHeadingFocus();
  const { trial, matching, fileName } = survey.state;
  const fields = toFields(values, mapping, matching);
  const target = trial?.target ?? null;
  const people = target?.people ?? null;
  const count =
    people === null
      ? inspection.rowCount - inspection.blankRowCount - (trial?.ownCodes.withdrawn ?? 0)
      : people.added + people.returning + people.changed;
  // Only a questionnaire that is here, asked as it was, can have them.
  const roundsLeftOut = target === null || values.way === 'version' ? inspection.roundSheets : [];
  const isChangeOnly = people !== null && people.changed > 0 && people.changed === count;
  const isStopped = trial !== null && trial.problemCount > 0 && values.problems === 'refuse';
  const reason = count === 0 ? say('exchange.report.nothingNew') : isStopped ? say('exchange.report.stopped') : undefined;
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button onPress={onBack}>{say('exchange.report.back')}</Button>
            <Button
              isDisabled={trial === null || fields === null || reason !== undefined}
              onPress={() => (fields === null ? undefined : void survey.importAll(fields))}
              reason={reason}
              variant="main"
            >
              {say(isChangeOnly ? 'exchange.report.change' : 'exchange.import.go', { count })}
            </Button>
          </>
        }
        facts={say('exchange.import.facts', {
          file: fileName ?? '',
          format: inspection.format.toUpperCase(),
          rows: say('exchange.reading.rows', { rows: inspection.rowCount, blank: inspection.blankRowCount }),
        })}
        title={say('exchange.report.title')}
        titleRef={title}
      />
      {trial === null ? (
        <LoadingState>{say('exchange.import.trying')}</LoadingState>
      ) : (
        <div className={styles.report}>
          {trial.problemCount === 0 ? null : (
            <ProblemList
              count={trial.problemCount}
              onRule={(problems) => onValues({ problems })}
              problems={trial.problems}
              rule={values.problems}
              title={say('exchange.import.problems', { count: trial.problemCount })}
            />
          )}
          {target === null ? (
            <section aria-labelledby="report-people" className={styles.reportPart}>
              <h2 id="report-people">{say('exchange.report.people')}</h2>
              <p className={styles.reportLine}>{say('exchange.report.ownQuestionnaire', { count, questions: mapping.questions.length })}</p>
              <OwnCodesFacts codes={trial.ownCodes} />
            </section>
          ) : (
            <>
              <ReportPeople people={target.people} />
              <ReportValues report={target} />
              <ReportRounds rounds={target.rounds} />
              <ReportQuestions mapping={mapping} report={target} />
            </>
          )}
          {roundsLeftOut.length === 0 ? null : (
            <p className={styles.reportLine}>
              {say('exchange.rounds.note', { count: roundsLeftOut.length, sheets: roundsLeftOut.join(', ') })}
            </p>
          )}
          {trial.codings === null ? null : <CodingsFacts report={trial.codings} />}
          <p className={styles.hint}>{say('exchange.report.safe')}</p>
        </div>
      )}
    </>
  );
}
