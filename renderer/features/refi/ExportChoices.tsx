import type { RefiChoices } from '../../../shared/contract/refi.ts';
import type { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './refi.module.css';

type Facts = Awaited<ReturnType<typeof orpc.refi.exportFacts.call>>;

interface ExportChoicesProps {
  readonly choices: RefiChoices;
  readonly onChange: (choices: RefiChoices) => void;
  /** Undefined while it is worked out. */
  readonly facts: Facts | undefined;
  readonly acceptsRisk: boolean;
  readonly onAccept: (accepts: boolean) => void;
  /** Somebody has tried to go on: say what is missing. */
  readonly isTried: boolean;
}

const parts = ['answers', 'values', 'remarks', 'documents', 'minutes'] as const;

/** What goes along, and whether somebody can be recognised by it. */
export function ExportChoices({ choices, onChange, facts, acceptsRisk, onAccept, isTried }: ExportChoicesProps) {
  const say = useText();
  const identifiers = facts?.identifiers ?? 0;
  const risk = facts?.risk ?? null;
  const box = (part: keyof RefiChoices, label: string) => (
    <Checkbox isSelected={choices[part]} key={part} onChange={(isSelected) => onChange({ ...choices, [part]: isSelected })}>
      {label}
    </Checkbox>
  );
  return (
    <>
      <fieldset className={styles.parts}>
        <legend>{say('refi.export.include')}</legend>
        {parts.map((part) => box(part, say(`refi.export.${part}`)))}
        {identifiers === 0 ? null : box('identifiers', say('refi.export.identifiers', { count: identifiers }))}
      </fieldset>
      {risk === null ? null : (
        <div className={styles.risk}>
          <StatusText icon={risk.standsOut ? 'softCheck' : 'done'} tone={risk.standsOut ? 'bad' : 'good'}>
            {risk.standsOut
              ? say('refi.export.risk', { under: risk.underThreshold, threshold: risk.threshold, k: risk.smallest })
              : say('refi.export.noRisk', { k: risk.smallest })}
          </StatusText>
          {risk.standsOut ? (
            <Checkbox isSelected={acceptsRisk} onChange={onAccept}>
              {say('refi.export.accept')}
            </Checkbox>
          ) : null}
          {risk.standsOut && isTried && !acceptsRisk ? (
            <StatusText icon="softCheck" tone="bad">
              {say('refi.export.acceptNeeded')}
            </StatusText>
          ) : null}
        </div>
      )}
    </>
  );
}
