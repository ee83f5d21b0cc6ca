import type { IconName } from '../../../ui/icon/icons.ts';
import type { WaitingKind } from './waiting.ts';

/** The picture of each thing that waits in a report. */
export const problemIcons: Readonly<Record<WaitingKind, IconName>> = {
  changed: 'changedNumbers',
  'exhibit-stopped': 'stopped',
  'exhibit-gone': 'stopped',
  'about-gone': 'stopped',
  'quote-not-cleared': 'unclearedQuote',
  'quote-withdrawn': 'unclearedQuote',
  'finding-not-final': 'finding',
  'finding-needs-a-look': 'softCheck',
  'photo-not-allowed': 'stopped',
  'checklist-open': 'questionnaire',
  'text-to-write': 'edit',
};
