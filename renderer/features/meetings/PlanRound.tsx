import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import type { VagueDate } from '../../../shared/model/vague.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { platform } from '../../lib/platform.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import type { Picked } from '../registers/index.ts';
import styles from './plan.module.css';
import { PlacePick } from './PlacePick.tsx';
import { noMore, RoundMore } from './RoundMore.tsx';
import { QuestionPick } from './QuestionPick.tsx';
import { useProjectChoice } from './use-project-choice.ts';

/** A round in one go: name, places, when, questions. Enter goes on, Ctrl Enter plans it; one undo takes all of it back. */
export function PlanRound({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const day = today();
  const project = useProjectChoice();
  const interfaceLanguage = useLanguage();
  const language = project.language ?? interfaceLanguage;
  const [name, setName] = useState('');
  const [places, setPlaces] = useState<readonly Picked[]>([]);
  const [planned, setPlanned] = useState<VagueDate | null>(null);
  const [questions, setQuestions] = useState<ReadonlyMap<string, BankQuestion>>(new Map());
  const [more, setMore] = useState(noMore(language));
  const [isTried, setIsTried] = useState(false);
  const placeRef = useRef<HTMLInputElement>(null);
  const whenRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const isReady = name.trim() !== '' && places.length > 0;

  async function plan(): Promise<void> {
    setIsTried(true);
    if (!isReady) return;
    const { title, seriesId, newSeries, timesPerYear, ...rest } = more;
    const series = seriesId === 'new' ? { newName: newSeries.trim() === '' ? name.trim() : newSeries.trim(), timesPerYear } : null;
    const made = await save(() =>
      client.meetings.planRound({
        ...rest,
        project: project.choice(name.trim()),
        series: seriesId === 'none' || seriesId === 'new' ? series : { id: seriesId },
        name: name.trim(),
        year: Number((planned?.sortOn ?? day).slice(0, 4)),
        planned,
        placeIds: places.map(({ id }) => id),
        title: title.trim() === '' ? say('meetings.plan.titleOf', { place: '{place}' }) : title.trim(),
        bankQuestionIds: [...questions.keys()],
        today: day,
      }),
    );
    if (made !== undefined) void navigate({ to: '/rounds/$round', params: { round: made.roundId } });
  }
  useCommand('meetings.done', () => void plan());

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button kbd={printedKey('Mod+Enter', platform)} onPress={() => void plan()} variant="main">
            {say('meetings.plan.make', { n: places.length })}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={say('meetings.plan.roundTitle')}
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          error={isTried && name.trim() === '' ? say('meetings.plan.nameMissing') : undefined}
          label={say('meetings.plan.name')}
          maxLength={200}
          onChange={setName}
          onKeyDown={(event) =>
            event.key === 'Enter' && !event.ctrlKey && !event.metaKey ? placeRef.current?.focus() : event.continuePropagation()
          }
          value={name}
        />
        <PlacePick
          inputRef={placeRef}
          on={planned?.sortOn ?? null}
          onChange={setPlaces}
          onDone={() => whenRef.current?.focus()}
          places={places}
        />
        {isTried && places.length === 0 ? <p className={styles.missing}>{say('meetings.plan.placesMissing')}</p> : null}
        <VagueDateField
          help={say('meetings.plan.whenHelp')}
          inputRef={whenRef}
          label={say('meetings.plan.when')}
          language={language}
          onCommit={setPlanned}
          onDone={() => listRef.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus()}
          today={day}
          value={planned}
        />
        <QuestionPick chosen={questions} listRef={listRef} onChange={setQuestions} onEnter={() => void plan()} />
        <RoundMore more={more} onChange={setMore} project={project} />
      </div>
    </Dialog>
  );
}
