import { z } from 'zod';
import background from '../../../../shared/questions/background.json' with { type: 'json' };
import consent from '../../../../shared/questions/consent.json' with { type: 'json' };
import experience from '../../../../shared/questions/experience.json' with { type: 'json' };
import meeting from '../../../../shared/questions/meeting.json' with { type: 'json' };
import open from '../../../../shared/questions/open.json' with { type: 'json' };
import overall from '../../../../shared/questions/overall.json' with { type: 'json' };
import participation from '../../../../shared/questions/participation.json' with { type: 'json' };
import problem from '../../../../shared/questions/problem.json' with { type: 'json' };
import recovery from '../../../../shared/questions/recovery.json' with { type: 'json' };
import whatMatters from '../../../../shared/questions/what-matters.json' with { type: 'json' };
import { BankKind, bankTopics, type BankQuestion } from '../../../../shared/contract/bank.ts';
import { emptyQuestion, OptionSpec, QuestionSpec, ScaleSpec } from '../../../../shared/model/questionnaire-spec.ts';
import { languages, LocalisedText } from '../../../../shared/model/text.ts';

/** A bank question without the places that use it. */
export type KeptQuestion = Omit<BankQuestion, 'uses'>;

/** An option as the files hold it: what is not said is no. */
const ShippedOption = OptionSpec.extend({
  name: OptionSpec.shape.name.default(null),
  isExclusive: z.boolean().default(false),
  asksWhat: z.boolean().default(false),
  filterValues: OptionSpec.shape.filterValues.default({}),
  extras: OptionSpec.shape.extras.default({}),
});
const ShippedScale = ScaleSpec.extend({ options: z.array(ShippedOption) });
/** A question as the files hold it. Without a type it is one to talk about: for meetings, or a problem to raise. */
const ShippedQuestion = QuestionSpec.omit({ name: true, parent: true, extras: true })
  .partial()
  .extend({
    key: z.string(),
    version: z.int().default(1),
    kind: BankKind,
    wording: LocalisedText,
    options: z.array(ShippedOption).default([]),
  });
const ShippedFile = z.strictObject({ topic: z.enum(bankTopics), scales: z.array(ShippedScale), questions: z.array(ShippedQuestion) });
type ShippedFile = z.infer<typeof ShippedFile>;

/** Keys of shipped questions begin so; a workspace's own are ids. */
const prefix = 'rost.';

/** Whether a key is one of the program's own questions. */
export function isShippedKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The questions that come with the program, by topic in the order of the files. */
export const shippedQuestions: readonly KeptQuestion[] = ShippedFile.array()
  .parse([consent, background, whatMatters, participation, recovery, experience, overall, open, meeting, problem])
  .flatMap(questionsOf);

function questionsOf({ topic, scales, questions }: ShippedFile): KeptQuestion[] {
  return questions.map(({ key, version, kind, wording, type, ...rest }) => ({
    // The same in every workspace, so that two that are brought together know it for the same question.
    id: `${prefix}${key}.${version}`,
    key: `${prefix}${key}`,
    version,
    kind,
    topic,
    wording,
    languages: languages.filter((language) => (wording[language] ?? '') !== ''),
    definition: type === undefined ? null : QuestionSpec.parse({ ...emptyQuestion(key, type, wording), ...rest }),
    scale: scales.find((scale) => scale.key === rest.scale) ?? null,
    source: 'Røst',
    licence: 'MIT',
    isShipped: true,
  }));
}
