import type { MinuteLine, StripAction } from '../../../shared/contract/meetings.ts';

/** Actions by the line they were agreed in, and those that no line tells of. */
export interface MatchedActions {
  readonly byLine: ReadonlyMap<string, StripAction>;
  readonly others: readonly StripAction[];
}

/** The words without what punctuation adds. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[.\s]+$/u, '')
    .toLowerCase();
}

/** Puts each action under the line marked as an action that says the same; minutes and actions share no key. */
export function matchActions(lines: readonly MinuteLine[], actions: readonly StripAction[]): MatchedActions {
  const left = new Map(actions.map((action) => [plain(action.wording), action]));
  const byLine = new Map<string, StripAction>();
  for (const line of lines) {
    const action = line.mark === 'action' ? left.get(plain(line.body)) : undefined;
    if (action === undefined) continue;
    byLine.set(line.id, action);
    left.delete(plain(line.body));
  }
  const used = new Set([...byLine.values()].map((action) => action.id));
  return { byLine, others: actions.filter((action) => !used.has(action.id)) };
}
