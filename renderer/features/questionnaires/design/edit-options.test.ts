import { describe, expect, test } from 'vitest';
import { areCounted, renumbered, withLabel, withMoved, withPasted } from './edit-options.ts';
import { pasteOptions } from './paste-options.ts';
import { optionWith } from './sample-version.ts';

const yesNo = [optionWith(1, 'Ja'), optionWith(2, 'Nei')];
const shown = (options: ReturnType<typeof renumbered>): string[] => options.map((option) => `${option.code} ${option.label.nb ?? ''}`);

describe('editing the answers of a question', () => {
  test('writing after the last makes a new one with the next code', () => {
    expect(shown(withLabel(yesNo, 2, 'nb', 'Vet'))).toEqual(['1 Ja', '2 Nei', '3 Vet']);
    expect(withLabel(yesNo, 2, 'nb', '')).toEqual(yesNo);
  });

  test('[F8] pasted lines follow a full answer and fill an empty one', () => {
    expect(shown(withPasted(yesNo, 1, 'nb', pasteOptions('Kanskje\nAldri'), false))).toEqual(['1 Ja', '2 Nei', '3 Kanskje', '4 Aldri']);
    expect(shown(withPasted([...yesNo, optionWith(3, '')], 2, 'nb', pasteOptions('Kanskje'), false))).toEqual([
      '1 Ja',
      '2 Nei',
      '3 Kanskje',
    ]);
  });

  test('codes of pasted lines are kept when nobody has them', () => {
    expect(shown(withPasted([], 0, 'nb', pasteOptions('01 Ja\n08 Annet'), false))).toEqual(['1 Ja', '8 Annet']);
    expect(shown(withPasted(yesNo, 2, 'nb', pasteOptions('1. Alltid\n2. Aldri'), false))).toEqual(['1 Ja', '2 Nei', '3 Alltid', '4 Aldri']);
  });

  test('[F11] lines pasted in a second language translate the answers one by one', () => {
    const translated = withPasted(yesNo, 0, 'sv', pasteOptions('Ja\nNej\nKanske'), true);
    expect(translated.map((option) => option.label.sv)).toEqual(['Ja', 'Nej']);
  });

  test('an answer keeps its code when it moves, until it is counted anew', () => {
    const moved = withMoved(yesNo, 1, 0);
    expect(shown(moved)).toEqual(['2 Nei', '1 Ja']);
    expect(areCounted(moved)).toBe(true);
    expect(shown(renumbered(moved))).toEqual(['1 Nei', '2 Ja']);
    expect(areCounted([optionWith(1, 'Ja'), optionWith(9, 'Annet')])).toBe(false);
  });
});
