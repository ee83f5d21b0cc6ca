import { describe, expect, it } from 'vitest';
import { inVivoName } from './in-vivo-name.ts';

describe('a theme from the words', () => {
  it('has them on one line, without what stands around them, and with a capital [F45]', () => {
    expect(inVivoName('  «å vente\n på svar», ')).toBe('Å vente på svar');
    expect(inVivoName('ingen ringte …')).toBe('Ingen ringte');
    expect(inVivoName('… — !')).toBe('');
  });

  it('is cut between words, and never inside a character [F45]', () => {
    expect(inVivoName('vi ventet så lenge på svar fra kommunen at vi nesten hadde glemt det')).toBe(
      'Vi ventet så lenge på svar fra kommunen at vi nesten hadde',
    );
    expect(inVivoName(`x${'😀'.repeat(40)}y`).isWellFormed()).toBe(true);
  });
});
