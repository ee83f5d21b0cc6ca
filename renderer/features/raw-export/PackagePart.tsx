import type { RawCheck } from '../../../shared/contract/raw-export.ts';
import type { VariableId } from '../../../shared/model/ids.ts';
import { useState } from 'react';
import { useContent, useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import type { RawOrder } from './raw-order.ts';
import styles from './RawExport.module.css';

interface PackagePartProps {
  readonly order: RawOrder;
  readonly onChange: (order: RawOrder) => void;
  readonly check: RawCheck | undefined;
  readonly isTried: boolean;
}

const levels = { none: 'none', county: 'county', municipality: 'municipality', 'as-recorded': 'asRecorded' } as const;
const licences = { none: 'none', 'CC0-1.0': 'cc0', 'CC-BY-4.0': 'ccBy', own: 'own' } as const;

type Question = { readonly id: VariableId; readonly label: RawCheck['columns'][number]['label'] };

function questionsIn(check: RawCheck | undefined): readonly Question[] {
  return (check?.columns ?? []).flatMap(({ id, label }) => (id === 'place' || id === 'service' || id === 'wave' ? [] : [{ id, label }]));
}

/** What data that are given away hold: how coarse the place is, which questions, under which licence. */
export function PackagePart({ order, onChange, check, isTried }: PackagePartProps) {
  const say = useText();
  const content = useContent();
  // A question that is left out is no longer in the check; it must stay in sight to be taken in again.
  const [seen, setSeen] = useState<readonly Question[]>([]);
  const fresh = questionsIn(check).filter(({ id }) => seen.every((known) => known.id !== id));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const { leftOut, placeLevel, withService, licence, licenceWords } = order;
  const isIn = (id: VariableId): boolean => !leftOut.includes(id);
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={say('rawExport.placeLevel')}
          onChange={(level) => onChange({ ...order, placeLevel: level })}
          options={(Object.keys(levels) as (keyof typeof levels)[]).map((id) => ({ id, label: say(`rawExport.placeLevel.${levels[id]}`) }))}
          value={placeLevel}
        />
        <Select
          label={say('rawExport.licence')}
          onChange={(kind) => onChange({ ...order, licence: kind })}
          options={(Object.keys(licences) as (keyof typeof licences)[]).map((id) => ({
            id,
            label: say(`rawExport.licence.${licences[id]}`),
          }))}
          value={licence}
        />
      </div>
      {licence === 'own' ? (
        <TextField
          label={say('rawExport.licence.words')}
          maxLength={500}
          onChange={(words) => onChange({ ...order, licenceWords: words })}
          value={licenceWords}
          {...(isTried && licenceWords.trim() === '' ? { error: say('rawExport.licence.wordsNeeded') } : {})}
        />
      ) : null}
      <Checkbox isSelected={withService} onChange={(isSelected) => onChange({ ...order, withService: isSelected })}>
        {say('rawExport.withService')}
      </Checkbox>
      <details className={styles.more}>
        <summary>{say('rawExport.questions', { count: seen.filter(({ id }) => isIn(id)).length, of: seen.length })}</summary>
        <div className={styles.known}>
          {seen.map(({ id, label }) => (
            <Checkbox
              isSelected={isIn(id)}
              key={id}
              onChange={(isSelected) =>
                onChange({ ...order, leftOut: isSelected ? leftOut.filter((other) => other !== id) : [...leftOut, id] })
              }
            >
              {content(label)}
            </Checkbox>
          ))}
        </div>
      </details>
    </>
  );
}
