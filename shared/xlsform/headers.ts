/** What a sheet of a form is for. */
export type SheetKind = 'survey' | 'choices' | 'settings';

/** A header understood. `field` null: a column that is only passed on. */
export interface HeaderReading {
  readonly field: string | null;
  /** The language as the file calls it; '' for a text column without one; null for columns that are no texts. */
  readonly fileLanguage: string | null;
  /** An older way of writing the header. */
  readonly isOld: boolean;
  /** Part of the standard, though only passed on. */
  readonly isStandard: boolean;
}

const translated: ReadonlySet<string> = new Set([
  'label',
  'hint',
  'guidance_hint',
  'required_message',
  'constraint_message',
  'app::unit',
  'app::short_label',
  'app::lead',
  'app::soft_message',
  'app::constraint_message',
]);

const plain: Readonly<Record<SheetKind, readonly string[]>> = {
  survey: [
    'type',
    'name',
    'required',
    'relevant',
    'constraint',
    'calculation',
    'default',
    'choice_filter',
    'repeat_count',
    'parameters',
    'appearance',
    'disabled',
    'app::type',
    'app::missing',
    'app::severity',
    'app::minimum',
    'app::maximum',
    'app::decimals',
    'app::no_lead',
    'app::per_person',
    'app::identifier',
    'app::background',
    'app::rank_count',
    'app::register',
    'app::shared',
    'app::group',
    'app::specify_of',
    'app::soft_constraint',
  ],
  choices: [
    'list_name',
    'name',
    'app::code',
    'app::exclusive',
    'app::specify',
    'app::plain',
    'app::scale',
    'app::direction',
    'app::neutral',
  ],
  settings: ['form_title', 'default_language', 'allow_choice_duplicates'],
};
const texts: Readonly<Record<SheetKind, readonly string[]>> = {
  survey: [
    'label',
    'hint',
    'guidance_hint',
    'required_message',
    'constraint_message',
    'app::unit',
    'app::short_label',
    'app::lead',
    'app::soft_message',
  ],
  choices: ['label'],
  settings: [],
};

/** Ways of writing that are read without a word: other spellings of the same header. */
const spellings: Readonly<Record<SheetKind, Readonly<Record<string, string>>>> = {
  survey: { constraint_msg: 'constraint_message', required_msg: 'required_message' },
  choices: { listname: 'list_name' },
  settings: { title: 'form_title', set_form_title: 'form_title' },
};

/** Headers of earlier versions of the standard, by what they are called now. */
const old: Readonly<Record<SheetKind, Readonly<Record<string, string>>>> = {
  survey: {
    caption: 'label',
    text: 'label',
    tag: 'name',
    value: 'name',
    command: 'type',
    relevance: 'relevant',
    'bind:relevant': 'relevant',
    'bind:constraint': 'constraint',
    'bind:jr:constraintmsg': 'constraint_message',
    constraintmsg: 'constraint_message',
    'bind:required': 'required',
    'bind:jr:requiredmsg': 'required_message',
    requiredmsg: 'required_message',
    'bind:calculate': 'calculation',
    calculate: 'calculation',
    'control:appearance': 'appearance',
    'control:jr:count': 'repeat_count',
    'jr:count': 'repeat_count',
    count: 'repeat_count',
  },
  choices: { caption: 'label', tag: 'name', value: 'name', list: 'list_name' },
  settings: {},
};

/** Columns of the standard that have no place here and come out again as they went in. */
const passedOn =
  /^(?:read_only|readonly|trigger|save_to|image|big-image|big_image|audio|video|media|autoplay|geometry|intent|query|note|notes|instance|bind|body|control|rows|hxl)(?:$|:)/u;

const wordForm = (part: string): string =>
  part
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '_')
    .replace(/^(constraint|required)-msg$/u, '$1_msg');

/** Understands one header. Case, blanks around it and one or two colons do not matter. */
export function readHeader(written: string, kind: SheetKind): HeaderReading {
  const parts = written.includes('::') ? written.split('::') : written.split(':');
  const isOwn = wordForm(parts[0] ?? '') === 'app';
  for (let length = parts.length; length > 0; length -= 1) {
    const found = named(
      parts
        .slice(0, length)
        .flatMap((part) => part.split(':'))
        .map(wordForm)
        .join(isOwn ? '::' : ':'),
      kind,
    );
    if (found === null) continue;
    const rest = parts.slice(length).map((part) => part.trim());
    const isText = translated.has(found.field.replace(/_\d+$/u, ''));
    if (rest.length > 0 && (!isText || rest.every((part) => part === ''))) break;
    return { field: found.field, fileLanguage: isText ? rest.join('::') : null, isOld: found.isOld, isStandard: true };
  }
  // Every setting is the standard's or another program's own, and none of them is about what is asked.
  return { field: null, fileLanguage: null, isOld: false, isStandard: kind === 'settings' || passedOn.test(parts.map(wordForm).join(':')) };
}

function named(form: string, kind: SheetKind): { field: string; isOld: boolean } | null {
  const numbered = form.replace(/^(app::(?:constraint|constraint_message|soft_constraint|soft_message))_\d{1,2}$/u, '$1');
  if (numbered !== form && kind === 'survey') return { field: form, isOld: false };
  if (plain[kind].includes(form) || texts[kind].includes(form)) return { field: form, isOld: false };
  const spelled = Object.hasOwn(spellings[kind], form) ? spellings[kind][form] : undefined;
  if (spelled !== undefined)
    return plain[kind].includes(spelled) || texts[kind].includes(spelled) ? { field: spelled, isOld: false } : null;
  const older = Object.hasOwn(old[kind], form) ? old[kind][form] : undefined;
  return older === undefined ? null : { field: older, isOld: true };
}

/** True for fields whose cells are texts in a language. */
export function isTextField(field: string): boolean {
  return translated.has(field.replace(/_\d+$/u, ''));
}
