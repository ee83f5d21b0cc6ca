import { describe, expect, it } from 'vitest';
import { batteryTitle } from './questions.ts';

describe('the name of a battery', () => {
  const wording = { nb: 'Jeg blir møtt med respekt.' };

  it('is the name of its section, or what is said before its items, or its first item', () => {
    expect(batteryTitle({ sectionTitle: { nb: 'Å bli møtt' }, lead: { nb: 'Hvor enig er du?' }, wording })).toEqual({ nb: 'Å bli møtt' });
    expect(batteryTitle({ sectionTitle: { nb: '' }, lead: { nb: 'Hvor enig er du?' }, wording })).toEqual({ nb: 'Hvor enig er du?' });
    expect(batteryTitle({ sectionTitle: {}, lead: null, wording })).toEqual(wording);
  });
});
