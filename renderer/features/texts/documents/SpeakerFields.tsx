import { SpeakerRole, type FoundSpeaker } from '../../../../shared/contract/texts-documents.ts';
import { useText } from '../../../lib/text.ts';
import { Select } from '../../../ui/select/Select.tsx';
import { Switch } from '../../../ui/switch/Switch.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import styles from './documents.module.css';
import type { FileChoices } from './import-choices.ts';

export interface SpeakerFieldsProps {
  readonly found: readonly FoundSpeaker[];
  readonly choices: FileChoices;
  readonly onChoose: (part: Partial<FileChoices>) => void;
}

/** Who seems to speak: whether they are told apart, who each of them is, and what the text calls them. */
export function SpeakerFields({ found, choices, onChoose }: SpeakerFieldsProps) {
  const say = useText();
  const set = (name: string, part: Partial<FileChoices['speakers'][number]>): void =>
    onChoose({ speakers: choices.speakers.map((speaker) => (speaker.name === name ? { ...speaker, ...part } : speaker)) });
  return (
    <fieldset className={styles.speakers}>
      <legend className={styles.legend}>{say('documents.import.speakers')}</legend>
      <p className={styles.quiet}>{say('documents.import.speakersHelp')}</p>
      <Switch isSelected={choices.hasTurns} onChange={(hasTurns) => onChoose({ hasTurns })}>
        {say('documents.import.useSpeakers')}
      </Switch>
      {choices.hasTurns ? (
        <ul className={styles.rows}>
          {choices.speakers.map(({ name, role, as }) => {
            const { turns = 0, begins = '' } = found.find((one) => one.name === name) ?? {};
            return (
              <li className={styles.speaker} key={name}>
                <TextField
                  label={say('documents.import.speakerAs', { name })}
                  length={18}
                  maxLength={80}
                  onChange={(next) => set(name, { as: next })}
                  value={as}
                />
                <Select
                  label={say('documents.import.speakerRole', { name })}
                  onChange={(next) => set(name, { role: next })}
                  options={SpeakerRole.options.map((id) => ({ id, label: say(`documents.import.role.${id}`) }))}
                  value={role}
                />
                <p className={styles.around} lang={choices.language}>
                  {say('documents.import.speakerBegins', { turns, begins })}
                </p>
              </li>
            );
          })}
        </ul>
      ) : null}
    </fieldset>
  );
}
