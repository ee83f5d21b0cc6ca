import { describe, expect, test } from 'vitest';
import { parseGroups } from './parse-groups.ts';

describe('[F24] reading how many are asked', () => {
  test('a number alone', () => {
    expect(parseGroups(' 80 ')).toEqual({ groups: [{ recruitedBy: '', count: 80 }], total: 80, looksLikeNames: false });
  });

  test('recruiters with numbers before or behind, from a spreadsheet or by hand', () => {
    expect(parseGroups('Treffstedet\t12\nrustjenesten; 8\n3 helsestasjonen\r\n\n').groups).toEqual([
      { recruitedBy: 'Treffstedet', count: 12 },
      { recruitedBy: 'rustjenesten', count: 8 },
      { recruitedBy: 'helsestasjonen', count: 3 },
    ]);
  });

  test('one line per person adds up by recruiter', () => {
    expect(parseGroups('treffstedet\ntreffstedet\nrustjenesten')).toMatchObject({
      groups: [
        { recruitedBy: 'treffstedet', count: 2 },
        { recruitedBy: 'rustjenesten', count: 1 },
      ],
      total: 3,
    });
  });

  test('a list of people is told from a list of places', () => {
    expect(parseGroups('Even Strandmyr\nSolfrid Tangvåg\nVigdis Anne Nordhylla').looksLikeNames).toBe(true);
    expect(parseGroups('Fjordvik Treffsted 12\nSkogbygda Helsehus 4\nÄlvnäs Mötesplats 7').looksLikeNames).toBe(false);
    expect(parseGroups('treffstedet\nrustjenesten\nhelsestasjonen').looksLikeNames).toBe(false);
  });

  test('nothing is nobody', () => {
    expect(parseGroups('\n \n0').total).toBe(0);
    expect(parseGroups('-3\n3,5\n3.5\n?').groups).toEqual([]);
  });
});
