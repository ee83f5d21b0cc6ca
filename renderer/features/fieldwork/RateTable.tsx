import { useState } from 'react';
import type { WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import { percentOf, responseRates, type Outcomes, type ResponseRates } from '../../../shared/statistics/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './fieldwork.module.css';
import { outcomesOf } from './wave-outcomes.ts';

type Rate = keyof Omit<ResponseRates, 'eligibleShare'>;

/** What most reports print; the others behind a button. */
const shown: readonly Rate[] = ['rr1', 'rr2', 'coop1', 'ref1', 'con1'];
const others: readonly Rate[] = ['rr3', 'rr4', 'rr5', 'rr6', 'coop2', 'coop3', 'coop4', 'ref2', 'ref3', 'con2', 'con3'];
const outcomes: readonly (keyof Outcomes)[] = ['complete', 'partial', 'refused', 'notReached', 'other', 'unknown', 'notEligible'];

interface RateTableProps {
  readonly waves: readonly WaveFigures[];
  readonly partialFrom: number;
  readonly completeFrom: number;
}

/** Outcomes and rates (AAPOR), a column per wave. Where nobody was listed there is no rate, only who took part. */
export function RateTable({ waves, partialFrom, completeFrom }: RateTableProps) {
  const say = useText();
  const language = useLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const columns = waves.map((wave) => {
    const found = outcomesOf(wave);
    return { wave, found, rates: responseRates(found) };
  });
  const percent = (share: number | null, hasList: boolean): string => {
    if (!hasList) return '.';
    if (share === null) return '..';
    // A share of whole persons: rounded as every other percentage, on whole numbers.
    const scaled = Math.round(share * 1_000_000);
    return say('fieldwork.figures.percent', { p: formatNumber(percentOf(scaled, 1_000_000), language) });
  };
  const number = (n: number): string => formatNumber(n, language);
  return (
    <div className={styles.frame}>
      <table className={styles.figures}>
        <caption>{say('fieldwork.figures.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('fieldwork.figures.what')}</th>
            {columns.map(({ wave }) => (
              <th key={wave.waveId} scope="col">
                {wave.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr data-strong>
            <th scope="row">{say('fieldwork.figures.asked')}</th>
            {columns.map(({ wave }) => (
              <td key={wave.waveId}>{wave.hasList ? number(wave.asked) : '.'}</td>
            ))}
          </tr>
          {outcomes.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{say(`fieldwork.outcome.${outcome}`)}</th>
              {columns.map(({ wave, found }) => (
                <td key={wave.waveId}>{wave.hasList ? number(found[outcome]) : '.'}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{say('fieldwork.figures.unlisted')}</th>
            {columns.map(({ wave }) => (
              <td key={wave.waveId}>{number(wave.unlisted)}</td>
            ))}
          </tr>
          {[...shown, ...(showsAll ? others : [])].map((rate) => (
            <tr data-strong={rate === 'rr1' || undefined} key={rate}>
              <th scope="row">{say(`fieldwork.rate.${rate}`)}</th>
              {columns.map(({ wave, rates }) => (
                <td key={wave.waveId}>{percent(rates[rate], wave.hasList)}</td>
              ))}
            </tr>
          ))}
          {showsAll ? (
            <tr>
              <th scope="row">{say('fieldwork.figures.eligibleShare')}</th>
              {columns.map(({ wave, rates }) => (
                <td key={wave.waveId}>{percent(rates.eligibleShare, wave.hasList)}</td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
      <p className={styles.lead}>{say('fieldwork.figures.method', { partial: partialFrom, complete: completeFrom })}</p>
      <p className={styles.quiet}>{say('fieldwork.figures.signs')}</p>
      <Button onPress={() => setShowsAll(!showsAll)} size="bar" variant="quiet">
        {say(showsAll ? 'fieldwork.figures.fewerRates' : 'fieldwork.figures.allRates')}
      </Button>
    </div>
  );
}
