import { describe, expect, it } from 'vitest';
import { readSpokenCount } from './spoken-count.ts';

describe('a number as it was said [R12]', () => {
  it.each([
    ['18', 18, 'exact'],
    ['18 deltakere', 18, 'exact'],
    ['1 200', 1200, 'exact'],
    ['ca. 400', 400, 'about'],
    ['omtrent 15', 15, 'about'],
    ['ungefär 40 personer', 40, 'about'],
    ['about 12', 12, 'about'],
    ['i snitt 15', 15, 'average'],
    ['15 i snitt', 15, 'average'],
    ['I genomsnitt 15 deltagare', 15, 'average'],
    ['minst 30', 30, 'at-least'],
    ['over 20', 20, 'at-least'],
    ['30+', 30, 'at-least'],
    ['totalt 18', 18, 'total-only'],
    ['18 til sammen', 18, 'total-only'],
    ['anslått 25', 25, 'inferred'],
  ])('%s', (said, count, precision) => {
    expect(readSpokenCount(said)).toEqual({ count, precision });
  });

  it.each(['mange', '10–12', 'fem til ti', '', '3,5', '12 av 30'])('gives no number for «%s»', (said) => {
    expect(readSpokenCount(said)).toBeNull();
  });
});
