import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import type { IconName } from '../../ui/icon/icons.ts';
import { releaseDay } from './release-day.ts';

/** How each answer of the gate looks. */
export const gateLooks = {
  'can-be-released': { icon: 'released', tone: 'good' },
  released: { icon: 'released', tone: 'good' },
  outdated: { icon: 'changedNumbers', tone: 'warn' },
  stopped: { icon: 'stopped', tone: 'bad' },
} as const satisfies Record<ExhibitView['gate']['state'], { readonly icon: IconName; readonly tone: 'good' | 'warn' | 'bad' }>;

/** What the gate says: the strong words, and what follows them. */
export function gateWords(gate: ExhibitView['gate'], say: Say, today: Date, language: Language): readonly [string, string] {
  switch (gate.state) {
    case 'can-be-released':
      return [say('analysis.gate.canBeReleased'), ''];
    case 'released': {
      const date = gate.release === null ? '' : releaseDay(gate.release.releasedAt, today, language);
      return [say('analysis.gate.released'), say('analysis.gate.releasedText', { number: gate.release?.number ?? 0, date })];
    }
    case 'outdated':
      return [say('analysis.gate.outdated'), say('analysis.gate.outdatedText', { number: gate.release?.number ?? 0 })];
    case 'stopped':
      return [say('analysis.gate.stopped'), say('analysis.gate.stoppedText')];
    default:
      return gate.state satisfies never;
  }
}
