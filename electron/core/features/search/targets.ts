import { z } from 'zod';
import type { SearchTarget } from '../../../../shared/contract/search.ts';

type Screen = SearchTarget['screen'];
type Target = z.input<typeof SearchTarget>;

/** What each screen needs to be opened. */
const parts: Readonly<Record<Screen, readonly string[]>> = {
  text: ['projectId', 'textId'],
  interview: ['projectId', 'interviewId', 'questionId'],
  minutes: ['meetingId', 'lineId'],
  meeting: ['meetingId'],
  theme: ['themeId'],
  finding: ['projectId', 'findingId'],
  action: ['actionId'],
  observation: ['observationId'],
  register: ['kind', 'id'],
  place: ['placeId'],
  question: ['projectId', 'questionnaireId', 'versionId', 'questionId'],
  bank: [],
  matrix: ['projectId'],
  project: ['projectId'],
  report: ['projectId', 'reportId', 'blockId'],
  exhibit: ['projectId', 'exhibitId'],
};

const Found = z.looseObject({ screen: z.string() });

/** Where a hit opens, of what its row says; ids that its screen does not need are left out. */
export function targetOf(json: string): Target {
  const found = Found.parse(JSON.parse(json));
  // Written by hit-rows.ts with the screens of the contract; the output is held against it in tests.
  const screen = found.screen as Screen;
  return { screen, ...Object.fromEntries(parts[screen].map((part) => [part, found[part] ?? null])) } as Target;
}
