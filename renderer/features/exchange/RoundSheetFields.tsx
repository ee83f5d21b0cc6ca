import type { RoundSheet, RoundsOf, RoundsTarget } from '../../../shared/model/survey-import.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './Import.module.css';
import { roundRows } from './mapping-rows.ts';
import { RoundColumn } from './RoundColumn.tsx';
import { acceptedSheet, isUnsure, type Matching } from './survey-state.ts';
import type { useSurveyImport } from './use-survey-import.ts';

/** One sheet of rounds: what it holds the rounds of, and which question each of its columns is. */
export function RoundSheetFields({
  sheet,
  matching,
  survey,
}: {
  readonly sheet: RoundSheet;
  readonly matching: Matching;
  readonly survey: ReturnType<typeof useSurveyImport>;
}) {
  const say = useText();
  const content = useContent();
  const target = matching.repeats.find(({ of }) => of === sheet.of);
  const nameOf = ({ of, number, wording }: RoundsTarget): string =>
    of === 'persons' ? say('exchange.rounds.persons') : `${number}. ${content(wording)}`;
  const taken = (of: RoundsOf): boolean => matching.rounds.some((other) => other !== sheet && other.of === of);
  const options = [
    { id: 'none', label: say('exchange.import.role.skip') },
    ...matching.repeats.map((repeat) => ({
      id: String(repeat.of),
      label: nameOf(repeat),
      detail: taken(repeat.of) ? say('exchange.rounds.taken') : '',
    })),
  ];
  const choose = (id: string): void => void survey.linkRounds(sheet, { of: matching.repeats.find(({ of }) => of === id)?.of ?? null });
  return (
    <div aria-label={say('exchange.rounds.sheet', { name: sheet.name, rows: sheet.rowCount })} className={styles.roundSheet} role="group">
      <div className={styles.roundHead}>
        <h3>{say('exchange.rounds.sheet', { name: sheet.name, rows: sheet.rowCount })}</h3>
        {isUnsure(sheet) ? (
          <>
            <StatusText icon="softCheck" tone="warn">
              {say(sheet.of === null ? 'exchange.match.unsure.added' : 'exchange.match.unsure')}
            </StatusText>
            <Button icon="done" onPress={() => void survey.settleRounds(sheet, acceptedSheet(sheet))} size="bar">
              {say('exchange.match.accept')}
            </Button>
          </>
        ) : null}
      </div>
      <Select
        help={sheet.of === null ? say('exchange.rounds.noRepeat') : undefined}
        label={say('exchange.rounds.of')}
        onChange={choose}
        options={options}
        value={sheet.of ?? 'none'}
      />
      {target === undefined ? null : (
        <ul className={styles.roundColumns}>
          {roundRows(sheet, target).map((row) => (
            <li key={row.id}>
              <RoundColumn row={row} sheet={sheet} survey={survey} target={target} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
