import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterEdges, characters } from './edge-characters.ts';
import { mergedText } from './merged.ts';
import { mover } from './moved.ts';
import type { TextRange } from './offsets.ts';
import { replacements } from './replacements.ts';

/** The range of `words` in a text. */
function at(text: string, words: string): TextRange {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(words);
  return { start, end: start + words.length };
}

/** What a coding of `words` says after the correction, with "?" where it is doubtful. */
function after(before: string, words: string, corrected: string): string {
  const { start, end, isDoubtful } = mover(before, corrected)(at(before, words));
  return `${corrected.slice(start, end)}${isDoubtful ? ' ?' : ''}`;
}

const text = 'Jeg ventet i ellve uker uten å høre noe. Så kom brevet.';

describe('a correction', () => {
  it('moves what lies behind it and leaves what lies before it [F55]', () => {
    expect(after(text, 'uten å høre noe', text.replace('ellve', 'elleve'))).toBe('uten å høre noe');
    expect(after(text, 'Jeg ventet', text.replace('ellve', 'elleve'))).toBe('Jeg ventet');
  });

  it('is taken in when it mends a word inside the segment, at its start or at its end [F55]', () => {
    expect(after(text, 'i ellve uker', text.replace('ellve', 'elleve'))).toBe('i elleve uker');
    expect(after('Det er entetid her', 'entetid her', 'Det er ventetid her')).toBe('ventetid her');
    expect(after('Det er ventetidd her', 'ventetidd', 'Det er ventetid her')).toBe('ventetid');
    expect(after('Det er venteti her', 'venteti', 'Det er ventetid her')).toBe('ventetid');
    expect(after('det er slik', 'det er', 'Det er slik')).toBe('Det er');
  });

  it('stays outside when it writes new words beside the segment [F55]', () => {
    expect(after(text, 'ventet', text.replace('Jeg ventet', 'Jeg har ventet'))).toBe('ventet');
    expect(after(text, 'ventet', text.replace('ventet', 'ventet lenge'))).toBe('ventet');
    expect(after(text, 'noe.', `${text} Takk.`)).toBe('noe.');
  });

  it('finds a word again among new ones, however the blanks around it fell [F55]', () => {
    expect(after('ord0 ord1 ord2 ord3', 'ord1', 'nytt0 nytt1 ord1  ord3')).toBe('ord1');
    expect(after('en\n\nto\n\ntre', 'to', 'ny\n\nannen\n\nto\n\n\ntre')).toBe('to');
  });

  it('holds several changes at once apart [F55]', () => {
    const corrected = text.replace('ellve', 'elleve').replace('brevet', 'endelig brevet').replace('Jeg', 'Vi');
    expect(after(text, 'uten å høre noe', corrected)).toBe('uten å høre noe');
    expect(after(text, 'ventet i ellve', corrected)).toBe('ventet i elleve');
    expect(after(text, 'Så kom brevet', corrected)).toBe('Så kom endelig brevet');
  });

  it('leaves a segment doubtful whose words were taken out or written anew, and never loses it [F55]', () => {
    const gone = mover(text, 'Jeg ventet. Så kom brevet.')(at(text, 'i ellve uker uten å høre noe'));
    expect(gone).toMatchObject({ isDoubtful: true, hasWords: false });
    expect(gone.end).toBeGreaterThan(gone.start);
    expect(after(text, 'Så kom brevet.', text.replace('Så kom brevet.', 'Ingen ringte.'))).toBe('Ingen ringte. ?');
    expect(after(text, 'ventet', '')).toBe(' ?');
    expect(mover('abc', 'x')({ start: 0, end: 3 })).toMatchObject({ start: 0, end: 1, isDoubtful: true });
  });

  it('never stands inside an emoji or a letter with its marks [F55]', () => {
    expect(after('😀 fint 😀 vent', 'vent', '😁 fint 😀😀 vent')).toBe('vent');
    expect(after('a👩‍👩‍👧b', 'b', 'a👩‍👧b')).toBe('b');
    expect(after('fin kafe her', 'kafe', 'fin kafe\u0301 her')).toBe('kafe\u0301');
    expect(after('vent 😀', '😀', 'vent 😁')).toBe('😁 ?');
  });

  it('is worked out in a moment where a line is nothing but blanks', () => {
    const blanks = ' '.repeat(200_000);
    expect(after(`en\n${blanks}\nto`, 'to', `ny\n${blanks}\nto`)).toBe('to');
  });

  it('is worked out for a long text with many changes in a moment', () => {
    const long = Array.from({ length: 4000 }, (_, index) => `Linje ${index} om det som ble sagt i møtet, med noen ord til.`).join('\n');
    const corrected = long.replaceAll('møtet', 'dialogmøtet');
    expect(after(long, 'Linje 3999 om', corrected)).toBe('Linje 3999 om');
  });
});

