import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DistributionRow } from '../../../shared/contract/papers.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { DistributionLog } from './DistributionLog.tsx';
import { SendDialog } from './SendDialog.tsx';
import styles from './papers.module.css';

const pageSize = 100;

/** What was made and sent from a meeting: to whom, when, and whether it has changed since. */
export function DistributionPart({ meetingId }: { readonly meetingId: MeetingId }) {
  const say = useText();
  const [limit, setLimit] = useState(pageSize);
  const [isSending, setIsSending] = useState(false);
  const query = useQuery({ ...orpc.papers.log.queryOptions({ input: { meetingId, limit } }), placeholderData: (before) => before });
  return (
    <section aria-label={say('papers.log.title')} className={styles.part}>
      <div className={styles.head}>
        <h2>{say('papers.log.title')}</h2>
        <Link params={{ meeting: meetingId }} to="/meetings/$meeting/papers">
          {say('papers.send.preview')}
        </Link>
      </div>
      <Loaded query={query}>
        {({ rows, total, isChangedAfterSending }) => (
          <>
            {isChangedAfterSending ? (
              <Banner
                action={<Button onPress={() => setIsSending(true)}>{say('papers.log.sendAgain')}</Button>}
                icon="changedNumbers"
                title={say('papers.log.changedBanner')}
                tone="warn"
              />
            ) : null}
            {rows.length === 0 ? <p className={styles.help}>{say('papers.log.empty')}</p> : <Log rows={rows} />}
            {rows.length < total && limit < 500 ? (
              <div>
                <Button onPress={() => setLimit(Math.min(500, limit + pageSize))} size="bar">
                  {say('papers.log.more')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Loaded>
      <SendDialog isOpen={isSending} meetingIds={[meetingId]} onClose={() => setIsSending(false)} />
    </section>
  );
}

function Log({ rows }: { readonly rows: readonly DistributionRow[] }) {
  const say = useText();
  const save = useSave();
  const waiting = rows.filter(({ status }) => status === 'prepared').map(({ id }) => id);
  const markSent = (ids: readonly string[]): void => void save(() => client.papers.markSent({ ids: [...ids], day: today() }));
  const discard = (id: string): void => void save(() => client.papers.discard({ ids: [id] }));
  return (
    <>
      {waiting.length < 2 ? null : (
        <div>
          <Button onPress={() => markSent(waiting)} size="bar">
            {say('papers.log.markSent')}
          </Button>
        </div>
      )}
      <DistributionLog onDiscard={discard} onSent={(id) => markSent([id])} rows={rows} />
    </>
  );
}
