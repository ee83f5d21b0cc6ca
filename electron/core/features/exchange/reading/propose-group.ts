import type { FileOption, FileQuestion, MultipleFileQuestion } from '../../../../../shared/model/survey-file.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { ColumnGroup } from './group-columns.ts';
import { isOtherLabel, isSpecifyHeader } from './header-words.ts';
import { missingReason } from './missing-words.ts';
import { missingWords, orderOptions, substantive, valuesOf, withOther } from './propose-options.ts';
import { proposeSingle, type ProposalContext } from './propose-question.ts';
import { spellingKey } from './value-forms.ts';

/** What a tick is written as when it is not the option's own text; and its opposite. */
const marks = new Set(['1', 'x', 'true', 'sann', 'yes', 'ja', 'y', 'j', 'selected', 'checked', 'valgt', 'vald', '✓', '✔', '☑']);
const blanks = new Set(['0', 'false', 'usann', 'not selected', 'unchecked', 'ikke valgt', 'ikkje vald', 'ej vald', '☐']);

/** Beside yes in a column of ticks, no says that the option is not chosen. */
const refusals = new Set(['nei', 'nej', 'no', 'n']);

/** True for a cell that says no in words. */
export function isNo(cell: string): boolean {
  return refusals.has(spellingKey(cell));
}

/**
 * True for a cell that says "this option is chosen", by a tick or by one of its spellings (as `spellingKey`); false for one
 * that says it is not; null for any other text.
 */
export function readMark(cell: string, optionKeys: readonly string[]): boolean | null {
  const key = spellingKey(cell);
  if (key === '' || blanks.has(key)) return false;
  if (optionKeys.includes(key) || marks.has(key)) return true;
  if (isNo(cell)) return false;
  return missingReason(cell) === null ? null : false;
}

/** Headers may be cut, or carry the number that a spreadsheet adds to make them differ ("Other12"). */
function isSameOption(key: string, item: string): boolean {
  const itemKey = spellingKey(item);
  if (key === itemKey || key === itemKey.replace(/\d{1,3}$/, '')) return true;
  return Math.min(key.length, itemKey.length) >= 12 && (key.startsWith(itemKey) || itemKey.startsWith(key));
}

function isIndicator(profile: ColumnProfile, item: string): boolean {
  if (profile.values === null) return false;
  const keys = profile.values.map((value) => value.key).filter((key) => isSameOption(key, item) || missingReason(key) === null);
  if (keys.length === 0) return item !== '';
  // Yes and no in a cell are an answer to the item, not a tick: only a lone yes is one.
  return (
    keys.every((key) => isSameOption(key, item) || blanks.has(key) || marks.has(key)) && keys.filter((key) => !blanks.has(key)).length <= 1
  );
}

interface GroupMember {
  profile: ColumnProfile;
  item: string;
}

/** The questions of a group of columns and the columns left out because nothing is in them. */
export function proposeGroup(group: ColumnGroup, context: ProposalContext): FileQuestion[] {
  const members = group.columns.map((profile, at): GroupMember => ({ profile, item: group.items[at] ?? '' }));
  if (members.length > 1) {
    const found = proposeIndicators(group, members, context) ?? proposeListed(group);
    if (found !== null) return [found];
  }
  const isGroup = members.length > 1 && !group.soft;
  return attachSpecify(
    members.filter(({ profile }) => profile.filled > 0),
    ({ profile, item }) => {
      const header = profile.header.filter((text) => text !== '').at(0) ?? '';
      const label = item === '' ? group.label : isGroup ? item : header;
      return proposeSingle(profile, label, isGroup && item !== '' ? group.label : null, context);
    },
  );
}

