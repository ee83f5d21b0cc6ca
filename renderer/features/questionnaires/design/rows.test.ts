import { describe, expect, test } from 'vitest';
import { placeBelow, placeInside, placeMoved, placeOutside, rowsOf } from './rows.ts';
import { questionWith, versionWith } from './sample-version.ts';

const [one, repeat, inside, two, three] = [
  questionWith(1),
  questionWith(2, { type: 'repeat' }),
  questionWith(3, { parentId: questionWith(2).id }),
  questionWith(4),
  questionWith(5),
];
const version = versionWith([one, repeat, inside, two], [three]);

describe('places in a questionnaire', () => {
  test('rows are sections and questions, indented by the repeats they are in', () => {
    expect(rowsOf(version).map((row) => (row.kind === 'section' ? row.id : `${row.depth} ${row.question.name}`))).toEqual([
      'a',
      '0 v1',
      '0 v2',
      '1 v3',
      '0 v4',
      'b',
      '0 v5',
    ]);
  });

  test('a new question goes below the row in hand', () => {
    expect(placeBelow(version, one.id)).toEqual({ sectionId: 'a', afterId: one.id, parentId: null });
    expect(placeBelow(version, inside.id)).toEqual({ sectionId: 'a', afterId: inside.id, parentId: repeat.id });
    expect(placeBelow(version, repeat.id)).toEqual({ sectionId: 'a', afterId: null, parentId: repeat.id });
    expect(placeBelow(version, 'b')).toEqual({ sectionId: 'b', afterId: null, parentId: null });
    expect(placeBelow(version, null)).toEqual({ sectionId: 'b', afterId: three.id, parentId: null });
  });

  test('up and down pass the neighbour, and go over into the next section at an end', () => {
    expect(placeMoved(version, two.id, -1)).toEqual({ sectionId: 'a', afterId: one.id, parentId: null });
    expect(placeMoved(version, one.id, 1)).toEqual({ sectionId: 'a', afterId: repeat.id, parentId: null });
    expect(placeMoved(version, two.id, 1)).toEqual({ sectionId: 'b', afterId: null, parentId: null });
    expect(placeMoved(version, three.id, -1)).toEqual({ sectionId: 'a', afterId: two.id, parentId: null });
    expect(placeMoved(version, one.id, -1)).toBeNull();
  });

  test('the only question of a repeat leaves it by its nearer end', () => {
    expect(placeMoved(version, inside.id, 1)).toEqual({ sectionId: 'a', afterId: repeat.id, parentId: null });
    expect(placeMoved(version, inside.id, -1)).toEqual({ sectionId: 'a', afterId: one.id, parentId: null });
  });

  test('into the repeat above, and out again', () => {
    expect(placeInside(version, two.id)).toEqual({ sectionId: 'a', afterId: inside.id, parentId: repeat.id });
    expect(placeInside(version, one.id)).toBeNull();
    expect(placeOutside(version, inside.id)).toEqual({ sectionId: 'a', afterId: repeat.id, parentId: null });
    expect(placeOutside(version, one.id)).toBeNull();
  });
});
