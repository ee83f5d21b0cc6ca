import { describe, expect, it } from 'vitest';
import { QuestionId } from '../../../../shared/model/ids.ts';
import { branchOf, numbered, outlined, placed, without, type Outline, type OutlineQuestion } from './outline.ts';

const idOf = (name: string): QuestionId => QuestionId.parse(`00000000-0000-7000-8000-0000000000${name.codePointAt(0)?.toString(16) ?? ''}`);

function question(name: string, parent: string | null = null, type: OutlineQuestion['type'] = 'open'): OutlineQuestion {
  return { id: idOf(name), name, type, parentId: parent === null ? null : idOf(parent), ordinal: 0, number: '' };
}

function outline(...sections: readonly (readonly OutlineQuestion[])[]): Outline {
  return sections.map((questions, at) => ({ id: `s${at + 1}`, ordinal: at + 1, questions }));
}

const names = (given: Outline): string => given.map((section) => section.questions.map(({ name }) => name).join('')).join('|');

describe('an outline', () => {
  it('numbers through sections, inside repeats and past notes [F6]', () => {
    const counted = outlined(
      numbered(
        outline(
          [question('a'), question('n', null, 'note'), question('r', null, 'repeat'), question('b', 'r'), question('q', 'r', 'repeat')],
          [question('c')],
        ).map((section, at) =>
          at === 0 ? { ...section, questions: [...section.questions, question('d', 'q'), question('e', 'r')] } : section,
        ),
      ),
    );
    expect(counted.map(({ name, number }) => `${name} ${number}`)).toEqual([
      'a 1',
      'n ',
      'r 2',
      'b 2.1',
      'q 2.2',
      'd 2.2.1',
      'e 2.3',
      'c 3',
    ]);
    expect(counted.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('knows what lies in a repeat, at every depth', () => {
    const given = outline([question('a'), question('r', null, 'repeat'), question('q', 'r', 'repeat'), question('d', 'q'), question('c')]);
    expect(branchOf(given, idOf('r')).map(({ name }) => name)).toEqual(['r', 'q', 'd']);
  });

  const given = outline([question('a'), question('r', null, 'repeat'), question('b', 'r'), question('c')], [question('d')]);
  const x = question('x');
  it.each([
    ['first in a section', { sectionId: 's2', afterId: null, parentId: null }, 'arbc|xd'],
    ['below a question', { sectionId: 's1', afterId: idOf('a'), parentId: null }, 'axrbc|d'],
    ['below a whole repeat', { sectionId: 's1', afterId: idOf('r'), parentId: null }, 'arbxc|d'],
    ['below a repeat, seen from the question inside', { sectionId: 's1', afterId: idOf('b'), parentId: null }, 'arbxc|d'],
    ['first in a repeat', { sectionId: 's1', afterId: null, parentId: idOf('r') }, 'arxbc|d'],
    ['first in a repeat, seen from its own row', { sectionId: 's1', afterId: idOf('r'), parentId: idOf('r') }, 'arxbc|d'],
    ['last in a repeat when the neighbour lies elsewhere', { sectionId: 's1', afterId: idOf('c'), parentId: idOf('r') }, 'arbxc|d'],
    ['last in a section when the neighbour lies in another', { sectionId: 's2', afterId: idOf('a'), parentId: null }, 'arbc|dx'],
  ])('takes a question %s', (_, place, expected) => {
    const after = placed(given, [x], place);
    expect(names(after)).toBe(expected);
    expect(outlined(after).find(({ name }) => name === 'x')?.parentId).toBe(place.parentId);
  });

  it('moves a repeat with what is in it', () => {
    const branch = branchOf(given, idOf('r'));
    const rest = without(given, new Set(branch.map(({ id }) => id)));
    expect(names(placed(rest, branch, { sectionId: 's2', afterId: idOf('d'), parentId: null }))).toBe('ac|drb');
  });
});
