import { describe, expect, test } from 'vitest';
import {
  caretInMarks,
  isOnEmptyLastLine,
  linkEdit,
  listEdit,
  openReference,
  typedHeading,
  wrapEdit,
  type FieldEdit,
  type Marked,
} from './text-edits.ts';

/** "ett |to| tre" as a field: the bars stand where the marking begins and ends. */
function field(text: string): Marked {
  const start = text.indexOf('|');
  const end = text.lastIndexOf('|');
  return { text: text.replaceAll('|', ''), start, end: start === end ? end : end - 1 };
}

function shown(marked: Marked, edit: FieldEdit | null): string {
  if (edit === null) return 'null';
  const text = marked.text.slice(0, edit.from) + edit.words + marked.text.slice(edit.to);
  return edit.start === edit.end
    ? `${text.slice(0, edit.start)}|${text.slice(edit.start)}`
    : `${text.slice(0, edit.start)}|${text.slice(edit.start, edit.end)}|${text.slice(edit.end)}`;
}

describe('marks', () => {
  test.each([
    ['ett |to| tre', 'ett **|to|** tre'],
    ['ett **|to|** tre', 'ett |to| tre'],
    ['ett |**to**| tre', 'ett |to| tre'],
    ['ett | tre', 'ett **|** tre'],
  ])('bold on %s gives %s', (before, after) => {
    const marked = field(before);
    expect(shown(marked, wrapEdit(marked, '**'))).toBe(after);
  });

  test('a link goes round what is marked, without brackets of its own', () => {
    const marked = field('se |[avtalen]| her');
    expect(shown(marked, linkEdit(marked, 'https://fjordvik.example', 'lenke'))).toBe('se [avtalen](https://fjordvik.example)| her');
  });
});

describe('lists', () => {
  test.each([
    ['- ett|', '- ett\n- |'],
    ['  - ett|', '  - ett\n  - |'],
    ['1. ett|', '1. ett\n2. |'],
    ['- ett\n- |', '- ett\n|'],
    ['vanlig|', 'null'],
  ])('Enter in %j gives %j', (before, after) => {
    const marked = field(before);
    expect(shown(marked, listEdit(marked))).toBe(after);
  });

  test('an empty last line is one after others', () => {
    expect(isOnEmptyLastLine(field('ett\n|'))).toBe(true);
    expect(isOnEmptyLastLine(field('|'))).toBe(false);
    expect(isOnEmptyLastLine(field('ett|'))).toBe(false);
  });
});

describe('headings', () => {
  test('"# " at the start of any line makes one, with what stands before and after', () => {
    expect(typedHeading('# Å bli hørt')).toEqual({ level: 1, before: '', words: 'Å bli hørt', after: '' });
    expect(typedHeading('ett\n## To\ntre')).toEqual({ level: 2, before: 'ett', words: 'To', after: 'tre' });
  });

  test.each(['#1 på lista', 'nr # 3', '#### for dypt', '#'])('%j is text', (text) => {
    expect(typedHeading(text)).toBeNull();
  });
});

describe('references', () => {
  test('are open from "[[" to the caret, until they are closed or the line ends', () => {
    expect(openReference(field('se [[tab|'))).toEqual({ from: 3, letters: 'tab' });
    expect(openReference(field('se [[Tabell 1]] og|'))).toBeNull();
    expect(openReference(field('se [[tab\n|'))).toBeNull();
  });
});

test('a place in the words is found between the marks', () => {
  expect(caretInMarks('- **Møtet** med', 'Møtet med', 5)).toBe(9);
  expect(caretInMarks('vanlig', 'vanlig', 3)).toBe(3);
  expect(caretInMarks('_a_ b', 'a b', 3)).toBe(5);
});
