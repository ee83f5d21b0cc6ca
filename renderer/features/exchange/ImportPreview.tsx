import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ImportPlaces } from '../../../shared/contract/exchange.ts';
import type { SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ColumnPane } from './ColumnPane.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { toFields, type FieldValues } from './import-fields.ts';
import styles from './Import.module.css';
import { mappingRows, nextUnsure } from './mapping-rows.ts';
import { MatchLine } from './MatchLine.tsx';
import { ReadingChips } from './ReadingChips.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { RoundSheets } from './RoundSheets.tsx';
import { isCorrected } from './survey-state.ts';
import { TargetFields } from './TargetFields.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';
import type { useSurveyImport } from './use-survey-import.ts';

/** Below this width the pane lies over the list, so it waits until it is asked for. */
const wideWindow = 1200;

/** The file as it was read, where it goes, and what each column becomes. Nothing is written yet. */
export function ImportPreview({
  survey,
  inspection,
  mapping,
  values,
  places,
  onValues,
  onReport,
  onChooseAnother,
}: {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly inspection: SurveyFileInspection;
  readonly mapping: SurveyMapping;
  readonly values: FieldValues;
  readonly places: ImportPlaces | undefined;
  readonly onValues: (change: Partial<FieldValues>) => void;
  readonly onReport: () => void;
  readonly onChooseAnother: () => void;
}) {
  const say = useText();
  const { state } = survey;
  const { trial, matching } = state;
  const title = useHeadingFocus();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [isPaneOpen, setPaneOpen] = useState(() => window.innerWidth >= wideWindow);
  const [paneSize, setPaneSize] = useState<number | undefined>(undefined);
  const paneElement = useRef<HTMLDivElement>(null);
  const table = useRef<DataTableHandle>(null);
  const rows = mappingRows(mapping, trial?.tallies ?? [], inspection.sample, matching);
  const row = rows.find(({ id }) => id === currentId) ?? rows[0];
  const reason =
    mapping.questions.length === 0
      ? 'exchange.import.noQuestions'
      : toFields(values, mapping, null) === null
        ? 'exchange.import.nameMissing'
        : null;
  const openPane = (): void => {
    // By keyboard one goes on into the pane; after a click the list keeps the focus.
    const isByKey = document.activeElement?.matches(':focus-visible') === true;
    flushSync(() => setPaneOpen(true));
    if (isByKey) paneElement.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  /** Enter takes what is proposed and goes on to the next that is unsure; on what is settled it opens the pane. */
  const acceptOnEnter = (event: KeyboardEvent): void => {
    const isRow = event.target instanceof HTMLTableRowElement;
    if (event.key !== 'Enter' || !isRow || event.ctrlKey || event.metaKey || event.altKey || row?.link?.isSure !== false) return;
    event.preventDefault();
    event.stopPropagation();
    const next = nextUnsure(rows, row.id);
    flushSync(() => survey.accept(row.id));
    if (next !== null) table.current?.focusRow(next.id);
  };
  const pane =
    row === undefined ? null : (
      <ColumnPane
        mapping={mapping}
        onClose={() => {
          setPaneOpen(false);
          table.current?.focusRow(row.id);
        }}
        paneRef={paneElement}
        row={row}
        survey={survey}
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
            <Button isDisabled={reason !== null || state.busy !== null} onPress={onReport} variant="main">
              {say('exchange.import.check')}
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
            <span className={styles.reason} role="status">
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
          <span role="status">
            {say(state.busy.what === 'matching' ? 'exchange.import.matching' : 'exchange.import.looking', { file: state.fileName ?? '' })}
          </span>
          <Button onPress={survey.cancel} size="bar">
            {say('app.cancel')}
          </Button>
        </div>
      )}
      <ReadingNotes hasRounds={matching !== null && values.way !== 'version'} inspection={inspection} />
      <TargetFields mapping={mapping} onChange={onValues} places={places} values={values} />
      {matching === null ? null : <MatchLine matching={matching} onAcceptAll={() => survey.accept(null)} />}
      <div className={styles.table} onKeyDownCapture={acceptOnEnter}>
        {!isCorrected(state) || state.busy !== null ? null : (
          <Button onPress={() => void survey.reset()} size="bar" variant="quiet">
            {say('exchange.import.reset')}
          </Button>
        )}
        <ColumnTable
          currentId={row?.id ?? null}
          hasTarget={matching !== null}
          onCurrent={setCurrentId}
          onOpen={openPane}
          rows={rows}
          tableRef={table}
        />
      </div>
      {matching === null || matching.repeats.length === 0 ? null : <RoundSheets matching={matching} survey={survey} />}
    </SplitPane>
  );
}
