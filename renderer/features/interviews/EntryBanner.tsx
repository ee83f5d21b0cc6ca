import { useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import type { Entry } from './use-entry.ts';

/** In what unusual state the interview is: a blind second pass, withdrawn, or finished. */
export function EntryBanner({ entry, isSamePerson }: { readonly entry: Entry; readonly isSamePerson: boolean }) {
  const say = useText();
  const { interview } = entry.model;
  if (interview.isWithdrawn) return <Banner icon="locked" title={say('interviews.entry.withdrawn')} tone="bad" />;
  if (entry.isSecond) {
    return (
      <Banner icon="copy" title={say('entry.second.title', { code: interview.code })} tone="warn">
        {say(isSamePerson ? 'entry.second.samePerson' : 'entry.second.blind')}
      </Banner>
    );
  }
  if (interview.status === 'started' || interview.status === 'partial') return null;
  return (
    <Banner icon="done" title={say('interviews.entry.isStatus', { status: say(`interviews.status.${interview.status}`) })} tone="neutral">
      {say('interviews.entry.changesNeedReason')}
    </Banner>
  );
}
