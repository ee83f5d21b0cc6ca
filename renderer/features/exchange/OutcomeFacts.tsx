import type { TargetReport } from '../../../shared/model/survey-import.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';

/** What an import into a questionnaire came to, in counts. */
export function OutcomeFacts({ target: { people, values, states } }: { readonly target: TargetReport }) {
  const say = useText();
  const language = useLanguage();
  const number = (count: number): string | null => (count === 0 ? null : formatNumber(count, language));
  const leftOut = people.known + people.unknown + people.twice + people.withdrawn;
  return (
    <Facts
      facts={[
        ...(['added', 'returning', 'changed', 'unchanged'] as const).map((kind) => ({
          name: say(`exchange.report.people.${kind}`),
          value: number(people[kind]),
        })),
        { name: say('exchange.report.leftOutRows'), value: number(leftOut) },
        ...(['filled', 'replaced', 'kept'] as const).map((kind) => ({
          name: say(`exchange.report.values.${kind}`),
          value: number(values[kind]),
        })),
        ...(['parked', 'toConfirm'] as const).map((kind) => ({ name: say(`exchange.report.states.${kind}`), value: number(states[kind]) })),
      ]}
    />
  );
}
