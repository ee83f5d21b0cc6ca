import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, Outcomes, surenessOf } from './calibrate.ts';
import { featuresOf, tokensOf } from './features.ts';
import { figuresOf } from './measure.ts';
import { fewestPersons, foldOf, learn, suggest, teachable, weightiest, type Example, type Lessons } from './index.ts';

function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const about: Readonly<Record<string, readonly string[]>> = {
  tid: [
    'Vi ventet i måneder på time',
    'Lang ventetid før første samtale',
    'Måtte vente altfor lenge',
    'Ventetiden var lang og timen ble flyttet',
  ],
  hørt: ['De lyttet til meg', 'Endelig noen som lyttet og hørte', 'Legen hørte ikke på meg', 'Jeg følte meg hørt av behandleren'],
  sted: ['Bussen går sjelden dit', 'Lang reise med buss', 'Lokalene var langt unna og bussen dyr', 'Reisen tok to timer'],
};
const kinds = Object.keys(about);

/** Answers about one or two things each, by as many people; the words vary with the number. */
function answers(count: number): Example[] {
  return Array.from({ length: count }, (_, at): Example => {
    const themes = [kinds[at % 3] ?? '', ...(at % 7 === 0 ? [kinds[(at + 1) % 3] ?? ''] : [])];
    const body = themes.map((theme) => about[theme]?.[(at >> 2) % 4] ?? '').join('. ');
    return { person: `p${at}`, body: `${body}. Svar ${at}`, language: 'nb', themes, isMeasured: true };
  });
}

const taught = (examples: readonly Example[]): Lessons => {
  const lessons = finished(learn(examples));
  if (lessons === null) throw new Error('nothing learnt');
  return lessons;
};

describe('words', () => {
  it('have their stems, and where they stand in the text', () => {
    const body = 'Mulighetene, og “veiene” – dit!';
    expect(tokensOf(body, 'nb').map(({ start, end }) => body.slice(start, end))).toEqual(['Mulighetene', 'veiene', 'dit']);
  });

  it.each([
    ['nb', 'Jeg fikk ikke god hjelp, men legen var snill'],
    ['nn', 'Eg fekk ikkje god hjelp, men legen var snill'],
    ['sv', 'Jag fick inte bra hjälp, men läkaren var snäll'],
    ['en', 'I did not get good help, but the doctor was kind'],
  ])('turn round after a "not" to the end of the clause (%s)', (language, body) => {
    const turned = tokensOf(body, language).filter(({ isNegated }) => isNegated);
    expect(turned.map(({ start, end }) => body.slice(start, end).toLowerCase()).at(-1)).toMatch(/^(?:hj[eä]lp|help)$/u);
    expect([...featuresOf(body, language).keys()].filter((name) => name.startsWith('¬')).length).toBe(turned.length);
  });
});

