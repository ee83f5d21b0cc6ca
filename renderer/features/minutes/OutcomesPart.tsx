import { useQuery } from '@tanstack/react-query';
import type { OutcomeKind, Outcomes } from '../../../shared/contract/minutes-after.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { useAddLine } from '../../lib/use-add-line.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './parts.module.css';

/** What came of a meeting beside what was agreed: contacts that were made, other outcomes, and the impression it left. */
export function OutcomesPart({ meetingId }: { readonly meetingId: MeetingId }) {
  const query = useQuery(orpc.minutes.outcomes.queryOptions({ input: { meetingId } }));
  return <Loaded query={query}>{(outcomes) => <Part meetingId={meetingId} outcomes={outcomes} />}</Loaded>;
}

function Part({ meetingId, outcomes }: { readonly meetingId: MeetingId; readonly outcomes: Outcomes }) {
  const say = useText();
  const save = useSave();
  const { language } = outcomes;
  const impression = useKeptText(
    outcomes.impression ?? '',
    (text) => void save(() => client.minutes.setImpression({ meetingId, impression: text.trim() === '' ? null : text.trim() })),
  );
  return (
    <div className={styles.part}>
      <Kind kind="new-contact" meetingId={meetingId} outcomes={outcomes} />
      <Kind kind="outcome" meetingId={meetingId} outcomes={outcomes} />
      <section>
        <TextArea
          help={say('minutes.impression.help')}
          isWords
          label={say('minutes.impression')}
          lang={language}
          onBlur={impression.onBlur}
          onChange={impression.onChange}
          rows={2}
          value={impression.text}
        />
      </section>
    </div>
  );
}

interface KindProps {
  readonly kind: OutcomeKind;
  readonly meetingId: MeetingId;
  readonly outcomes: Outcomes;
}

function Kind({ kind, meetingId, outcomes: { outcomes, language } }: KindProps) {
  const say = useText();
  const isContact = kind === 'new-contact';
  const head = say(isContact ? 'minutes.outcome.contacts' : 'minutes.outcome.others');
  const rows = outcomes.filter((outcome) => outcome.kind === kind);
  const line = useAddLine((title) => client.minutes.addOutcome({ meetingId, kind, title }));
  return (
    <section aria-label={head}>
      <h2>{head}</h2>
      {rows.length === 0 ? null : (
        <ul className={styles.rows}>
          {rows.map((outcome) => (
            <OutcomeLine key={outcome.id} lang={language} outcome={outcome} />
          ))}
        </ul>
      )}
      <TextField
        help={say(isContact ? 'minutes.outcome.contactHelp' : 'minutes.outcome.othersHelp')}
        label={say(isContact ? 'minutes.outcome.addContact' : 'minutes.outcome.add')}
        {...line}
      />
    </section>
  );
}

function OutcomeLine({ outcome, lang }: { readonly outcome: Outcomes['outcomes'][number]; readonly lang: string }) {
  const say = useText();
  const save = useSave();
  const { id, title } = outcome;
  const words = useKeptText(title, (text) => {
    if (text.trim() !== '') void save(() => client.minutes.changeOutcome({ id, title: text.trim() }));
  });
  async function remove(): Promise<void> {
    const result = await save(() => client.minutes.removeOutcome({ id }));
    if (result !== undefined && result.kept.length > 0)
      notice.set({ text: say('minutes.kept', { names: result.kept.join(', ') }), tone: 'neutral' });
  }
  return (
    <li className={styles.outcome}>
      <TextField isLabelHidden isWords label={title} lang={lang} onBlur={words.onBlur} onChange={words.onChange} value={words.text} />
      <IconButton icon="close" label={say('minutes.outcome.remove', { what: title })} onPress={() => void remove()} size="small" />
    </li>
  );
}
