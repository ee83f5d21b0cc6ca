import type { RoundSheet } from '../../../../../shared/model/survey-import.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { matchTarget, rolesOf } from '../matching/match-target.ts';
import type { RememberedMapping } from '../matching/remember-mapping.ts';
import { chooseByName } from './choose-repeat.ts';
import type { SeenSheet } from './look-at-sheet.ts';
import { asOutside, type RoundTarget } from './round-targets.ts';

/** How sheets are fitted: with which language, and how an earlier one of the same name was. */
export interface FitOptions {
  readonly language: Language;
  readonly remembered: RememberedMapping | null;
}

/** Less of a sheet's columns than this in a repeat, and it is not that repeat. */
const leastShare = 0.5;

/** A sheet as rounds of something; columns that are none of its questions are left out, for a frozen form takes no new ones into a round. */
export function fitSheet(
  seen: SeenSheet,
  target: RoundTarget | null,
  how: Pick<RoundSheet, 'basis' | 'isSure'>,
  { language, remembered }: FitOptions,
): RoundSheet {
  const { source, reading, rowCount, profiles, proposal, facts } = seen;
  const base = { file: source.ticket, name: source.name, reading, rowCount, of: target?.of ?? null, facts: [...facts], ...how };
  if (target === null) {
    const columns = proposal.columns.map(({ column, header }) => ({ column, header, role: 'skip' as const, questionKey: null }));
    return { ...base, mapping: { columns, questions: [], decimalSign: proposal.decimalSign }, links: [], unread: [] };
  }
  const found = matchTarget({ questions: target.questions.map(asOutside), profiles, proposal, remembered, asNewVersion: false, language });
  const links = found.links.filter(({ questionId }) => questionId !== null);
  const keys = new Set(links.map(({ key }) => key));
  const questions = found.mapping.questions.filter(({ key }) => keys.has(key));
  return {
    ...base,
    mapping: { ...found.mapping, questions, columns: rolesOf(proposal.columns, questions, null) },
    links,
    unread: found.unread.filter(({ key }) => keys.has(key)),
  };
}

/** What a sheet is rounds of: by name, else the one whose questions most of its columns are. */
export function chooseAndFit(seen: SeenSheet, targets: readonly RoundTarget[], options: FitOptions): RoundSheet {
  const headers = seen.proposal.columns.map(({ header }) => header);
  const named = chooseByName({ name: seen.source.name, headers, isOwn: seen.keys.interview !== null }, targets);
  if (named !== null) return fitSheet(seen, named.target, { basis: named.basis, isSure: true }, options);
  const own = seen.proposal.questions.length;
  const fits = targets
    .map((target) => fitSheet(seen, target, { basis: 'similar', isSure: false }, options))
    .filter(({ links }) => links.length > 0 && links.length >= own * leastShare)
    .toSorted((a, b) => b.links.length - a.links.length);
  const [best, next] = fits;
  if (best !== undefined && best.links.length > (next?.links.length ?? 0)) return best;
  return fitSheet(seen, null, { basis: 'added', isSure: false }, options);
}
