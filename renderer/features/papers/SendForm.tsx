import { useState, type FormEvent } from 'react';
import type { InvitationForm, MeetingRecipients, SentKind } from '../../../shared/contract/papers.ts';
import { today } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { RecipientList } from './RecipientList.tsx';
import { SendChoicesFields } from './SendChoicesFields.tsx';
import { planSending, recipientKey, type SendChoices } from './send-plan.ts';
import { useSend, type SendResult } from './use-send.ts';
import styles from './papers.module.css';

export interface SendFormProps {
  readonly what: SentKind;
  readonly form: Exclude<InvitationForm, 'letter'>;
  readonly meetings: readonly MeetingRecipients[];
  /** The recipients of what was just chosen are on their way. */
  readonly isFetching: boolean;
  readonly onAsk: (asked: { readonly what: SentKind; readonly form: Exclude<InvitationForm, 'letter'> }) => void;
  readonly onDone: (result: SendResult) => void;
  readonly onClose: () => void;
}

/** What is to be sent, and to whom; Enter makes it. */
export function SendForm({ what, form, meetings, isFetching, onAsk, onDone, onClose }: SendFormProps) {
  const say = useText();
  const [kept, setChoices] = useState<SendChoices>({ ...firstChoices, what, form });
  const choices = { ...kept, what, form };
  // Another kind of paper goes to others: what was ticked for one says nothing about the next.
  const kind = `${what} ${form}`;
  const [ticked, setTicked] = useState<{ readonly kind: string; readonly keys: ReadonlySet<string> } | null>(null);
  const chosen = ticked?.kind === kind ? ticked.keys : suggestedIn(meetings);
  const setChosen = (keys: ReadonlySet<string>): void => setTicked({ kind, keys });
  const { send, isSending } = useSend();
  const missing = whatIsMissing(what, form, meetings);
  const isReady = missing === null && chosen.size > 0 && !isSending && !isFetching;

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const plan = planSending(meetings, chosen, choices, today());
    const result = await send(plan, choices);
    if (result !== null) onDone(result);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <SendChoicesFields choices={choices} meetings={meetings} onAsk={onAsk} onChange={setChoices} />
      {missing === null ? (
        <RecipientList choices={choices} chosen={chosen} meetings={meetings} onChange={setChosen} />
      ) : (
        <p className={styles.help} role="status">
          {say.any(missing)}
        </p>
      )}
      {isSending ? (
        <p className={styles.help} role="status">
          {say('papers.send.making')}
        </p>
      ) : null}
      <div className={styles.deeds}>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button autoFocus isDisabled={!isReady} type="submit" variant="main">
          {say('papers.send.make')}
        </Button>
      </div>
    </form>
  );
}

const firstChoices: Omit<SendChoices, 'what' | 'form'> = {
  file: 'docx',
  language: 'own',
  hasCalendar: true,
  hasNames: false,
  hasPhotos: true,
  mayBeSpread: false,
  practical: '',
};

function suggestedIn(meetings: readonly MeetingRecipients[]): Set<string> {
  return new Set(
    meetings.flatMap(({ meetingId, recipients }) =>
      recipients.filter(({ isSuggested }) => isSuggested).map(({ ref }) => recipientKey(meetingId, ref)),
    ),
  );
}

/** Why nothing can be sent, as a message id; null when something can. */
function whatIsMissing(what: SentKind, form: SendFormProps['form'], meetings: readonly MeetingRecipients[]): string | null {
  if (meetings.every(({ hasContent }) => !hasContent)) return `papers.send.noContent.${what}`;
  if (meetings.some(({ recipients }) => recipients.length > 0)) return null;
  if (what === 'minutes' || what === 'contact-list') return 'papers.send.nobody.minutes';
  return form === 'welcome-next' ? 'papers.send.nobody.missed' : 'papers.send.nobody.invitation';
}
