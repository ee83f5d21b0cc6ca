import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsis, textWidth, wrapText } from './layout.ts';
import { el, toSvgString } from './svg-node.ts';

const style = { size: 14, weight: 400 } as const;

describe('text without a screen', () => {
  it('knows the font: figures are equally wide, and a semibold text is wider', () => {
    expect(textWidth('1111', style)).toBe(textWidth('9045', style));
    expect(textWidth('Tilgjengelighet', { size: 14, weight: 600 })).toBeGreaterThan(textWidth('Tilgjengelighet', style));
    expect(textWidth('ÆØÅ', style)).toBeLessThan(textWidth('字字字', style));
  });

  it('breaks at spaces and cuts a word that is wider than its column', () => {
    expect(wrapText('Blir du hørt når du sier hva du trenger?', 130, style)).toEqual(['Blir du hørt når du', 'sier hva du trenger?']);
    expect(wrapText('brukermedvirkningskoordinatorene', 80, style).length).toBeGreaterThan(1);
    expect(wrapText('', 80, style)).toEqual(['']);
  });

  it('lets no line out of its column and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, style);
        for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(width);
        // A cut word has a hyphen at the end of its line.
        expect(lines.join('').replace(/[\s-]/g, '')).toBe(text.replace(/[\s-]/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  it('ends a text that is too long with three dots, inside the column', () => {
    const cut = wrapText('En svært lang etikett som ikke kan få plass på to linjer', 100, style, 2);
    expect(cut).toHaveLength(2);
    expect(cut[1]).toMatch(/…$/);
    expect(textWidth(ellipsis('Rustjenesten', 40, style), style)).toBeLessThanOrEqual(40);
    expect(ellipsis('Rustjenesten', 400, style)).toBe('Rustjenesten');
    expect(ellipsis('Fjordvik (9921, 2020–2023)¹\u2009²', 120, style)).toMatch(/^Fjordvik .*…¹\u2009²$/u);
    expect(textWidth(ellipsis('Fjordvik (9921, 2020–2023)¹\u2009²', 120, style), style)).toBeLessThanOrEqual(120);
  });
});

describe('SVG source', () => {
  it('escapes text and attributes, and leaves out what XML cannot hold', () => {
    const node = el('text', { 'data-row': 'a"<b>&' }, "<script>alert('x')</script>\u0000\uD800");
    expect(toSvgString(node)).toBe('<text data-row="a&quot;&lt;b&gt;&amp;">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\uFFFD</text>');
  });
});