describe('sureness', () => {
  it('never falls as the score rises, and is a share of what was seen', () => {
    const outcome = fc.record({ score: fc.double({ min: -3, max: 3, noNaN: true }), isRight: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(outcome, { maxLength: 300 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (all, score, more) => {
          const outcomes = new Outcomes();
          for (const { score: own, isRight } of all) outcomes.add(own, isRight);
          const made = calibrate([outcomes]);
          expect(surenessOf(made, score)).toBeLessThanOrEqual(surenessOf(made, score + more));
          expect(surenessOf(made, score)).toBeGreaterThanOrEqual(0);
          expect(surenessOf(made, score + more)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('learning', () => {
  it('finds what new answers are about, and says by which words', () => {
    const { model } = taught(answers(150));
    const body = 'Jeg ventet lenge, og så var ventetiden enda lengre';
    const [first] = suggest(model, body, 'nb');
    expect(first?.theme).toBe('tid');
    expect(first?.words.map(({ start, end }) => body.slice(start, end))).toContain('ventetiden');
    expect(weightiest(model, 'sted', 3).map(({ text }) => text)).toContain('buss');
    expect(suggest(model, 'Helt andre ord', 'nb')).toEqual([]);
  });

  it('gives the same in any order of the answers', () => {
    const given = answers(60);
    const once = taught(given);
    const again = taught(given.toReversed());
    expect([...again.model.linear.weights]).toEqual([...once.model.linear.weights]);
    expect(again.heldOut.toSorted((a, b) => (a.person < b.person ? -1 : 1))).toEqual(
      once.heldOut.toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    );
  });

  it('never suggests a theme that fewer than ten persons have, however often they said it', () => {
    const few = Array.from({ length: 40 }, (_, at): Example => ({
      person: `f${at % 9}`,
      body: `Maten var kald ${at}`,
      language: 'nb',
      themes: ['mat'],
      isMeasured: true,
    }));
    const { model } = taught([...answers(60), ...few]);
    expect(teachable(few)).toEqual([]);
    expect(model.themes).not.toContain('mat');
    expect(suggest(model, 'Maten var kald', 'nb').map(({ theme }) => theme)).not.toContain('mat');
    expect(finished(learn(few))).toBeNull();
    expect(fewestPersons).toBe(10);
  });

  it('shows words of the text, and none that fewer than three persons used', () => {
    const { model } = taught(answers(90));
    const words = fc.constantFrom(...Object.values(about).flat(), 'ikke 😀 é', 'Svar 7', 'aldri\n\n', 'ventet');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (parts) => {
        const body = parts.join(' ');
        const found = suggest(model, body, 'nb');
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { words: ranges } of found) {
          expect(ranges.length).toBeGreaterThan(0);
          for (const { start, end } of ranges) expect(body.slice(start, end)).toMatch(/^[\p{L}\p{N}'’]+$/u);
        }
      }),
    );
    expect(model.written.map(({ text }) => text)).not.toContain('7');
  });

  it('leaves out what it is told to', () => {
    const { model } = taught(answers(90));
    const body = 'Ventetiden var lang';
    expect(suggest(model, body, 'nb')[0]?.theme).toBe('tid');
    expect(suggest(model, body, 'nb', new Set(['tid'])).map(({ theme }) => theme)).not.toContain('tid');
  });
});

describe('measuring', () => {
  it('holds whole persons out: what somebody alone keeps repeating is not known of them', () => {
    // Every person has a word of their own in many answers; it would give their theme away, had any of their answers been learnt from.
    const given = Array.from({ length: 300 }, (_, at): Example => {
      const person = at % 30;
      return {
        person: `p${person}`,
        body: `Ord${'abcdefghijklmnopqrstuvwxyzæøåé'[person]}eget sa jeg her`,
        language: 'nb',
        themes: [kinds[person % 3] ?? ''],
        isMeasured: true,
      };
    });
    const { heldOut } = taught(given);
    expect(heldOut).toHaveLength(300);
    expect(heldOut.filter(({ suggested, coded }) => suggested.includes(coded[0] ?? '') && suggested.length === 1)).toEqual([]);
    expect(new Set(given.map(({ person }) => foldOf(person))).size).toBe(5);
  });

  it('measures only where nobody had been shown a suggestion', () => {
    const given = answers(90).map((one, at) => ({ ...one, isMeasured: at % 2 === 0 }));
    expect(taught(given).heldOut).toHaveLength(45);
  });

  it('counts right, suggested and coded as anybody would, and gives no figure of fewer than ten persons', () => {
    const theme = fc.constantFrom('a', 'b', 'c');
    const text = fc.record({
      person: fc.nat(30).map(String),
      suggested: fc.uniqueArray(theme, { maxLength: 3 }),
      coded: fc.uniqueArray(theme, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
        const { overall, byTheme } = figuresOf(texts, ['a', 'b'], 10);
        const right = texts.reduce((sum, { suggested, coded }) => sum + suggested.filter((one) => coded.includes(one)).length, 0);
        expect(overall.right).toBe(right);
        const withA = texts.filter(({ coded }) => coded.includes('a'));
        const a = byTheme.get('a');
        expect(a?.coded).toBe(withA.length);
        const persons = new Set(withA.map(({ person }) => person)).size;
        expect(a?.codedPersons).toBe(persons);
        expect(a?.recall === null).toBe(persons < 10);
        if (a?.recall != null) expect(a.recall).toBe(withA.filter(({ suggested }) => suggested.includes('a')).length / withA.length);
        expect(byTheme.has('c')).toBe(false);
      }),
    );
  });
});
