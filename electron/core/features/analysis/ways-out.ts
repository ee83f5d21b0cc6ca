import type { ExhibitDefinition, ExhibitView } from '../../../../shared/contract/analysis.ts';
import { waysOut, type BannerChange } from '../../../../shared/disclosure/index.ts';
import { localised, type LocalisedText } from '../../../../shared/model/text.ts';
import type { GateTools } from './gate-tools.ts';
import type { MadeExhibit } from './release-exhibit.ts';

type Way = NonNullable<ExhibitView['gate']['waysOut']>[number];

/** A banner as a definition says it: a single plain part is `columns`. */
function withBanner(definition: ExhibitDefinition, banner: NonNullable<ExhibitDefinition['banner']>): ExhibitDefinition {
  const { banner: _, ...rest } = definition;
  const [only, ...others] = banner;
  if (only === undefined || others.length > 0 || only.within !== undefined) return { ...rest, banner };
  return { ...rest, columns: only.by };
}

/** The table with a change made, where a definition can say it; null for answers and groups that it cannot join. */
function changed(
  { raw: { definition, scaleRows, columns } }: MadeExhibit,
  change: BannerChange,
): (Omit<Way, 'params'> & { readonly heading: LocalisedText }) | null {
  const { banner } = definition;
  if (change.kind === 'merge-rows') {
    const isEnds = change.groups.length === 2 && scaleRows >= 5 && scaleRows <= 7 && definition.merge === undefined;
    return isEnds ? { id: 'analysis.way.mergeEnds', definition: { ...definition, merge: 'ends' }, heading: {} } : null;
  }
  if (banner === undefined || change.kind === 'merge-columns') return null;
  const heading = columns.find(({ part }) => part === change.part)?.headings?.[0] ?? {};
  if (change.kind === 'drop-part') {
    const left = banner.filter((_, at) => at !== change.part);
    return { id: 'analysis.way.dropPart', definition: withBanner(definition, left), heading };
  }
  const own = banner[change.part];
  // The outer grouping may stand beside it already.
  if (own?.within === undefined || banner.some(({ by, within }) => within === undefined && by === own.within)) return null;
  const outer = banner.map(({ by, within }, at) =>
    at === change.part ? { by: within ?? by } : { by, ...(within === undefined ? {} : { within }) },
  );
  return { id: 'analysis.way.dropLevel', definition: withBanner(definition, outer), heading };
}

/** Tables that could be released instead of one that may not be, with how much each of them would hide. */
export function waysOutOf(made: MadeExhibit, { remember }: GateTools = {}): Way[] {
  const { raw, gated, facts } = made;
  const { asked } = gated;
  if (asked === null || gated.findings === 0) return [];
  const workOut = () => waysOut(asked.input, facts.rule, { exclusive: raw.isExclusive, scaleRows: raw.scaleRows });
  const ways = remember === undefined ? workOut() : remember(JSON.stringify(['ways', asked.input, facts.rule, raw.scaleRows]), workOut);
  return ways
    .filter(({ ok }) => ok)
    .flatMap(({ change, hiddenCount }): Way[] => {
      const found = changed(made, change);
      if (found === null) return [];
      const part = localised(found.heading, raw.definition.language);
      return [{ id: found.id, definition: found.definition, params: { hidden: hiddenCount, part } }];
    })
    .slice(0, 8);
}
