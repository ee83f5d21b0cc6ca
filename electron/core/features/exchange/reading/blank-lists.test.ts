import { describe, expect, it } from 'vitest';
import { createBlankSplitter } from './blank-lists.ts';
import { spellingKey } from './value-forms.ts';

function splitterOf(labels: readonly string[]): ReturnType<typeof createBlankSplitter> {
  const keys = labels.map(spellingKey);
  return createBlankSplitter(keys, (key) => (keys.includes(key) ? keys.indexOf(key) : null));
}

describe('labels with blanks between them', () => {
  it('finds labels of several words, the longest first [F29]', () => {
    const split = splitterOf(['Familien', 'Venner og kjente', 'Venner', 'Ingen av dem', 'og']);
    expect(split('Familien Venner og kjente')).toEqual({ parts: ['Familien', 'Venner og kjente'] });
    expect(split('venner  Familien')).toEqual({ parts: ['venner', 'Familien'] });
    expect(split('Ingen av dem')).toEqual({ parts: ['Ingen av dem'] });
  });

  it('gives up the longest label where only a shorter one leaves no word over', () => {
    expect(splitterOf(['mor', 'mor far', 'far bror'])('mor far bror')).toEqual({ parts: ['mor', 'far bror'] });
  });

  it('says that a cell is ambiguous when two cuts are as short and say different answers', () => {
    expect(splitterOf(['a b', 'c', 'a', 'b c'])('a b c')).toBe('ambiguous');
    expect(splitterOf(['a b', 'c', 'a', 'b c'])('a b')).toEqual({ parts: ['a b'] });
    // Further on in the cell too.
    expect(splitterOf(['x', 'a b', 'c', 'a', 'b c'])('x a b c')).toBe('ambiguous');
  });

  it('hands over a stretch that is no label as one text', () => {
    expect(splitterOf(['Familien', 'Venner'])('Familien noen på jobben Venner')).toEqual({
      parts: ['Familien', 'noen på jobben', 'Venner'],
    });
  });

  it('leaves a cell with thousands of words as it stands', () => {
    const long = 'ja '.repeat(16_000).trim();
    expect(splitterOf(['ja', 'nei takk'])(long)).toEqual({ parts: [long] });
  });

  it('cuts a long cell quickly', () => {
    const labels = Array.from({ length: 40 }, (_, at) => `valg nummer ${at}`);
    const split = splitterOf([...labels, 'valg', 'nummer']);
    expect(split(labels.join(' '))).toEqual({ parts: labels });
  });
});
