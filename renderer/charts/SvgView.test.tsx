import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { crosstabExhibit, likertExhibit, themesExhibit, wordsOf } from '../../test/formats/exhibit-fixtures.ts';
import { exhibitChart, toSvgString } from '../../shared/charts/index.ts';
import { chartPaletteOf } from './chart-theme.ts';
import { SvgView } from './SvgView.tsx';

describe('a chart on the page', () => {
  it.each([likertExhibit(), crosstabExhibit(), themesExhibit()])('is the same picture as in the file: $kind', (exhibit) => {
    const node = exhibitChart(exhibit, { words: wordsOf(exhibit), palette: chartPaletteOf('dark'), width: 640, frame: 'screen' });
    // React writes an apostrophe as &#x27;, the file as &#39;.
    expect(renderToStaticMarkup(<SvgView node={node} />).replaceAll('&#x27;', '&#39;')).toBe(
      toSvgString(node).replace(/<(\w+)([^<>]*)\/>/g, '<$1$2></$1>'),
    );
  });

  it('takes the dark palette on dark pages only', () => {
    expect(chartPaletteOf('high-contrast-dark').name).toBe('dark');
    expect(chartPaletteOf('high-contrast-light').name).toBe('light');
  });
});
