import type { AgreedAction, Line } from '../../../shared/contract/minutes.ts';

/** Actions by the line they were agreed in, and those that no line tells of. */
export interface MatchedActions {
  readonly byLine: ReadonlyMap<string, AgreedAction>;
  readonly others: readonly AgreedAction[];
}

/** The words without what punctuation adds. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[.\s]+$/u, '')
    .toLowerCase();
}

/** Puts each action under its line: the one that made it or, where the two share no key, one marked as an action that says the same. */
export function matchActions(lines: readonly Line[], actions: readonly AgreedAction[]): MatchedActions {
  const byId = new Map<string, AgreedAction>(actions.map((action) => [action.id, action]));
  const linked = new Set<string>(lines.flatMap((line) => (line.actionId === null ? [] : [line.actionId])));
  const left = new Map(actions.filter((action) => !linked.has(action.id)).map((action) => [plain(action.wording), action]));
  const byLine = new Map<string, AgreedAction>();
  for (const line of lines) {
    const words = plain(line.body);
    const action = line.actionId === null ? (line.mark === 'action' ? left.get(words) : undefined) : byId.get(line.actionId);
    if (action === undefined) continue;
    byLine.set(line.id, action);
    if (line.actionId === null) left.delete(words);
  }
  const used = new Set([...byLine.values()].map((action) => action.id));
  return { byLine, others: actions.filter((action) => !used.has(action.id)) };
}
