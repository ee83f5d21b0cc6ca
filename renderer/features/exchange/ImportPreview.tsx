import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import type { SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import { ColumnPane } from './ColumnPane.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { toFields, type FieldValues } from './import-fields.ts';
import styles from './Import.module.css';
import { mappingRows, withQuestion } from './mapping-rows.ts';
import { ProblemList } from './ProblemList.tsx';
import { ReadingChips } from './ReadingChips.tsx';
import { TargetFields } from './TargetFields.tsx';
import type { useSurveyImport } from './use-survey-import.ts';
import { useHeadingFocus } from './use-heading-focus.ts';

/** Below this width the pane lies over the list, so it waits until it is asked for. */
const wideWindow = 1200;

/** The file as it will come in, before anything is written: how it is read, where it goes, what each column becomes. */
export function ImportPreview({
  survey,
  inspection,
  mapping,
  values,
  onValues,
  onChooseAnother,
}: {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly inspection: SurveyFileInspection;
  readonly mapping: SurveyMapping;
  readonly values: FieldValues;
  readonly onValues: (change: Partial<FieldValues>) => void;
  readonly onChooseAnother: () => void;
}) {
  const say = useText();
  const { state } = survey;
  const title = useHeadingFocus();
  const { trial } = state;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [isPaneOpen, setPaneOpen] = useState(() => window.innerWidth >= wideWindow);
  const paneElement = useRef<HTMLDivElement>(null);
  const table = useRef<DataTableHandle>(null);
  const [paneSize, setPaneSize] = useState<number | undefined>(undefined);
  const openPane = (): void => {
    // By keyboard one goes on into the pane; after a click the list keeps the focus.
    const isByKey = document.activeElement?.matches(':focus-visible') === true;
    flushSync(() => setPaneOpen(true));
    if (isByKey) paneElement.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  const rows = mappingRows(mapping, trial?.tallies ?? [], inspection.sample);
  const row = rows.find(({ id }) => id === currentId) ?? rows[0];
  const count = inspection.rowCount - inspection.blankRowCount;
  const fields = toFields(values, mapping);
  const hasProblems = trial !== null && trial.problemCount > 0;
  const reason = stopReason({
    isTried: trial !== null,
    hasNames: fields !== null,
    hasQuestions: mapping.questions.length > 0,
    isStopped: hasProblems && values.problems === 'refuse',
  });
  const setKey = (key: string | undefined, change: Parameters<typeof withQuestion>[2]): SurveyMapping =>
    key === undefined ? mapping : withQuestion(mapping, key, change);
  const pane =
    row === undefined ? null : (
      <ColumnPane
        onClose={() => {
          setPaneOpen(false);
          table.current?.focusRow(row.id);
        }}
        paneRef={paneElement}
        onDateForm={(dateForm) =>
          void survey.remap(setKey(row.question?.key, (old) => (old.kind === 'date' ? { ...old, dateForm, ambiguous: false } : old)))
        }
        onLabel={(label) => survey.reword(setKey(row.question?.key, (old) => ({ ...old, label })))}
        onRole={(role) => void survey.assign(row.columns[0] ?? 0, role)}
        row={row}
        trial={trial}
      />
    );
  return (
    <SplitPane
      end={{
        label: say('exchange.import.about'),
        handleLabel: say('exchange.import.aboutWidth'),
        children: pane,
        isOpen: isPaneOpen && pane !== null,
        size: paneSize,
        onSizeChange: setPaneSize,
      }}
    >
      <PageHeader
        actions={
          <>
            <Button onPress={onChooseAnother}>{say('exchange.import.chooseAnother')}</Button>
            <Button
              isDisabled={reason !== null || fields === null}
              onPress={() => (fields === null ? undefined : void survey.importAll(fields))}
              variant="main"
            >
              {say('exchange.import.go', { count })}
            </Button>
          </>
        }
        facts={
          <>
            {say('exchange.import.facts', {
              file: state.fileName ?? '',
              format: inspection.format.toUpperCase(),
              rows: say('exchange.reading.rows', { rows: inspection.rowCount, blank: inspection.blankRowCount }),
            })}
            <span className={styles.reason} data-calm={trial === null || undefined} role="status">
              {reason === null ? '' : ` ${say(reason)}`}
            </span>
          </>
        }
        title={say('exchange.import.title')}
        titleRef={title}
      />
      <ReadingChips onChange={(change) => void survey.reread(change)} state={state} />
      {state.busy === null ? null : (
        <div className={styles.rereading}>
          <span role="status">{say('exchange.import.looking', { file: state.fileName ?? '' })}</span>
          <Button onPress={survey.cancel} size="bar">
            {say('app.cancel')}
          </Button>
        </div>
      )}
      <Notes inspection={inspection} />
      <TargetFields mapping={mapping} onChange={onValues} values={values} />
      <div className={styles.table}>
        {mapping === inspection.proposal ? null : (
          <Button onPress={() => void survey.remap(inspection.proposal)} size="bar" variant="quiet">
            {say('exchange.import.reset')}
          </Button>
        )}
        <ColumnTable currentId={row?.id ?? null} onCurrent={setCurrentId} onOpen={openPane} rows={rows} tableRef={table} />
      </div>
      {hasProblems ? (
        <ProblemList
          count={trial.problemCount}
          onRule={(problems) => onValues({ problems })}
          problems={trial.problems}
          rule={values.problems}
          title={say('exchange.import.problems', { count: trial.problemCount })}
        />
      ) : null}
    </SplitPane>
  );
}

function stopReason(facts: {
  readonly isTried: boolean;
  readonly hasNames: boolean;
  readonly hasQuestions: boolean;
  readonly isStopped: boolean;
}) {
  if (!facts.hasQuestions) return 'exchange.import.noQuestions';
  if (!facts.hasNames) return 'exchange.import.nameMissing';
  if (!facts.isTried) return 'exchange.import.trying';
  return facts.isStopped ? 'exchange.import.problemsStop' : null;
}

/** What is unusual about the file and was dealt with. */
function Notes({ inspection }: { readonly inspection: SurveyFileInspection }) {
  const say = useText();
  const notes = [
    ...(inspection.formulasFound > 0 ? [say('exchange.reading.formulas', { count: inspection.formulasFound })] : []),
    ...(inspection.evenedRowCount > 0 ? [say('exchange.reading.evened', { count: inspection.evenedRowCount })] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Icon name="softCheck" size={14} tone="warn" /> {note}
        </li>
      ))}
    </ul>
  );
}
