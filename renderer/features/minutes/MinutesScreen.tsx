import { MeetingId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';
import { MinutesDesk } from './MinutesDesk.tsx';
import { useMinutesFile } from './use-minutes-file.ts';

/** The minutes of one meeting, typed while people talk. */
export function MinutesScreen() {
  const meetingId = MeetingId.parse(useRouteParam('meeting'));
  return <Minutes key={meetingId} meetingId={meetingId} />;
}

function Minutes({ meetingId }: { readonly meetingId: MeetingId }) {
  const lineId = useSearchParam('row');
  const caret = Number(useSearchParam('at') ?? 0);
  const { desk, query } = useMinutesFile(meetingId, lineId === undefined ? null : { lineId, caret: Number.isInteger(caret) ? caret : 0 });
  return <Loaded query={query}>{(minutes) => <MinutesDesk desk={desk} minutes={minutes} />}</Loaded>;
}
