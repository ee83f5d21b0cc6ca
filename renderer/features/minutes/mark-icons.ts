import type { LineMark } from '../../../shared/contract/meeting-terms.ts';
import type { IconName } from '../../ui/icon/icons.ts';

/** Marks in the order of their keys. */
export const marks: readonly LineMark[] = [
  'theme',
  'finding',
  'good-example',
  'challenge',
  'idea',
  'question-raised',
  'information',
  'action',
];

/** The picture of each mark. */
export const markIcons: Readonly<Record<LineMark, IconName>> = {
  theme: 'theme',
  finding: 'finding',
  'good-example': 'goodExample',
  challenge: 'challenge',
  idea: 'idea',
  'question-raised': 'questionRaised',
  information: 'learned',
  action: 'action',
};