const word = fc.constantFrom('å', 'ventetid', '😀', '👩‍👩‍👧', 'e\u0301', 'brev', 'x', '.', '\n', '🇳🇴', 'jeg', 'o\u0308\u0323');
const anyText = fc.array(word, { minLength: 1, maxLength: 24 }).map((all) => all.join(' '));
const glued = fc.array(word, { minLength: 1, maxLength: 16 }).map((all) => all.join(''));
const wordy = fc.oneof(anyText, glued);

describe('for any correction', () => {
  it('every segment is kept, on whole characters, not empty [F55]', () => {
    fc.assert(
      fc.property(wordy, wordy, fc.nat(30), fc.nat(30), (before, corrected, a, b) => {
        const edges = characterEdges(before);
        const start = edges.before(Math.min(a, before.length - 1));
        const range = { start, end: Math.max(edges.after(start + 1), edges.after(Math.min(before.length, start + b))) };
        const moved = mover(before, corrected)(range);
        const possible = new Set([0]);
        let length = 0;
        for (const character of characters(corrected)) possible.add((length += character.length));
        expect(moved.end).toBeGreaterThan(moved.start);
        expect(possible.has(moved.start) && possible.has(moved.end)).toBe(true);
        expect(corrected.slice(moved.start, moved.end).isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('words outside it stay the words they were, and are not doubtful [F55]', () => {
    const count = 20;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', '😀', 'e\u0301', 'ø'), { minLength: count, maxLength: count }),
        fc.nat(count - 1),
        fc.nat(3),
        fc.array(fc.tuple(fc.nat(count - 1), fc.nat(3), fc.array(word, { maxLength: 3 })), { maxLength: 3 }),
        (endings, first, more, edits) => {
          // Each word occurs once, so that there is one right answer.
          const words = endings.map((ending, index) => `ord${index}${ending}`);
          const last = Math.min(count - 1, first + more);
          const edited = words.map((own) => own);
          for (const [place, taken, written] of edits) {
            const [from, to] = [place, Math.min(count - 1, place + taken)];
            if (to >= first && from <= last) continue;
            for (let index = from; index <= to; index += 1) edited[index] = '';
            edited[from] = written.map((one, index) => `ny${from}${one}${index}`).join(' ');
          }
          const before = words.join(' ');
          const segment = words.slice(first, last + 1).join(' ');
          expect(after(before, segment, edited.join(' '))).toBe(segment);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('the replaced stretches make the one text of the other', () => {
    fc.assert(
      fc.property(wordy, wordy, (before, corrected) => {
        let made = '';
        let from = 0;
        for (const edit of replacements(before, corrected)) {
          expect(edit.from).toBeGreaterThanOrEqual(from);
          made += before.slice(from, edit.from) + corrected.slice(edit.at, edit.until);
          from = edit.to;
        }
        expect(made + before.slice(from)).toBe(corrected);
      }),
      { numRuns: 1000 },
    );
  });

  it('there and back leaves a segment where it was, when its words survived', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(19), (place, other) => {
        const words = Array.from({ length: 20 }, (_, index) => `ord${index}`);
        const before = words.join(' ');
        const corrected = words.with(other, 'noe helt annet').join(' ');
        const range = at(`${before} `, `${words[place] ?? ''} `);
        const own = { start: range.start, end: range.end - 1 };
        const { start, end } = mover(corrected, before)(mover(before, corrected)(own));
        expect({ start, end }).toEqual(own);
      }),
    );
  });
});

describe('two corrections of the same words', () => {
  it('are put together when they are apart', () => {
    const mine = text.replace('ellve', 'elleve');
    const theirs = text.replace('brevet', 'svaret');
    expect(mergedText(text, mine, theirs)).toBe('Jeg ventet i elleve uker uten å høre noe. Så kom svaret.');
    expect(mergedText(text, mine, text)).toBe(mine);
    expect(mergedText(text, text, theirs)).toBe(theirs);
  });

  it('are not, when they touch; mine goes before on demand, with what the other mended elsewhere', () => {
    const mine = text.replace('ellve', 'elleve');
    const theirs = text.replace('ellve', 'tolv').replace('brevet', 'svaret');
    expect(mergedText(text, mine, theirs)).toBeNull();
    expect(mergedText(text, mine, theirs, true)).toBe('Jeg ventet i elleve uker uten å høre noe. Så kom svaret.');
  });
});
