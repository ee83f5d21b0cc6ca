import type { Ref } from 'react';
import type { MappingTrial } from '../../../shared/contract/exchange.ts';
import { DateForm, type SurveyMapping } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { CodingsFields } from './CodingsFields.tsx';
import { ColumnContents } from './ColumnContents.tsx';
import styles from './Import.module.css';
import { LinkField } from './LinkField.tsx';
import { columnRange, readValue, rolesFor, withDirection, withQuestion, type MappingRow } from './mapping-rows.ts';
import { UnreadValues } from './UnreadValues.tsx';
import type { useSurveyImport } from './use-survey-import.ts';

const directions = ['lowToHigh', 'highToLow', 'none'] as const;

/** All about one line of the preview, and the place to correct it. */
export function ColumnPane({
  row,
  mapping,
  trial,
  survey,
  paneRef,
  onClose,
}: {
  readonly row: MappingRow;
  readonly mapping: SurveyMapping;
  readonly trial: MappingTrial | null;
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly paneRef: Ref<HTMLDivElement>;
  readonly onClose: () => void;
}) {
  const say = useText();
  const { question, link } = row;
  const key = question?.key ?? '';
  const { matching } = survey.state;
  // A question of the questionnaire is what it is there; the file decides about its own.
  const isOwn = matching === null || row.codings !== null || (link !== null && link.questionId === null);
  const setDateForm = (dateForm: DateForm): void =>
    void survey.remap(withQuestion(mapping, key, (old) => (old.kind === 'date' ? { ...old, dateForm, ambiguous: false } : old)));
  return (
    <div className={styles.pane} onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)} ref={paneRef}>
      <div className={styles.paneHead}>
        <h2>{say('exchange.import.columns', { range: columnRange(row.columns), count: row.columns.length })}</h2>
        <IconButton icon="close" label={say('exchange.import.closePane')} onPress={onClose} />
      </div>
      {matching === null || row.codings !== null ? null : <LinkField matching={matching} row={row} survey={survey} />}
      {link?.isSure !== false ? null : (
        <div>
          <Button icon="done" onPress={() => survey.accept(row.id)} size="bar">
            {say('exchange.match.accept')}
          </Button>
        </div>
      )}
      {isOwn ? (
        <Select
          label={say('exchange.import.role')}
          onChange={(role) => void survey.assign(row.columns[0] ?? 0, role)}
          options={rolesFor(row).map((id) => ({ id, label: say(`exchange.import.role.${id}`) }))}
          value={row.role}
        />
      ) : null}
      {question === null || !isOwn ? null : (
        // The draft counts when the field is left, so that the list does not change with every letter.
        <TextArea
          defaultValue={question.label}
          key={`${question.key} ${question.label}`}
          label={say('exchange.import.question')}
          onBlur={(event) => {
            const label = event.target instanceof HTMLTextAreaElement ? event.target.value.trim().replaceAll(/\s+/gu, ' ') : '';
            if (label !== '' && label !== question.label) survey.reword(withQuestion(mapping, key, (old) => ({ ...old, label })));
          }}
        />
      )}
      {question?.kind !== 'closed' || !isOwn ? null : (
        <Select
          help={say('exchange.import.direction.help')}
          label={say('exchange.import.direction')}
          onChange={(direction) => void survey.remap(withDirection(mapping, key, direction))}
          options={directions.map((id) => ({ id, label: say(`exchange.import.direction.${id}`) }))}
          value={question.scale?.direction ?? 'none'}
        />
      )}
      {question?.kind !== 'date' ? null : (
        <Select
          caution={question.ambiguous ? say('exchange.import.dateAmbiguous') : undefined}
          label={say('exchange.import.dateForm')}
          onChange={setDateForm}
          options={DateForm.options.map((id) => ({ id, label: say(`exchange.import.dateForm.${id}`) }))}
          value={question.dateForm}
        />
      )}
      {row.codings === null ? null : <CodingsFields codings={row.codings} mapping={mapping} survey={survey} trial={trial} />}
      <UnreadValues onRead={(value, code) => void survey.settle(readValue(mapping, key, value, code), value)} row={row} />
      <ColumnContents row={row} trial={trial} />
    </div>
  );
}
