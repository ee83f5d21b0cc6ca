import { MeetingId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam } from '../../lib/route.ts';
import { MinutesDesk } from './MinutesDesk.tsx';
import { useMinutesFile } from './use-minutes-file.ts';

/** The minutes of one meeting, typed while people talk. */
export function MinutesScreen() {
  const meetingId = MeetingId.parse(useRouteParam('meeting'));
  return <Minutes key={meetingId} meetingId={meetingId} />;
}

function Minutes({ meetingId }: { readonly meetingId: MeetingId }) {
  const { desk, query } = useMinutesFile(meetingId);
  return <Loaded query={query}>{(minutes) => <MinutesDesk desk={desk} minutes={minutes} />}</Loaded>;
}
