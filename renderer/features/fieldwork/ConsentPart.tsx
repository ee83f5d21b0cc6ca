import { useEffect, useRef, useState } from 'react';
import type { Participant } from '../../../shared/contract/fieldwork-asked.ts';
import { ConsentScope } from '../../../shared/model/participation.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './fieldwork.module.css';

/** What a person agreed to: scope, version, day, how; and taking one of them back. */
export function ConsentPart({ person }: { readonly person: Participant }) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const [isAdding, setAdding] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const close = (): void => {
    setAdding(false);
    title.current?.focus();
  };
  const canChange = person.withdrawnAt === null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading} ref={title} tabIndex={-1}>
        {say('interviews.entry.consent')}
      </h3>
      {person.consents.length === 0 ? <p className={styles.quiet}>{say('interviews.entry.noConsent')}</p> : null}
      <ul className={styles.plain}>
        {person.consents.map((consent) => (
          <li key={consent.id}>
            <span>{say(`interviews.consent.${consent.scope}`)}</span>
            <span className={styles.quiet}>
              {[
                consent.version === '' ? '' : say('fieldwork.consent.version', { version: consent.version }),
                formatDayShort(consent.givenOn, language),
                howWords(consent.how, say),
                consent.withdrawnOn === null
                  ? ''
                  : say('fieldwork.consent.withdrawn', { date: formatDayShort(consent.withdrawnOn, language) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {consent.withdrawnOn === null && consent.scope !== 'take-part' && canChange ? (
              <Button
                onPress={() => void save(() => client.fieldwork.withdrawConsent({ consentId: consent.id, withdrawnOn: today() }))}
                size="bar"
                variant="quiet"
              >
                {say('fieldwork.consent.takeBack')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {canChange && !isAdding ? (
        <div className={styles.actions}>
          <Button onPress={() => setAdding(true)} size="bar">
            {say('fieldwork.consent.add')}
          </Button>
        </div>
      ) : null}
      {isAdding ? <ConsentForm onClose={close} person={person} /> : null}
    </section>
  );
}

function howWords(how: string, say: Say): string {
  if (how === 'on-paper') return say('fieldwork.consent.onPaper');
  return how === 'asked-in-interview' ? say('fieldwork.consent.inInterview') : how;
}

function ConsentForm({ person, onClose }: { readonly person: Participant; readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const [scopes, setScopes] = useState<ReadonlySet<ConsentScope>>(new Set(['take-part']));
  const [version, setVersion] = useState(person.consents.at(-1)?.version ?? '');
  const [givenOn, setGivenOn] = useState(() => today());
  const [how, setHow] = useState('');
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const give = useOneAtATime(async () => {
    const done = await save(() =>
      client.fieldwork.giveConsent({ respondentId: person.respondentId, scopes: [...scopes], version, givenOn, how }),
    );
    if (done !== undefined) onClose();
  });
  return (
    <div aria-label={say('fieldwork.consent.add')} className={styles.consent} ref={form} role="group">
      <div className={styles.scopes}>
        {ConsentScope.options.map((scope) => (
          <Checkbox
            isSelected={scopes.has(scope)}
            key={scope}
            onChange={(isOn) => setScopes(new Set(isOn ? [...scopes, scope] : [...scopes].filter((one) => one !== scope)))}
          >
            {say(`interviews.consent.${scope}`)}
          </Checkbox>
        ))}
      </div>
      <TextField label={say('fieldwork.consent.versionLabel')} length={12} onChange={setVersion} value={version} />
      <TextField label={say('fieldwork.consent.givenOn')} length={16} onChange={setGivenOn} type="date" value={givenOn} />
      <TextField label={say('fieldwork.consent.how')} onChange={setHow} value={how} />
      <div className={styles.actions}>
        <Button onPress={onClose} size="bar">
          {say('app.cancel')}
        </Button>
        <Button isDisabled={scopes.size === 0 || givenOn === ''} onPress={() => void give()} size="bar">
          {say('fieldwork.consent.record')}
        </Button>
      </div>
    </div>
  );
}
