import { useText } from '../../lib/text.ts';
import type { AnswerRowProps } from './AnswerRow.tsx';
import { chipsOf } from './chips.ts';
import { codingsOnRow } from './row-parts.ts';

/** What a row is called when it is read aloud: whose words, the words, their themes, and where in the grid. */
export function useRowLabel({ row, index, total, themes }: Pick<AnswerRowProps, 'row' | 'index' | 'total' | 'themes'>): string {
  const say = useText();
  if (row === undefined) return '';
  const place = { code: row.code, number: row.question?.number ?? '', row: index + 1, total };
  if (row.missing !== null) return say('coding.grid.rowMissing', { ...place, reason: say(`coding.missing.${row.missing}`) });
  const list = chipsOf(codingsOnRow(row)).map((chip) => {
    const said = [
      themes.nameOf(chip.themeId),
      ...(chip.polarity === null ? [] : [say(`coding.polarity.${chip.polarity}`)]),
      ...(chip.level === null ? [] : [say(`coding.level.${chip.level}`)]),
      ...(chip.coder === null ? [] : [chip.coder]),
    ];
    return said.join(', ');
  });
  const themesSaid = {
    themes: new Set(row.codings.map((coding) => coding.themeId)).size,
    list: list.length === 0 ? '' : `: ${list.join('; ')}`,
  };
  if (row.heading === null) return say('coding.grid.row', { ...place, ...themesSaid, body: row.body });
  const title = [row.heading.title, row.heading.item].filter((part) => part !== '').join(', ');
  return say('coding.grid.rowParagraph', { title, row: place.row, total, ...themesSaid, body: row.body });
}
