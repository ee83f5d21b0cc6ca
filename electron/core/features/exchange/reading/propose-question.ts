import type { ColumnRole, DateForm, DecimalSign, FileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { ColumnProfile, ValueCount } from './column-profile.ts';
import { isAmountHeader, isDateHeader } from './header-words.ts';
import { splitList, type ListSeparator } from './list-cells.ts';
import { recogniseScale, recogniseYesNo } from './ordered-scales.ts';
import { missingWords, openMissing, orderOptions, substantive } from './propose-options.ts';

/** What the file as a whole settles for every column. */
export interface ProposalContext {
  readonly decimalSign: DecimalSign;
  readonly dateForm: DateForm | null;
  /** The tool leaves a box that is not ticked empty: where nobody ticked another one, a lone ticked column is still one of several. */
  readonly leavesBoxesEmpty?: boolean;
}

const mostOptions = 30;

/** Few enough different values, repeated often enough, to be the options of a closed question. */
function looksClosed(profile: ColumnProfile, values: readonly ValueCount[]): boolean {
  const answers = values.reduce((sum, value) => sum + value.count, 0);
  const labels = values.map((value) => value.label);
  if (values.length === 0 || answers === 0) return false;
  if (recogniseScale(labels) !== null || recogniseYesNo(labels) !== null) return true;
  const longest = Math.max(...labels.map((label) => label.length));
  if (answers < 10) return values.length <= 3 && values.length < answers && longest <= 20;
  // Two or three long descriptions that hundreds chose are options; long texts that repeat now and then are not.
  if (longest > 160 || profile.meanLength > 90) return values.length <= 8 && answers / values.length >= 8;
  if (values.length > mostOptions) return false;
  // Thirty options need more answers each than five do: rare repeats of short texts are chance.
  return answers / values.length >= (values.length <= 12 ? 2.5 : 5);
}

/** Whole numbers 1–7, most of them used: the codes of a scale rather than an amount. */
function looksLikeScaleCodes(profile: ColumnProfile, header: string): boolean {
  const values = profile.values === null ? [] : substantive(profile.values);
  if (profile.integers < profile.tested || profile.tested < 10 || isAmountHeader(header)) return false;
  return values.length >= 2 && profile.least >= 0 && profile.most <= 7 && profile.most - profile.least + 1 <= values.length + 1;
}

/** The form of a column of dates; null when it is none. One cell in ten may be something else and becomes a problem. */
function dateOf(profile: ColumnProfile, header: string, context: ProposalContext): { dateForm: DateForm; ambiguous: boolean } | null {
  const { tested, dates } = profile;
  if (tested === 0) return null;
  const fits = (count: number) => (tested < 10 ? count === tested : count >= tested * 0.9);
  if (fits(dates.iso)) return { dateForm: 'iso', ambiguous: false };
  if (fits(dates.dmy) || fits(dates.mdy)) {
    const ambiguous = dates.dmy === dates.mdy;
    if (context.dateForm === 'dmy' || context.dateForm === 'mdy') return { dateForm: context.dateForm, ambiguous };
    if (ambiguous) return { dateForm: profile.hasHalfDay ? 'mdy' : 'dmy', ambiguous };
    return { dateForm: dates.dmy > dates.mdy ? 'dmy' : 'mdy', ambiguous };
  }
  if (fits(dates.ymd)) return { dateForm: 'ymd', ambiguous: false };
  // Bare day numbers, as a spreadsheet exports dates without their format.
  const isSerial = fits(profile.numbers) && profile.least >= 20_000 && profile.most <= 80_000 && isDateHeader(header);
  return isSerial ? { dateForm: 'excel-serial', ambiguous: false } : null;
}

/** Numbers, but for codes written in digits: as a number they would lose the zeros they begin with. */
const looksNumeric = ({ tested, numbers, isPadded }: ColumnProfile): boolean =>
  tested > 0 && !isPadded && (tested < 10 ? numbers === tested : numbers >= tested * 0.9);

/** Cells that hold several options with a separator between them; null when the column is not such a list. */
function separatorOf(profile: ColumnProfile): { separator: ListSeparator; tokens: ValueCount[] } | null {
  if (profile.values === null) return null;
  for (const separator of [';', '|', ','] as const) {
    const values = substantive(profile.values);
    const joined = values.filter((value) => splitList(value.label, separator).length > 1);
    if (joined.length * 10 < values.length || joined.length < 2) continue;
    const tokens = tokensOf(values, separator);
    // Options that are chosen freely turn up in different company; the parts of one label with a comma never do.
    const free = tokens.filter((token) => values.filter((value) => splitList(value.label, separator).includes(token.label)).length > 1);
    if (free.length * 2 < tokens.length) continue;
    const uses = tokens.reduce((sum, token) => sum + token.count, 0);
    const longest = Math.max(0, ...tokens.map((token) => token.label.length));
    if (tokens.length < 2 || tokens.length > 50) continue;
    if (separator !== ',' && uses >= tokens.length * 1.5 && longest <= 120) return { separator, tokens };
    // Commas stand in sentences too: every part must be used again and again, and be short.
    if (separator === ',' && uses >= tokens.length * 3 && longest <= 60 && tokens.every((token) => token.count > 1))
      return { separator, tokens };
  }
  return null;
}

function tokensOf(values: readonly ValueCount[], separator: ListSeparator): ValueCount[] {
  const tokens = new Map<string, ValueCount>();
  for (const value of values) {
    for (const label of splitList(value.label, separator)) {
      const key = label.toLowerCase();
      const known = tokens.get(key);
      tokens.set(key, {
        key,
        label: known?.label ?? label,
        count: (known?.count ?? 0) + value.count,
        seen: known?.seen ?? tokens.size,
        spellings: [...new Set([...(known?.spellings ?? []), label])],
      });
    }
  }
  return [...tokens.values()];
}

/** The question that one column is by itself. Never a respondent code or skipped: its place in the file decides those. */
export function proposeSingle(
  profile: ColumnProfile,
  label: string,
  group: string | null,
  context: ProposalContext,
): FileQuestion & { kind: Exclude<ColumnRole, 'respondentCode' | 'skip' | 'specify'> } {
  const values = profile.values === null ? null : substantive(profile.values);
  const base = { key: `c${profile.column}`, label, group, columns: [profile.column], missing: missingWords(profile.values) };
  const date = dateOf(profile, label, context);
  if (date !== null) return { kind: 'date', ...base, ...date };
  if (looksNumeric(profile) && !looksLikeScaleCodes(profile, label)) return { kind: 'number', ...base };
  const list = separatorOf(profile);
  if (list !== null) {
    const { options } = orderOptions(list.tokens);
    return { kind: 'multiple', ...base, form: 'separated', separator: list.separator, options, specifyColumn: null };
  }
  if (values !== null && looksClosed(profile, values)) return { kind: 'closed', ...base, ...orderOptions(values), specifyColumn: null };
  return { kind: 'open', ...base, missing: openMissing(base.missing) };
}
