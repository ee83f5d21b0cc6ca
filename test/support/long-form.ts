import type { QuestionnaireSpec, QuestionSpec } from '../../shared/model/questionnaire-spec.ts';
import { agreement, ask, inAll, option, part } from './entry-forms.ts';

/** One planned answer: the keys that give it, and how the file holds it. Null: routing does not ask it. */
export interface PlannedAnswer {
  readonly name: string;
  readonly keys: readonly string[];
  readonly kept: {
    readonly code?: number;
    readonly num?: number;
    readonly txt?: string;
    readonly missing?: string;
    readonly sortOn?: string;
  } | null;
}

export interface LongForm {
  readonly spec: QuestionnaireSpec;
  readonly plan: readonly PlannedAnswer[];
}

interface Item {
  readonly question: QuestionSpec;
  readonly answer: Omit<PlannedAnswer, 'name'>;
}

const answered = (keys: string, kept: PlannedAnswer['kept']): Omit<PlannedAnswer, 'name'> => ({ keys: [...keys], kept });
const entered = (text: string, kept: PlannedAnswer['kept'], ...more: readonly string[]): Omit<PlannedAnswer, 'name'> => ({
  keys: [...text, 'Enter', ...more],
  kept,
});
const notAsked: Omit<PlannedAnswer, 'name'> = { keys: [], kept: null };
const uses = Array.from({ length: 11 }, (_, index) => option(index + 1, `Tilbud ${index + 1}`, index === 10 ? { isExclusive: true } : {}));

/**
 * Ten questions that between them hold what a form can hold: a grid of four rows, a routed question that is asked and one that is
 * not, a soft and a hard check, several answers, a scale to ten, a date in words and an open answer.
 */
function tenItems(at: number): readonly Item[] {
  const name = (part: string): string => `${part}${at}`;
  const row = (index: number): Item => {
    const code = ((at + index) % 5) + 1;
    return {
      question: ask(name(`grad${index}_`), 'scale', `Jeg blir møtt slik jeg ønsker, ${at}.${index}.`, {
        scale: agreement.key,
        lead: inAll(`Del ${at}`),
      }),
      answer: index === 2 && at % 3 === 0 ? answered('v', { missing: 'dont-know' }) : answered(String(code), { code }),
    };
  };
  const yes = at % 2 === 0;
  const ten = at % 11;
  const weeks = at === 4 ? 60 : at;
  return [
    row(0),
    row(1),
    row(2),
    row(3),
    {
      question: ask(name('plan'), 'yes-no', 'Har du en plan?', { options: [option(1, ''), option(2, '')] }),
      answer: answered(yes ? '1' : '2', { code: yes ? 1 : 2 }),
    },
    {
      question: ask(name('nytte'), 'scale-0-10', 'Hvor nyttig er planen?', {
        options: Array.from({ length: 11 }, (_, code) => option(code, '')),
        relevant: `\${${name('plan')}} = 1`,
      }),
      // 1 alone could become 10, and waits for Enter.
      answer: yes ? (ten === 1 ? entered('1', { code: 1 }) : answered(String(ten), { code: ten })) : notAsked,
    },
    {
      question: ask(name('uker'), 'number', 'Hvor mange uker ventet du?', {
        unit: inAll('uker'),
        minimum: 0,
        maximum: 520,
        decimals: 0,
        checks: [
          { severity: 'soft', expression: '. <= 52', message: inAll('Over et år er uvanlig.') },
          { severity: 'hard', expression: '. != 13', message: inAll('Tretten går ikke.') },
        ],
      }),
      answer: weeks > 52 ? entered(String(weeks), { num: weeks }, '2') : entered(String(weeks), { num: weeks }),
    },
    {
      question: ask(name('brukt'), 'several', 'Hva har du brukt?', { options: uses }),
      answer: entered('0104', { txt: '1 4' }),
    },
    at % 4 === 0
      ? { question: ask(name('nar'), 'date', 'Når begynte det?'), answer: entered('apr 2024', { txt: 'apr 2024', sortOn: '2024-04-30' }) }
      : {
          question: ask(name('viktig'), 'rank', 'Hva er viktigst?', {
            options: [1, 2, 3, 4].map((code) => option(code, `Viktig ${code}`)),
            rankCount: 2,
          }),
          answer: answered('31', { txt: '3 1' }),
        },
    {
      question: ask(name('bra'), 'open', 'Hva har vært bra?'),
      answer: entered(`At noen tar telefonen, ${at}.`, { txt: `At noen tar telefonen, ${at}.` }),
    },
  ];
}

/** A form of `tens` × 10 items in as many sections, with the answers to enter and the fewest keys that can give them. */
export function longForm(tens = 10): LongForm {
  const groups = Array.from({ length: tens }, (_, at) => tenItems(at));
  return {
    spec: {
      name: `Skjema med ${tens * 10} spørsmål`,
      languages: ['nb', 'sv', 'en'],
      scales: [agreement],
      extras: {},
      sections: groups.map((items, at) =>
        part(
          `Del ${at + 1}`,
          items.map(({ question }) => question),
        ),
      ),
    },
    plan: groups.flat().map(({ question, answer }) => ({ name: question.name, ...answer })),
  };
}
