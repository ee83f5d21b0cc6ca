import type { RawCheck } from '../../../shared/contract/raw-export.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { standsOut } from './raw-order.ts';
import styles from './RawExport.module.css';

interface RawCheckPartProps {
  readonly check: RawCheck;
  readonly onKnown: (known: RawCheck['columns'][number]['id'][]) => void;
  readonly isAccepted: boolean;
  /** Data that are given away: they are refused when somebody stands out, and nobody can let them through. */
  readonly isPackage: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
  /** Somebody has tried to go on without having accepted. */
  readonly isTried: boolean;
}

/** Codes that fit on some lines; the rest is as bad. */
const shownCodes = 12;

/** Who can be recognised in the files by what others may know, and whether they may leave all the same. */
export function RawCheckPart({ check, onKnown, isAccepted, isPackage, onAccept, isTried }: RawCheckPartProps) {
  const say = useText();
  const content = useContent();
  const { columns, smallest, underThreshold, underMinimum, threshold, minimumBase, uniques, oneAnswer } = check;
  const isBad = standsOut(check);
  const codes = uniques.codes.slice(0, shownCodes).join(', ');
  const [first] = oneAnswer;
  return (
    <section className={styles.check}>
      <h3 className={styles.heading}>{say('rawExport.check')}</h3>
      <StatusText icon={underThreshold > 0 ? 'softCheck' : 'done'} tone={underThreshold > 0 ? 'bad' : 'good'}>
        {underThreshold > 0
          ? say('rawExport.check.bad', { count: underThreshold, threshold, k: smallest })
          : say('rawExport.check.good', { k: smallest })}
      </StatusText>
      <ul className={styles.findings}>
        {uniques.count === 0 ? null : (
          <li>
            {say('rawExport.check.uniques', {
              count: uniques.count,
              codes: uniques.count > shownCodes ? say('rawExport.check.more', { codes }) : codes,
            })}
          </li>
        )}
        {underThreshold === 0 && underMinimum > 0 ? (
          <li>{say('rawExport.check.near', { count: underMinimum, minimum: minimumBase })}</li>
        ) : null}
        {check.isNearlyEverybody && uniques.count > 0 ? <li>{say('rawExport.check.everybody')}</li> : null}
        {first === undefined ? null : (
          <li>
            {say('rawExport.check.oneAnswer', { question: content(first.label), persons: first.persons })}{' '}
            {oneAnswer.length > 1 ? say('rawExport.check.moreAnswers', { count: oneAnswer.length - 1 }) : null}
          </li>
        )}
      </ul>
      <details>
        <summary>{say('rawExport.check.known')}</summary>
        <div className={styles.known}>
          {columns.map(({ id, label, isKnown }) => (
            <Checkbox
              isSelected={isKnown}
              key={id}
              onChange={(isSelected) => onKnown(columns.flatMap((each) => ((each.id === id ? isSelected : each.isKnown) ? [each.id] : [])))}
            >
              {content(label)}
            </Checkbox>
          ))}
        </div>
      </details>
      {isPackage && check.records < minimumBase ? (
        <StatusText icon="softCheck" tone="bad">
          {say('rawExport.check.few', { records: check.records, minimum: minimumBase })}
        </StatusText>
      ) : null}
      {isPackage && isBad ? (
        <StatusText icon="softCheck" tone="bad">
          {say('rawExport.check.stops')}
        </StatusText>
      ) : null}
      {isBad && !isPackage ? (
        <Checkbox isSelected={isAccepted} onChange={onAccept}>
          {say('rawExport.accept')}
        </Checkbox>
      ) : null}
      {isBad && !isPackage && isTried && !isAccepted ? (
        <StatusText icon="softCheck" tone="bad">
          {say('rawExport.acceptNeeded')}
        </StatusText>
      ) : null}
    </section>
  );
}
