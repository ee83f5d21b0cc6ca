import type { MeetingRecipients } from '../../../shared/contract/papers.ts';
import { languages } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import type { SendFormProps } from './SendForm.tsx';
import type { SendChoices } from './send-plan.ts';
import styles from './papers.module.css';

interface SendChoicesFieldsProps {
  readonly choices: SendChoices;
  readonly meetings: readonly MeetingRecipients[];
  readonly onChange: (choices: SendChoices) => void;
  readonly onAsk: SendFormProps['onAsk'];
}

const papers = ['invitation', 'welcome-next', 'question-sheet', 'minutes', 'contact-list'] as const;
const files = ['docx', 'pdf', 'mail'] as const;

/** What, as which file, in which language, and what goes with it. */
export function SendChoicesFields({ choices, meetings, onChange, onAsk }: SendChoicesFieldsProps) {
  const say = useText();
  const isWelcome = choices.what === 'invitation' && choices.form === 'welcome-next';
  return (
    <>
      <div className={styles.row}>
        <Select
          label={say('papers.send.what')}
          onChange={(id) => onAsk(id === 'welcome-next' ? { what: 'invitation', form: 'welcome-next' } : { what: id, form: 'invitation' })}
          options={papers.map((id) => ({ id, label: say(`papers.send.what.${id}`) }))}
          value={isWelcome ? 'welcome-next' : choices.what}
        />
        <Select
          label={say('papers.send.file')}
          onChange={(file) => onChange({ ...choices, file })}
          options={files.map((id) => ({ id, label: say(`papers.send.file.${id}`) }))}
          value={choices.file}
        />
        <Select
          label={say('papers.send.language')}
          onChange={(language) => onChange({ ...choices, language })}
          options={[
            { id: 'own' as const, label: say('papers.send.language.own') },
            ...languages.map((id) => ({ id, label: say(`projects.language.${id}`) })),
          ]}
          value={choices.language}
        />
      </div>
      {choices.what === 'minutes' ? <MinutesChoices choices={choices} onChange={onChange} /> : null}
      {choices.what === 'invitation' && !isWelcome ? <InvitationChoices choices={choices} meetings={meetings} onChange={onChange} /> : null}
    </>
  );
}

type PartProps = Pick<SendChoicesFieldsProps, 'choices' | 'onChange'>;

function MinutesChoices({ choices, onChange }: PartProps) {
  const say = useText();
  return (
    <div className={styles.checks}>
      <Checkbox isSelected={choices.hasNames} onChange={(hasNames) => onChange({ ...choices, hasNames })}>
        {say('papers.send.names')}
      </Checkbox>
      <Checkbox isSelected={choices.hasPhotos} onChange={(hasPhotos) => onChange({ ...choices, hasPhotos })}>
        {say('papers.send.photos')}
      </Checkbox>
    </div>
  );
}

function InvitationChoices({ choices, meetings, onChange }: PartProps & Pick<SendChoicesFieldsProps, 'meetings'>) {
  const say = useText();
  const isAnyEvent = meetings.some(({ event }) => event.kind === 'event');
  const whyNot = meetings.flatMap(({ event }) => {
    if (event.kind === 'vague') return say('papers.send.calendarVague', { asSaid: event.asSaid });
    return event.kind === 'undated' ? say('papers.send.calendarUndated') : [];
  });
  const isOff = meetings.some(({ event }) => event.kind === 'event' && event.isCancelled);
  const help = [...new Set([...whyNot, ...(isOff ? [say('papers.send.calendarCancels')] : [])])].join(' ');
  return (
    <div className={styles.checks}>
      <Checkbox
        help={help === '' ? undefined : help}
        isDisabled={!isAnyEvent}
        isSelected={isAnyEvent && choices.hasCalendar}
        onChange={(hasCalendar) => onChange({ ...choices, hasCalendar })}
      >
        {say('papers.send.calendar')}
      </Checkbox>
      <Checkbox isSelected={choices.mayBeSpread} onChange={(mayBeSpread) => onChange({ ...choices, mayBeSpread })}>
        {say('papers.send.spread')}
      </Checkbox>
      <TextArea
        help={say('papers.send.practicalHelp')}
        label={say('papers.send.practical')}
        maxLength={2000}
        onChange={(practical) => onChange({ ...choices, practical })}
        rows={2}
        value={choices.practical}
      />
    </div>
  );
}
