import { cut } from '../../../shared/texts/index.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import type { MappingRow } from './mapping-rows.ts';
import type { Matching } from './survey-state.ts';
import type { useSurveyImport } from './use-survey-import.ts';

const longestLabel = 90;

/** Which question of the questionnaire a line's columns are: one of them, one that is added, the participant code, or none. */
export function LinkField({
  row,
  matching,
  survey,
}: {
  readonly row: MappingRow;
  readonly matching: Matching;
  readonly survey: ReturnType<typeof useSurveyImport>;
}) {
  const say = useText();
  const content = useContent();
  const [column = 0] = row.columns;
  const taken = new Set(matching.links.flatMap(({ questionId, key }) => (questionId === null || key === row.id ? [] : [questionId])));
  const questions = matching.questions.map(({ id, number, wording, lead }) => ({
    id: String(id),
    label: cut(`${number}. ${lead === null ? '' : `${content(lead)} – `}${content(wording)}`, longestLabel),
    detail: taken.has(id) ? say('exchange.match.taken') : '',
  }));
  const others = [
    { id: 'added', label: say('exchange.match.added') },
    { id: 'themes', label: say('exchange.import.role.themes') },
    { id: 'skip', label: say('exchange.import.role.skip') },
    ...(row.columns.length === 1 ? [{ id: 'respondentCode', label: say('exchange.import.role.respondentCode') }] : []),
  ];
  const value = row.link === null ? row.role : (row.link.questionId ?? 'added');
  const choose = (id: string): void => {
    if (id === 'skip' || id === 'respondentCode' || id === 'themes') void survey.assign(column, id);
    else void survey.link(column, matching.questions.find((question) => question.id === id)?.id ?? null);
  };
  return (
    <Select
      help={row.link === null ? undefined : say(`exchange.match.basis.${row.link.basis}`)}
      label={say('exchange.match.becomes')}
      onChange={choose}
      options={[...others, ...questions]}
      value={value}
    />
  );
}
