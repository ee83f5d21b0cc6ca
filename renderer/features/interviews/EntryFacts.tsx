import { memo, useState } from 'react';
import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import { localised } from '../../../shared/model/text.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './EntryFacts.module.css';
import { answerText } from './answer-sentence.ts';
import { filledAt } from './entry-filled.ts';
import { brokenAt, recordAt, stateAt, valueAt } from './entry-model.ts';
import { FactsForm } from './FactsForm.tsx';
import { InterviewNotes } from './InterviewNotes.tsx';
import { type Entry, type EntryHandle, useEntryBeside } from './use-entry.ts';

/** Right of the column: facts about the interview, consent, remarks, the text of it, and what is worth a second look. Never a name of who answered. */
export function EntryFacts({ handle }: { readonly handle: EntryHandle }) {
  return <FactsPane entry={useEntryBeside(handle)} />;
}

const FactsPane = memo(function FactsPane({ entry }: EntryFactsProps) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const canChange = entry.desk.pass.first !== null && !entry.model.interview.isWithdrawn;
  return (
    <div className={styles.pane}>
      <section>
        <div className={styles.headLine}>
          <h2 className={styles.heading}>{say('interviews.entry.aboutInterview')}</h2>
          {canChange ? (
            <IconButton
              icon={isOpen ? 'done' : 'edit'}
              label={say(isOpen ? 'entry.facts.done' : 'entry.facts.change')}
              onPress={() => setOpen(!isOpen)}
              size="small"
            />
          ) : null}
        </div>
        {isOpen && canChange ? <FactsForm entry={entry} /> : <FactList entry={entry} />}
      </section>
      <Consent entry={entry} />
      {entry.isSecond ? null : (
        <>
          <Remarks entry={entry} />
          <LookAt entry={entry} />
          <InterviewNotes entry={entry} />
        </>
      )}
    </div>
  );
}, isSameFile);

interface EntryFactsProps {
  readonly entry: Entry;
}

/** The pane is about what is in the file: keys that are still on their way do not draw it anew. */
function isSameFile({ entry: before }: EntryFactsProps, { entry: now }: EntryFactsProps): boolean {
  return before.model.interview === now.model.interview && before.model.records === now.model.records && before.language === now.language;
}

const FactList = memo(function FactList({ entry }: EntryFactsProps) {
  const say = useText();
  const language = useLanguage();
  const { interview, version } = entry.model;
  const { beganAt, endedAt, coInterviewers, assistance, helper } = interview.facts;
  const clock = (time: string): string => (language === 'en' ? time : time.replace(':', '.'));
  const held = [beganAt, endedAt].flatMap((time) => (time === null ? [] : [clock(time)])).join('–');
  const facts: readonly (readonly [MessageId, string])[] = [
    ['interviews.fact.mode', say(`interviews.mode.${interview.mode}`)],
    ['interviews.fact.place', [interview.service, interview.place].filter((name) => name !== '').join(', ')],
    ['interviews.fact.wave', interview.wave],
    ['interviews.fact.interviewer', interview.interviewer],
    ['entry.facts.coInterviewers', coInterviewers],
    ['interviews.fact.heldOn', interview.heldOn === null ? '' : formatDay(interview.heldOn, language)],
    ['entry.facts.clock', held],
    ['interviews.fact.startedAt', held === '' ? formatTime(interview.startedAt, language) : ''],
    ['entry.facts.assistance', assistance === null ? '' : say(`entry.assistance.${assistance}`)],
    ['entry.facts.helper', helper === null ? '' : say(`entry.helper.${helper}`)],
    ['entry.facts.persons', interview.kind === 'group' ? String(entry.model.layout.persons.length) : ''],
    ['interviews.fact.version', say('interviews.fact.versionNumber', { number: version.number })],
    ['interviews.fact.language', say(`interviews.language.${entry.language}`)],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div className={styles.fact} key={name}>
            <dt>{say(name)}</dt>
            <dd>
              {value}
              {name === 'interviews.fact.language' && version.languages.length > 1 ? <Keycap isSilent keys="L" /> : null}
            </dd>
          </div>
        ))}
    </dl>
  );
}, isSameInterview);

function isSameInterview({ entry: before }: EntryFactsProps, { entry: now }: EntryFactsProps): boolean {
  return (
    before.model.interview === now.model.interview &&
    before.language === now.language &&
    before.model.layout.persons.length === now.model.layout.persons.length
  );
}

function Consent({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const language = useLanguage();
  const { consents } = entry.model.interview;
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('interviews.entry.consent')}</h2>
      {consents.length === 0 ? <p>{say('interviews.entry.noConsent')}</p> : null}
      {consents.map((consent) => (
        <p key={`${consent.scope} ${consent.givenOn}`}>
          {consent.withdrawnOn === null ? (
            <StatusText icon="done" tone="good">
              {say('interviews.entry.consentGiven', {
                scope: say.any(`interviews.consent.${consent.scope}`),
                date: formatDay(consent.givenOn, language),
              })}
            </StatusText>
          ) : (
            say('interviews.entry.consentWithdrawn', {
              scope: say.any(`interviews.consent.${consent.scope}`),
              date: formatDay(consent.withdrawnOn, language),
            })
          )}
        </p>
      ))}
    </section>
  );
}

function Remarks({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { model, actions } = entry;
  const remarked = model.layout.spots.flatMap((spot) => {
    const remark = recordAt(model, spot)?.remark ?? '';
    return remark === '' || spot.kind === 'more' ? [] : [{ spot, remark }];
  });
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('interviews.entry.remarks')}</h2>
      {remarked.length === 0 && model.interview.remark === '' ? <p>{say('interviews.entry.noRemarks')}</p> : null}
      {model.interview.remark === '' ? null : <p>{model.interview.remark}</p>}
      {remarked.map(({ spot, remark }) => (
        <button className={styles.jump} key={spot.key} onClick={() => actions.goTo(spot.key)} type="button">
          <span className={styles.number}>{spot.question.number}</span> {remark}
        </button>
      ))}
    </section>
  );
}

function LookAt({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { model, language, actions, desk } = entry;
  const marked = model.layout.spots.filter((spot) => ['to-confirm', 'overridden', 'invalid-draft'].includes(stateAt(model, spot) ?? ''));
  if (marked.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('interviews.entry.lookAt')}</h2>
      {marked.map((spot) => {
        const value = valueAt(model, spot);
        const question = filledAt(model, spot, { language, say, nameOf: desk.nameOf });
        const answer = value === null ? '' : answerText(question, value, language, say);
        const check = question.checks[brokenAt(model, spot)?.index ?? -1];
        const message = check === undefined ? (recordAt(model, spot)?.askedAbout ?? '') : localised(check.message, language);
        const isSettled = stateAt(model, spot) === 'overridden';
        return (
          <button className={styles.jump} key={spot.key} onClick={() => actions.goTo(spot.key)} type="button">
            <StatusText icon="softCheck" tone="warn">
              {say(`interviews.entry.look.${isSettled ? 'overridden' : 'open'}`, { number: spot.question.number, answer, message })}
            </StatusText>
          </button>
        );
      })}
    </section>
  );
}
