import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coding } from '../../../shared/contract/coding.ts';
import { indexText, neighbour, partAt, reindex, type TextIndex } from './text-index.ts';

const body = 'Ventetiden. Elleve uker uten å høre noe.\n\nSå kom brevet.\nIngen ringte.';

function uuid(number: number): string {
  return `018f3b1c-4a00-7000-8000-${String(number).padStart(12, '0')}`;
}

function coded(number: number, start: number, end: number, more: Partial<Coding> = {}): Coding {
  const coding = Coding.parse({
    id: uuid(number),
    themeId: uuid(900),
    isWhole: false,
    start,
    end,
    certainty: 'explicit',
    reason: null,
    polarity: null,
    level: null,
    serviceId: null,
    origin: 'coder',
    isDoubtful: false,
    coderId: uuid(800),
    coder: 'Even',
    coderInitials: 'E',
    isMine: true,
    isConsensus: false,
    isCounted: true,
    codedAt: '2026-03-01T10:00:00.000Z',
  });
  return { ...coding, ...more };
}

/** Who stands beside which part, in which lane. */
function drawn(index: TextIndex): string[] {
  return index.parts.map((part) =>
    part.lanes
      .map(({ coding, lane, side }) => `${coding.id.slice(-3)}@${side}${lane}`)
      .toSorted()
      .join(' '),
  );
}

describe('a text as it is drawn', () => {
  it('has a part for each paragraph, with the codings that touch it [F43]', () => {
    const index = indexText(body, [], [coded(1, 0, 11), coded(2, 12, 50), coded(3, 0, body.length, { isWhole: true })]);
    expect(index.parts.map((part) => part.number)).toEqual([1, 2, 3]);
    expect(drawn(index)).toEqual(['001@start0 002@start1', '002@start1', '']);
    expect(index.parts[1]?.lanes[0]).toMatchObject({ isFirst: false, top: 0 });
  });

  it('puts two coders on either side of the words [F60]', () => {
    const other = coded(2, 0, 11, { isMine: false, coderId: Coding.shape.coderId.parse(uuid(801)) });
    const index = indexText(body, [], [coded(1, 0, 11), other], (coding) => (coding.isMine ? 'start' : 'end'));
    expect(drawn(index)[0]).toBe('001@start0 002@end0');
  });

  it('names who speaks where they begin, and cuts a line in which somebody else goes on', () => {
    const talk = 'Hva skjedde? Jeg ventet.\nLenge.';
    const speaker = (start: number, end: number, name: string) => ({ start, end, speaker: name, role: null, startsMs: start * 1000 });
    const index = indexText(talk, [speaker(0, 12, 'Intervjuer'), speaker(13, 31, 'R017')], []);
    expect(index.parts.map((part) => [talk.slice(part.range.start, part.range.end), part.number, part.turn?.speaker])).toEqual([
      ['Hva skjedde?', 1, 'Intervjuer'],
      ['Jeg ventet.', null, 'R017'],
      ['Lenge.', 2, undefined],
    ]);
  });

  it('does not show twice who speaks, where the file names them in the words', () => {
    const talk = 'Intervjuer: Ringte du?\n[0:12] R017: Ja.\nFlere ganger.';
    const start = talk.indexOf('Ja');
    const index = indexText(
      talk,
      [
        { start: 12, end: 22, speaker: 'Intervjuer', role: 'interviewer', startsMs: null },
        { start, end: talk.length, speaker: 'R017', role: 'participant', startsMs: 12_000 },
      ],
      [],
    );
    expect(index.parts.map((part) => [talk.slice(part.range.start, part.range.end), part.number])).toEqual([
      ['Ringte du?', 1],
      ['Ja.', 2],
      ['Flere ganger.', 3],
    ]);
  });

  it('cuts an endless paragraph between sentences, and an endless word between characters', () => {
    const long = 'Vi ventet lenge på svar. '.repeat(400).trim();
    const index = indexText(long, [], []);
    expect(index.parts.length).toBeGreaterThan(4);
    expect(index.parts.every(({ range }) => long.slice(range.start, range.end).endsWith('.'))).toBe(true);
    const emoji = indexText('😀'.repeat(3001), [], []);
    expect(emoji.parts.every(({ range }) => '😀'.repeat(3001).slice(range.start, range.end).isWellFormed())).toBe(true);
  });

  it('goes from coding to coding in reading order', () => {
    const codings = [coded(2, 12, 50), coded(1, 0, 11), coded(3, 58, 63)];
    const index = indexText(body, [], codings);
    const walk = (by: 1 | -1): string[] => {
      const found: string[] = [];
      for (let at = neighbour(index, undefined, by); at !== undefined; at = neighbour(index, at, by)) found.push(at.id.slice(-1));
      return found;
    };
    expect(walk(1)).toEqual(['1', '2', '3']);
    expect(walk(-1)).toEqual(['3', '2', '1']);
    expect(partAt(index, 45)).toBe(1);
    expect(partAt(index, 9999)).toBe(2);
  });
});

describe('a change of codings', () => {
  const ranges = fc.array(fc.tuple(fc.nat(140), fc.integer({ min: 1, max: 60 })), { maxLength: 14 });
  const text = 'Vi ventet lenge.\nIngen ringte oss.\nSå kom brevet, og da var det for sent.\n'.repeat(3);

  it('shows what drawing all anew would show, and never two in one lane [F43]', () => {
    fc.assert(
      fc.property(ranges, ranges, (first, second) => {
        const make = ([start, length]: readonly [number, number], at: number): Coding =>
          coded(at, start, Math.min(text.length, start + length));
        const before = first.map((one, at) => make(one, at));
        const after = [...before.filter((_, at) => at % 3 !== 0), ...second.map((one, at) => make(one, at + 100))];
        const changed = reindex(indexText(text, [], before), after);
        const anew = indexText(text, [], after);
        const plain = (index: TextIndex): string[] => drawn(index).map((line) => line.replaceAll(/\d+(?= |$)/gu, ''));
        expect(plain(changed)).toEqual(plain(anew));
        for (const part of changed.parts)
          for (const a of part.lanes)
            for (const b of part.lanes)
              if (a !== b && a.lane === b.lane) expect(a.coding.start < b.coding.end && b.coding.start < a.coding.end).toBe(false);
      }),
    );
  });

  it('leaves the parts alone that it does not touch', () => {
    const before = indexText(body, [], [coded(1, 0, 11), coded(2, 58, 63)]);
    const after = reindex(before, [...before.codings, coded(3, 12, 20)]);
    expect(after.parts[0]).not.toBe(before.parts[0]);
    expect(after.parts[1]).toBe(before.parts[1]);
    expect(after.parts[2]).toBe(before.parts[2]);
    expect(reindex(after, after.codings)).toBe(after);
  });

  it('keeps a coding in its lane when its edge is moved', () => {
    const under = coded(2, 5, 30);
    const before = indexText(body, [], [coded(1, 0, 40), under]);
    const after = reindex(before, [...before.codings.filter((one) => one.id !== under.id), { ...under, end: 25 }]);
    expect(drawn(after)[0]).toBe('001@start0 002@start1');
  });
});
