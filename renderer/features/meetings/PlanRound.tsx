import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { DeedDialog } from '../../lib/dialogs/DeedDialog.tsx';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import styles from './plan.module.css';
import { PlanFields } from './PlanFields.tsx';
import { noMore, RoundMore } from './RoundMore.tsx';
import { QuestionPick } from './QuestionPick.tsx';
import { usePlan } from './use-plan.ts';

/** A round in one go: name, places, when, questions. Enter goes on, Ctrl Enter plans it; one undo takes all of it back. */
export function PlanRound({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const plan = usePlan();
  const { day, project, language, places, planned } = plan;
  const [name, setName] = useState('');
  const [questions, setQuestions] = useState<ReadonlyMap<string, BankQuestion>>(new Map());
  const [more, setMore] = useState(noMore(language));
  const [isTried, setIsTried] = useState(false);
  const listRef = useRef<HTMLDivElement>(null);
  const isReady = name.trim() !== '' && places.length > 0;

  const carryOut = useOneAtATime(async () => {
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
    if (made !== undefined) await navigate({ to: '/rounds/$round', params: { round: made.roundId } });
  });
  useCommand('meetings.done', () => void carryOut());

  return (
    <DeedDialog
      kbd={printedKey('Mod+Enter', platform)}
      onClose={onClose}
      onSave={carryOut}
      saveLabel={say('meetings.plan.make', { n: places.length })}
      size="large"
      title={say('meetings.plan.roundTitle')}
    >
      <div className={styles.form}>
        <PlanFields
          name={name}
          nameError={isTried && name.trim() === '' ? say('meetings.plan.nameMissing') : undefined}
          nameLabel={say('meetings.plan.name')}
          onDone={() => listRef.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus()}
          onName={setName}
          onPlaces={plan.setPlaces}
          placesError={isTried && places.length === 0 ? say('meetings.plan.placesMissing') : undefined}
          plan={plan}
          whenHelp={say('meetings.plan.whenHelp')}
        />
        <QuestionPick chosen={questions} listRef={listRef} onChange={setQuestions} onEnter={() => void carryOut()} />
        <RoundMore more={more} onChange={setMore} project={project} />
      </div>
    </DeedDialog>
  );
}