/** One column per option. A column of the group that holds texts under an "other" header is the option's specified text. */
function proposeIndicators(
  group: ColumnGroup,
  members: readonly GroupMember[],
  { leavesBoxesEmpty = false }: ProposalContext,
): MultipleFileQuestion | null {
  const ticks = members.filter(({ profile, item }) => item !== '' && isIndicator(profile, item));
  const rest = members.filter((member) => !ticks.includes(member));
  const specify = rest.find(({ item }) => isSpecifyHeader(item) || isOtherLabel(item));
  const used = ticks.filter(({ profile }) => profile.filled > 0);
  if (used.length < (leavesBoxesEmpty && !group.soft ? 1 : 2) || rest.length > 1 || (rest.length === 1 && specify === undefined))
    return null;
  // A running number alone does not make neighbours one question unless an underscore or blank sets it apart.
  if (group.numbered && members.some(({ profile }) => /[^\W\d_]\d+$/.test(profile.header[0] ?? ''))) return null;
  // Yes/no questions under numbered headers have a no; a list of ticks has none, or zeros.
  const kept = ticks.filter(
    ({ profile, item }) =>
      profile.filled > 0 || !members.some((other) => other.profile !== profile && spellingKey(other.item) === spellingKey(item)),
  );
  let options = kept.map(({ profile, item }, at): FileOption => {
    const written = (profile.values ?? []).filter(({ key }) => isSameOption(key, item)).flatMap(({ spellings }) => spellings);
    return {
      code: at + 1,
      label: written[0] ?? item,
      spellings: [...new Set([...written, item])],
      column: profile.column,
      missing: missingReason(written[0] ?? item),
    };
  });
  if (specify !== undefined) options = withOther(options, specify.item);
  const columns = [...kept.map(({ profile }) => profile.column), ...(specify === undefined ? [] : [specify.profile.column])];
  return {
    kind: 'multiple',
    key: `c${columns[0] ?? 0}`,
    label: group.label,
    group: null,
    columns,
    missing: missingWords([]),
    form: 'indicator',
    separator: null,
    options,
    specifyColumn: specify?.profile.column ?? null,
  };
}

/** Numbered columns that each hold one label of a common vocabulary, filled from the left: `theme_1` … `theme_6`. */
function proposeListed(group: ColumnGroup): MultipleFileQuestion | null {
  const filled = group.columns.filter((profile) => profile.filled > 0);
  const values = valuesOf(filled);
  const [first, second] = filled;
  if (!group.numbered || values === null || first === undefined || second === undefined) return null;
  const labels = substantive(values);
  if (labels.length < 2 || labels.length > 200 || labels.some((value) => value.label.length > 60)) return null;
  const answers = (profile: ColumnProfile) => substantive(profile.values ?? []).reduce((sum, value) => sum + value.count, 0);
  const fallsOff = filled.every((profile, at) => at === 0 || answers(profile) <= answers(filled[at - 1] ?? profile));
  if (!fallsOff || answers(filled.at(-1) ?? first) >= answers(first)) return null;
  if (filled.some((profile) => profile.tested > 0 && profile.numbers === profile.tested)) return null;
  const vocabulary = new Set(substantive(first.values ?? []).map((value) => value.key));
  const later = substantive(valuesOf(filled.slice(1)) ?? []);
  const shared = later.filter((value) => vocabulary.has(value.key)).reduce((sum, value) => sum + value.count, 0);
  const all = later.reduce((sum, value) => sum + value.count, 0);
  if (all === 0 || shared * 2 < all) return null;
  return {
    kind: 'multiple',
    key: `c${first.column}`,
    label: group.label,
    group: null,
    columns: group.columns.map((profile) => profile.column),
    missing: missingWords(values),
    form: 'listed',
    separator: null,
    options: orderOptions(labels).options,
    specifyColumn: null,
  };
}

/** Makes a column with an "other" header the specified text of the choice question to its left. */
function attachSpecify(members: readonly GroupMember[], propose: (member: GroupMember) => FileQuestion): FileQuestion[] {
  const questions: FileQuestion[] = [];
  for (const member of members) {
    const question = propose(member);
    const last = questions.at(-1);
    const merged = last === undefined || member.item === '' ? null : mergeSpecify(last, member.profile, member.item, question);
    if (merged === null) questions.push(question);
    else questions.splice(-1, 1, merged);
  }
  return questions;
}

/** The choice question with the column as its specified text; null when the column is not that. */
export function mergeSpecify(last: FileQuestion, profile: ColumnProfile, header: string, question: FileQuestion): FileQuestion | null {
  if (!isSpecifyHeader(header) && !isOtherLabel(header)) return null;
  if ((last.kind !== 'closed' && last.kind !== 'multiple') || last.specifyColumn !== null) return null;
  if (question.kind === 'number' || question.kind === 'date' || question.kind === 'multiple') return null;
  return { ...last, columns: [...last.columns, profile.column], options: withOther(last.options, header), specifyColumn: profile.column };
}
