import type { MeetingStatus } from '../../../shared/contract/meetings.ts';
import { useText } from '../../lib/text.ts';
import { StatusText, type StatusTone } from '../../ui/status-text/StatusText.tsx';

const tones: Readonly<Record<MeetingStatus, StatusTone>> = {
  requested: 'neutral',
  planned: 'neutral',
  invited: 'neutral',
  'questions-sent': 'neutral',
  'in-session': 'neutral',
  held: 'good',
  'minutes-sent': 'good',
  'changed-after-sending': 'warn',
  cancelled: 'bad',
};

/** How far a meeting has come, in a word. */
export function MeetingStatusText({ status }: { readonly status: MeetingStatus }) {
  const say = useText();
  return <StatusText tone={tones[status]}>{say(`meetings.status.${status}`)}</StatusText>;
}
