import { useEffect, useRef, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { WithdrawalReach } from '../../../shared/contract/fieldwork-withdrawal.ts';
import { hasCaret, isCommand } from '../../lib/commands.tsx';
import { formatDay } from '../../lib/format.ts';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './fieldwork.module.css';

export interface WithdrawChoiceProps {
  readonly reach: WithdrawalReach;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
  readonly onErase: (typedCode: string, withBackups: boolean) => void;
}

type Way = 'withdraw' | 'erase';

/** `1` out of the analysis now, which can be undone; `2` erase, which cannot, and therefore asks for the code. */
export function WithdrawChoice({ reach, isBusy, onWithdraw, onErase }: WithdrawChoiceProps) {
  const say = useText();
  const language = useLanguage();
  const first = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const isOut = reach.withdrawnAt !== null;
  const [way, setWay] = useState<Way | null>(null);
  const [typed, setTyped] = useState('');
  const [withBackups, setWithBackups] = useState(false);
  const isRight = typed.trim().toLocaleLowerCase('nb') === reach.code.toLocaleLowerCase('nb');
  useEffect(() => {
    if (way === 'erase') field.current?.focus();
  }, [way]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isBusy || reach.erasedAt !== null || reach.isAnonymised) return;
      if (isCommand(event, 'entry.done') && way === 'erase' && isRight) {
        event.preventDefault();
        onErase(typed, withBackups);
      } else if (!hasCaret(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (event.key === '1' && !isOut) setWay('withdraw');
        else if (event.key === '2') setWay('erase');
        else if (event.key === 'Enter' && way === 'withdraw' && !(event.target instanceof HTMLButtonElement)) onWithdraw();
        else return;
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  if (reach.erasedAt !== null)
    return <p className={styles.lead}>{say('fieldwork.withdraw.isErased', { date: formatDay(reach.erasedAt, language) })}</p>;
  if (reach.isAnonymised) return <p className={styles.lead}>{say('error.anonymised')}</p>;
  return (
    <section aria-labelledby="ways" className={styles.section}>
      <h2 className={styles.heading} id="ways">
        {say('fieldwork.withdraw.ways')}
      </h2>
      <p className={styles.lead}>
        {reach.possibleUntil === null
          ? say('fieldwork.withdraw.possible')
          : say('fieldwork.withdraw.possibleUntil', { date: formatDay(reach.possibleUntil, language) })}
        {isOut ? ` ${say('fieldwork.withdraw.isOut', { date: formatDay(reach.withdrawnAt ?? '', language) })}` : ''}
      </p>
      {isOut ? null : (
        <button aria-pressed={way === 'withdraw'} className={styles.choice} onClick={() => setWay('withdraw')} ref={first} type="button">
          <span className={styles.choiceTitle}>
            <Keycap isSilent keys="1" /> {say('fieldwork.withdraw.now')}
          </span>
          <span className={styles.choiceHelp}>{say('fieldwork.withdraw.nowHelp')}</span>
        </button>
      )}
      <button aria-pressed={way === 'erase'} className={styles.choice} onClick={() => setWay('erase')} type="button">
        <span className={styles.choiceTitle}>
          <Keycap isSilent keys="2" /> {say('fieldwork.withdraw.erase')}
        </span>
        <span className={styles.choiceHelp}>{say('fieldwork.withdraw.eraseHelp')}</span>
      </button>
      {way === 'withdraw' ? (
        <div className={styles.actions}>
          <Button isDisabled={isBusy} kbd={printedKey('Enter', platform)} onPress={onWithdraw} variant="main">
            {say('fieldwork.withdraw.now')}
          </Button>
        </div>
      ) : null}
      {way === 'erase' ? (
        <>
          <TextField
            help={say('fieldwork.withdraw.typeHelp', { code: reach.code })}
            inputRef={field}
            label={say('fieldwork.withdraw.type')}
            length={10}
            onChange={setTyped}
            value={typed}
          />
          {reach.backups.length === 0 ? null : (
            <Checkbox help={say('fieldwork.withdraw.withBackupsHelp')} isSelected={withBackups} onChange={setWithBackups}>
              {say('fieldwork.withdraw.withBackups', { count: reach.backups.length })}
            </Checkbox>
          )}
          <div className={styles.actions}>
            <Button
              isDanger
              isDisabled={!isRight || isBusy}
              kbd={printedKey('Mod+Enter', platform)}
              onPress={() => onErase(typed, withBackups)}
              variant="main"
            >
              {say('fieldwork.withdraw.eraseNow', { code: reach.code })}
            </Button>
            <span aria-live="polite" className={styles.quiet}>
              {isBusy ? say('fieldwork.withdraw.erasing') : ''}
            </span>
          </div>
        </>
      ) : null}
    </section>
  );
}
