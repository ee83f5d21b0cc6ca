import type { ActionRow } from '../../../shared/contract/actions.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { LifeList, type LifeStep } from './LifeList.tsx';

/** What has happened to an action: steps, looks of others, and who was told, in order of time. */
export function ActionLife({ action }: { readonly action: ActionRow }) {
  const say = useText();
  const dates = useDates();
  const steps: readonly LifeStep[] = [
    ...action.events.map((event): LifeStep => ({
      on: event.on,
      what:
        event.kind !== 'reviewed'
          ? say(`actions.status.${event.kind}`)
          : event.body === null
            ? say('actions.reviewedPlain')
            : say('actions.reviewed', { body: event.body }),
      where: event.meeting,
      note: event.note,
    })),
    ...action.reportedBack.map((told): LifeStep => ({
      on: told.on,
      what: say('actions.told'),
      where: told.meeting,
      note: [told.how, told.by, told.to].filter((part) => part !== null).join(', '),
    })),
  ];
  return (
    <section>
      <h3>{say('actions.events')}</h3>
      <LifeList lang={action.language} steps={steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))} dayOf={dates.day} />
    </section>
  );
}
