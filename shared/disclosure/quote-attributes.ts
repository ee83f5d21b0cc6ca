/** What an attribute tells of a person. Place, age and diagnosis together point at somebody even where many share each. */
export type AttributeKind = 'place' | 'age' | 'diagnosis' | 'other';

/** One thing told of whoever said something: "30–49", or coarser, "30–49 or 50–66". */
export interface QuoteAttribute {
  /** What it is about: a variable's id, or a word such as "place". */
  readonly key: string;
  readonly kind: AttributeKind;
  /** The values that fit; several where it is told coarsely. */
  readonly values: readonly string[];
}

/** What is known of one person: values by key, several where several could be chosen. Absent where nothing is known. */
export type KnownOf = ReadonlyMap<string, readonly string[]>;

/** At most so many attributes stand under a quote. */
export const MOST_ATTRIBUTES = 2;

/** Whether attributes may stand under a quote, and if not, why. `persons` is the inside view: how many share all of them. */
export type AttributeJudgement =
  | { readonly state: 'ok'; readonly persons: number }
  | { readonly state: 'too-many' }
  | { readonly state: 'together' }
  | { readonly state: 'too-few'; readonly persons: number };

export interface AttributeRule {
  /** Fewest persons who share what is told. */
  readonly threshold: number;
  /** What a reader knows of everybody in the file besides, such as the place it is about. */
  readonly known?: readonly QuoteAttribute[];
}

const neverTogether: readonly AttributeKind[] = ['place', 'age', 'diagnosis'];

/** How many persons have all of the attributes. */
export function sharedBy(attributes: readonly QuoteAttribute[], persons: readonly KnownOf[]): number {
  return persons.filter((person) => attributes.every(({ key, values }) => (person.get(key) ?? []).some((value) => values.includes(value))))
    .length;
}

/**
 * Attributes beside a quote are a record of the person who said it: at most two, shared by the threshold of persons or more together
 * with what is known anyway, and never place, age and diagnosis at once. None at all may always stand.
 * @param persons everybody who could have said it: those whose answers count in the project
 */
export function judgeAttributes(
  attributes: readonly QuoteAttribute[],
  persons: readonly KnownOf[],
  { threshold, known = [] }: AttributeRule,
): AttributeJudgement {
  if (attributes.length > MOST_ATTRIBUTES) return { state: 'too-many' };
  const told = [...attributes, ...known];
  if (neverTogether.every((kind) => told.some((attribute) => attribute.kind === kind))) return { state: 'together' };
  const sharing = sharedBy(told, persons);
  return attributes.length === 0 || sharing >= threshold ? { state: 'ok', persons: sharing } : { state: 'too-few', persons: sharing };
}

/**
 * Coarser ways to tell the same that may stand, the most telling first: one of them told wider, each alone, each alone and wider.
 * Empty where only none at all may stand.
 * @param wider the same attribute told one step coarser; null where there is no such step
 */
export function coarserAttributes(
  attributes: readonly QuoteAttribute[],
  persons: readonly KnownOf[],
  rule: AttributeRule,
  wider: (attribute: QuoteAttribute) => QuoteAttribute | null = () => null,
): readonly (readonly QuoteAttribute[])[] {
  const widened = attributes.flatMap((attribute, at) => {
    const next = wider(attribute);
    return next === null || attributes.length < 2 ? [] : [attributes.with(at, next)];
  });
  const alone = attributes.length > 1 ? attributes.map((attribute) => [attribute]) : [];
  const aloneWider = attributes.flatMap((attribute) => {
    const next = wider(attribute);
    return next === null ? [] : [[next]];
  });
  return [...widened, ...alone, ...aloneWider].filter((told) => judgeAttributes(told, persons, rule).state === 'ok');
}

const ages = /\b(age|alder|aldersgruppe|aldersgrupp|ålder|åldersgrupp|gammel|gammal|fødselsår|fødd|född|født|birth)\w*/iu;
const diagnoses = /diagnos|lidelse|liding|sjukdom|sykdom|disorder|illness/iu;

/** What kind of thing a closed question tells, by the words it is called and asked with. */
export function attributeKindOf(words: readonly string[]): AttributeKind {
  if (words.some((text) => diagnoses.test(text))) return 'diagnosis';
  return words.some((text) => ages.test(text) || /^age/iu.test(text)) ? 'age' : 'other';
}
