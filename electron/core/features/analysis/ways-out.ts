import type { ExhibitView } from '../../../../shared/contract/analysis.ts';
import { waysOut, type BannerChange } from '../../../../shared/disclosure/index.ts';
import { localised } from '../../../../shared/model/text.ts';
import { isScored } from '../../analysis/numbers.ts';
import { withBanner } from './coarser.ts';
import type { GateTools } from './gate-tools.ts';
import type { MadeExhibit } from './release-exhibit.ts';

/** A table to be had instead of another. */
export type Way = NonNullable<ExhibitView['gate']['waysOut']>[number];

/** The table with less in its columns, where a definition can say it; null for groups that it cannot join. */
export function changedBanner({ raw: { definition, columns } }: MadeExhibit, change: BannerChange): Way | null {
  const { banner, language } = definition;
  if (banner === undefined || change.kind === 'merge-columns' || change.kind === 'merge-rows') return null;
  const part = localised(columns.find((column) => column.part === change.part)?.headings?.[0] ?? {}, language);
  if (change.kind === 'drop-part') {
    const left = banner.filter((_, at) => at !== change.part);
    return { id: 'analysis.way.dropPart', definition: withBanner(definition, left), params: { part } };
  }
  const own = banner[change.part];
  // The outer grouping may stand beside it already.
  if (own?.within === undefined || banner.some(({ by, within }) => within === undefined && by === own.within)) return null;
  const outer = banner.map(({ by, within }, at) =>
    at === change.part ? { by: within ?? by } : { by, ...(within === undefined ? {} : { within }) },
  );
  return { id: 'analysis.way.dropLevel', definition: withBanner(definition, outer), params: { part } };
}

/** Answers in an order, whose neighbours can be joined; 0 where they have none. */
function stepsOf({ raw: { question, scaleRows } }: MadeExhibit): number {
  return question !== null && isScored(question.type) ? scaleRows : 0;
}

/** The table with the answers at each end joined, where it has steps enough; null for other answers. */
function mergedEnds(made: MadeExhibit, groups: number): Way | null {
  const { definition } = made.raw;
  const steps = stepsOf(made);
  const isEnds = groups === 2 && steps >= 5 && steps <= 7 && definition.merge === undefined;
  return isEnds ? { id: 'analysis.way.mergeEnds', definition: { ...definition, merge: 'ends' }, params: { part: '' } } : null;
}

/** Tables that could be released instead of one that may not be, with how much each of them would hide. */
export function waysOutOf(made: MadeExhibit, { remember }: GateTools = {}): Way[] {
  const { raw, gated, facts } = made;
  const { asked } = gated;
  if (asked === null || gated.findings === 0) return [];
  const scaleRows = stepsOf(made);
  const workOut = () => waysOut(asked.input, facts.rule, { exclusive: raw.isExclusive, scaleRows, now: asked.released });
  const ways = remember === undefined ? workOut() : remember(JSON.stringify(['ways', asked.input, facts.rule, scaleRows]), workOut);
  return ways
    .filter(({ ok }) => ok)
    .flatMap(({ change, hiddenCount }): Way[] => {
      const found = change.kind === 'merge-rows' ? mergedEnds(made, change.groups.length) : changedBanner(made, change);
      return found === null ? [] : [{ ...found, params: { ...found.params, hidden: hiddenCount } }];
    })
    .slice(0, 8);
}
