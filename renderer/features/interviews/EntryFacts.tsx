import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import { localised } from '../../../shared/model/text.ts';
import { formatDay, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './EntryFacts.module.css';
import { answerText } from './answer-sentence.ts';
import type { Entry } from './use-entry.ts';

/** Right of the column: facts about the interview, consent, remarks, and what is worth a second look. Never a name of who answered. */
export function EntryFacts({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const language = useLanguage();
  const { interview, version } = entry.model;
  const facts: readonly (readonly [MessageId, string])[] = [
    ['interviews.fact.mode', say(`interviews.mode.${interview.mode}`)],
    ['interviews.fact.place', [interview.service, interview.place].filter((name) => name !== '').join(', ')],
    ['interviews.fact.wave', interview.wave],
    ['interviews.fact.interviewer', interview.interviewer],
    ['interviews.fact.heldOn', interview.heldOn === null ? '' : formatDay(interview.heldOn, language)],
    ['interviews.fact.startedAt', formatTime(interview.startedAt, language)],
    ['interviews.fact.version', say('interviews.fact.versionNumber', { number: version.number })],
    ['interviews.fact.language', say(`interviews.language.${entry.language}`)],
  ];
  return (
    <div className={styles.pane}>
      <section>
        <h2 className={styles.heading}>{say('interviews.entry.aboutInterview')}</h2>
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
      </section>
      <Consent entry={entry} />
      <Remarks entry={entry} />
      <LookAt entry={entry} />
    </div>
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
  const { model } = entry;
  const remarked = model.questions.flatMap((question) => {
    const remark = model.recordOf(question.id)?.remark ?? '';
    return remark === '' ? [] : [{ number: question.number, remark }];
  });
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('interviews.entry.remarks')}</h2>
      {remarked.length === 0 && model.interview.remark === '' ? <p>{say('interviews.entry.noRemarks')}</p> : null}
      {model.interview.remark === '' ? null : <p>{model.interview.remark}</p>}
      {remarked.map(({ number, remark }) => (
        <p key={number}>
          <span className={styles.number}>{number}</span> {remark}
        </p>
      ))}
    </section>
  );
}

function LookAt({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { model, language } = entry;
  const marked = model.questions.filter((question) =>
    ['to-confirm', 'overridden', 'invalid-draft'].includes(model.recordOf(question.id)?.state ?? ''),
  );
  if (marked.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('interviews.entry.lookAt')}</h2>
      {marked.map((question) => {
        const record = model.recordOf(question.id);
        const value = model.valueOf(question.id);
        const said = value === null ? '' : answerText(question, value, language, say);
        const message = localised(question.checks[0]?.message ?? {}, language);
        return (
          <p key={question.id}>
            <StatusText icon="softCheck" tone="warn">
              {say(`interviews.entry.look.${record?.state === 'overridden' ? 'overridden' : 'open'}`, {
                number: question.number,
                answer: said,
                message,
              })}
            </StatusText>
          </p>
        );
      })}
    </section>
  );
}
