import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoundDetails } from '../../../shared/contract/meetings.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { SendDialog } from '../papers/index.ts';
import { CoverageText } from './CoverageText.tsx';
import styles from './meetings.module.css';
import { NewMeeting } from './NewMeeting.tsx';
import { RoundFacts } from './RoundFacts.tsx';
import { RoundMeetings } from './RoundMeetings.tsx';
import { SheetPart } from './SheetPart.tsx';

/** One round: its meetings against the plan, whom it reached, and the questions they share. */
export function RoundScreen() {
  const roundId = useRouteParam('round');
  const query = useQuery(orpc.meetings.round.queryOptions({ input: { roundId } }));
  return <Loaded query={query}>{(round) => <RoundPage key={round.id} round={round} />}</Loaded>;
}

function RoundPage({ round }: { readonly round: RoundDetails }) {
  const say = useText();
  const dates = useDates();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isSending, setIsSending] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  const [areFactsOpen, setAreFactsOpen] = useState(() => window.matchMedia('(min-width: 75rem)').matches);
  const isBusy = isSending || isAdding;
  const inHand = round.meetings.filter(({ id }) => chosen.size === 0 || chosen.has(id));
  const language = round.meetings[0]?.language ?? 'nb';
  useCommand('lists.selectAll', () => setChosen(new Set(round.meetings.map(({ id }) => id))), !isBusy);
  useCommand('lists.export', () => setIsSending(true), !isBusy && inHand.length > 0);
  useCommand('lists.new', () => setIsAdding(true), !isBusy);
  const planned = dates.due(round.planned);
  return (
    <SplitPane
      end={{
        label: say('meetings.round.about'),
        handleLabel: say('meetings.factsWidth'),
        isOpen: areFactsOpen,
        children: <RoundFacts language={language} round={round} />,
      }}
    >
      <PageHeader
        actions={
          <>
            <Button kbd="N" onPress={() => setIsAdding(true)}>
              {say('meetings.round.add')}
            </Button>
            <Button isDisabled={inHand.length === 0} kbd="E" onPress={() => setIsSending(true)} variant="main">
              {say('meetings.send')}
            </Button>
            <IconButton
              icon="rightPane"
              label={say(areFactsOpen ? 'meetings.hideFacts' : 'meetings.showFacts')}
              onPress={() => setAreFactsOpen(!areFactsOpen)}
            />
          </>
        }
        facts={[
          round.series?.name ?? '',
          planned === '' ? String(round.year) : say('meetings.round.planned', { when: planned }),
          say('meetings.facts', { n: round.meetings.length }),
          round.present === null ? '' : say('meetings.round.present', { n: dates.counted(round.present) }),
        ]
          .filter((fact) => fact !== '')
          .join(' · ')}
        title={<span lang={language}>{round.name}</span>}
      />
      <div className={styles.parts}>
        <RoundMeetings chosen={chosen} onChosen={setChosen} round={round} />
        <RoundReach language={language} round={round} />
        <SheetPart isHeld={false} language={language} owner={{ roundId: round.id }} sheets={round.sheets} />
      </div>
      <SendDialog isOpen={isSending} meetingIds={inHand.map(({ id }) => id)} onClose={() => setIsSending(false)} />
      {isAdding ? <NewMeeting onClose={() => setIsAdding(false)} roundId={round.id} /> : null}
    </SplitPane>
  );
}

/** Whom the round reached, the areas it left out, and those the round before missed. */
function RoundReach({ round, language }: { readonly round: RoundDetails; readonly language: string }) {
  const say = useText();
  const save = useSave();
  const { before } = round;
  return (
    <section aria-label={say('meetings.reach')} className={styles.part}>
      <div className={styles.head}>
        <h2>{say('meetings.reach')}</h2>
      </div>
      {round.invitations.length === 0 ? <p className={styles.note}>{say('meetings.invitations.empty')}</p> : null}
      <CoverageText coverage={round.coverage} lang={language} />
      {round.meetings.some(({ attendance }) => attendance?.precision === 'average') ? (
        <p className={styles.note}>{say('meetings.averageNote')}</p>
      ) : null}
      {round.areasLeft.length === 0 ? null : (
        <p className={styles.note}>{say('meetings.areasLeft', { areas: round.areasLeft.map(({ name }) => name).join(', ') })}</p>
      )}
      {before === null || before.missed.length === 0 ? null : (
        <div className={styles.welcome}>
          <p>
            {say('meetings.welcome', { round: before.name })}{' '}
            <span lang={language}>{before.missed.map(({ name }) => name).join(', ')}</span>
          </p>
          <Button onPress={() => void save(() => client.meetings.inviteMissed({ fromRoundId: before.id, toRoundId: round.id }))} size="bar">
            {say('meetings.welcome.invite')}
          </Button>
        </div>
      )}
    </section>
  );
}
