import type { RoundSheet, RoundsTarget } from '../../../shared/model/survey-import.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { readValue, type MappingRow } from './mapping-rows.ts';
import { UnreadValues } from './UnreadValues.tsx';
import type { useSurveyImport } from './use-survey-import.ts';

/** Which question of the repeat a column of rounds is, and the values of it that are none of its options. */
export function RoundColumn({
  row,
  sheet,
  target,
  survey,
}: {
  readonly row: MappingRow;
  readonly sheet: RoundSheet;
  readonly target: RoundsTarget;
  readonly survey: ReturnType<typeof useSurveyImport>;
}) {
  const say = useText();
  const content = useContent();
  const [column = 0] = row.columns;
  const taken = new Set(sheet.links.flatMap(({ questionId, key }) => (key === row.id ? [] : [questionId])));
  const options = [
    { id: 'none', label: say('exchange.import.role.skip') },
    ...target.questions.map(({ id, number, wording }) => ({
      id: String(id),
      label: `${number}. ${content(wording)}`,
      detail: taken.has(id) ? say('exchange.match.taken') : '',
    })),
  ];
  const choose = (id: string): void => {
    const questionId = target.questions.find((question) => question.id === id)?.id ?? null;
    void survey.linkRounds(sheet, { column, questionId });
  };
  const read = (value: string, code: number | null): void => {
    const mapping = readValue(sheet.mapping, row.id, value, code);
    const unread = sheet.unread.filter((one) => one.key !== row.id || one.value !== value);
    void survey.settleRounds(sheet, { ...sheet, mapping, unread });
  };
  return (
    <>
      <Select
        help={row.link === null ? undefined : say(`exchange.match.basis.${row.link.basis}`)}
        label={row.label === '' ? say('exchange.import.columnNumber', { number: column + 1 }) : row.label}
        onChange={choose}
        options={options}
        value={row.link?.questionId ?? 'none'}
      />
      <UnreadValues onRead={read} row={row} />
    </>
  );
}
