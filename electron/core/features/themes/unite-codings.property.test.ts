import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../../shared/texts/index.ts';
import { bothWords, uniteCodings, type CodingFacts } from './unite-codings.ts';

function coding(id: string, start: number, end: number, more: Partial<CodingFacts> = {}): CodingFacts {
  return {
    id,
    start,
    end,
    isWhole: false,
    certainty: 'explicit',
    reason: null,
    polarity: null,
    level: null,
    serviceId: null,
    origin: 'coder',
    isDoubtful: false,
    ...more,
  };
}

/** Codings of one theme by one coder never overlap: the coder's own codings of the theme have been united as they were put. */
const apart = (prefix: string) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 8 })), { maxLength: 8 }).map((steps) => {
    let at = 0;
    return steps.map(([gap, length], index) => {
      const start = at + gap;
      at = start + length;
      return coding(`${prefix}${index}`, start, at);
    });
  });

const unitsOf = (all: readonly CodingFacts[]): Set<number> =>
  new Set(all.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)));

describe('codings of two themes that become one [F51]', () => {
  it('cover the same characters as before, never twice, and every coding has one that holds its words', () => {
    fc.assert(
      fc.property(apart('a'), apart('b'), (there, arriving) => {
        const { standing, absorbed, changed } = uniteCodings(there, arriving);
        expect(unitsOf(standing)).toEqual(unitsOf([...there, ...arriving]));
        for (const one of standing) for (const other of standing) if (one !== other) expect(overlaps(one, other)).toBe(false);
        expect(standing.length + absorbed.length).toBe(there.length + arriving.length);
        const byId = new Map(standing.map((one) => [one.id, one]));
        for (const { id, intoId } of absorbed) {
          const was = [...there, ...arriving].find((one) => one.id === id);
          const holder = byId.get(intoId);
          expect(holder !== undefined && was !== undefined && holder.start <= was.start && was.end <= holder.end).toBe(true);
        }
        for (const one of changed) expect(byId.get(one.id)).toEqual(one);
      }),
    );
  });

  it('keeps what either said: the reason of both, a mixed tone where they differ, said outright before read between the lines', () => {
    const kept = coding('a', 0, 10, { polarity: 'negative', certainty: 'inferred', reason: 'sukker', origin: 'accepted-suggestion' });
    const gone = coding('b', 4, 20, { polarity: 'positive', reason: 'men ler', level: 'system', serviceId: 's', isDoubtful: true });
    expect(uniteCodings([kept], [gone])).toEqual({
      standing: [expect.objectContaining({ id: 'a', start: 0, end: 20 })],
      changed: [
        coding('a', 0, 20, {
          polarity: 'mixed',
          certainty: 'explicit',
          reason: 'sukker; men ler',
          level: 'system',
          serviceId: 's',
          origin: 'coder',
          isDoubtful: true,
        }),
      ],
      absorbed: [{ id: 'b', intoId: 'a' }],
    });
  });

  it('lets ranges that only touch stay apart', () => {
    expect(uniteCodings([coding('a', 0, 5)], [coding('b', 5, 9)])).toMatchObject({ changed: [], absorbed: [] });
  });

  it('says the same words once, and never takes part of a sentence for all of it', () => {
    expect([bothWords('kø', null, '; '), bothWords('kø', 'kø', '; '), bothWords('a', 'b', '; ')]).toEqual(['kø', 'kø', 'a; b']);
    expect([bothWords('a; b', 'b', '; '), bothWords('a', 'b; a', '; ')]).toEqual(['a; b', 'b; a']);
    // Notes of two themes that say the opposite: neither is lost.
    expect(bothWords('Ikke fornøyd', 'fornøyd', '; ')).toBe('Ikke fornøyd; fornøyd');
    expect(bothWords('fornøyd', 'ikke fornøyd', '\n\n')).toBe('fornøyd\n\nikke fornøyd');
  });
});
