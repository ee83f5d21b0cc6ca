import { useState } from 'react';
import type { QuestionSheet } from '../../../shared/contract/meetings.ts';
import type { SheetOwner } from '../../../shared/contract/meetings-parts.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useText } from '../../lib/text.ts';
import { useAddLine } from '../../lib/use-add-line.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './meetings.module.css';
import { SheetBankDialog } from './SheetBankDialog.tsx';
import { SheetQuestion } from './SheetQuestion.tsx';

interface SheetPartProps {
  readonly owner: SheetOwner;
  readonly sheets: readonly QuestionSheet[];
  readonly language: Language;
  /** Whether it can be said which questions were talked about: only for one meeting, when it has begun. */
  readonly isHeld: boolean;
}

/** The question sheet in force, written in place; what was sent stands below it as it was, with who has it. */
export function SheetPart({ owner, sheets, language, isHeld }: SheetPartProps) {
  const say = useText();
  const [isPicking, setIsPicking] = useState(false);
  const [sheet, ...earlier] = sheets;
  const isShared = sheet?.isShared === true && 'meetingId' in owner;

  const line = useAddLine((words) => client.meetings.addQuestion({ owner, wording: { [language]: words } }));

  return (
    <section aria-label={say('meetings.sheet')} className={styles.part}>
      <div className={styles.head}>
        <h2>{say('meetings.sheet')}</h2>
        <Button onPress={() => setIsPicking(true)} size="bar">
          {say('meetings.sheet.fromBank')}
        </Button>
      </div>
      {sheet === undefined ? <p className={styles.note}>{say('meetings.sheet.empty')}</p> : <SheetState sheet={sheet} />}
      {isShared ? <p className={styles.note}>{say('meetings.sheet.shared')}</p> : null}
      {sheet === undefined ? null : <SheetWords language={language} owner={owner} sheet={sheet} />}
      <ol className={styles.items}>
        {(sheet?.questions ?? []).map((question, index) => (
          <SheetQuestion
            isHeld={isHeld}
            key={`${String(index)}/${question.wording[language] ?? question.wording.nb ?? ''}`}
            language={language}
            ordinal={index + 1}
            owner={owner}
            question={question}
          />
        ))}
      </ol>
      <div className={styles.addLine}>
        <TextField label={say('meetings.sheet.own')} lang={language} maxLength={1000} {...line} />
      </div>
      {earlier.map((one) => (
        <details className={styles.earlier} key={one.id}>
          <summary>{say('meetings.sheet.earlier', { version: one.version })}</summary>
          <SheetState sheet={one} />
          <ol className={styles.frozen} lang={language}>
            {one.questions.map(({ id, wording }) => (
              <li key={id}>{wording[language] ?? wording.nb ?? wording.sv ?? ''}</li>
            ))}
          </ol>
        </details>
      ))}
      {isPicking ? <SheetBankDialog onClose={() => setIsPicking(false)} owner={owner} /> : null}
    </section>
  );
}

interface SheetWordsProps extends Pick<SheetPartProps, 'owner' | 'language'> {
  readonly sheet: QuestionSheet;
}

/** What stands over the questions on the paper: a title of its own, and words to begin with. Empty they are the usual ones. */
function SheetWords({ owner, sheet, language }: SheetWordsProps) {
  const say = useText();
  const save = useSave();
  const { title, intro } = sheet;
  const keep = (change: Partial<Pick<QuestionSheet, 'title' | 'intro'>>): void => {
    const words = { title, intro, ...change };
    // What was sent is not written in: only another wording makes the next version.
    if (words.title !== title || words.intro !== intro) void save(() => client.meetings.changeSheet({ owner, ...words }));
  };
  const said = (text: string): string | null => (text.trim() === '' ? null : text);
  return (
    <div className={styles.facts}>
      <KeptField label={say('meetings.sheet.title')} lang={language} onSave={(text) => keep({ title: said(text) })} value={title ?? ''} />
      <KeptField
        label={say('meetings.sheet.intro')}
        lang={language}
        onSave={(text) => keep({ intro: said(text) })}
        rows={2}
        value={intro ?? ''}
      />
    </div>
  );
}

/** Draft or sent, and who has this version. */
function SheetState({ sheet }: { readonly sheet: QuestionSheet }) {
  const say = useText();
  const dates = useDates();
  const has = sheet.recipients.filter(({ isSent }) => isSent).map(({ recipient }) => recipient);
  return (
    <p className={styles.note}>
      {sheet.sentOn === null
        ? say('meetings.sheet.draft', { version: sheet.version })
        : say('meetings.sheet.sent', { version: sheet.version, date: dates.day(sheet.sentOn) })}
      {has.length === 0 ? null : ` ${say('meetings.sheet.who', { who: has.join(', ') })}`}
    </p>
  );
}
