import type { Language } from '../../../../../../shared/model/text.ts';
import { wordLanguages } from '../../../../documents/word.ts';
import { partText, setPartText, type PackageFiles } from './package-files.ts';

/** Where the bars of a chart with names at its left stand, in shares of the chart: the names have a third of it and are broken to fit. */
const barsAt =
  '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.36"/><c:y val="0.02"/><c:w val="0.62"/><c:h val="0.96"/></c:manualLayout></c:layout>';

/** What the library leaves to Word in a chart and Word cannot know: the language of its words, and the room for names beside bars. */
export function finishCharts(files: PackageFiles, language: Language): void {
  const lang = wordLanguages[language];
  for (const name of [...files.keys()].filter((part) => /^word\/charts\/chart\d+\.xml$/u.test(part))) {
    const text = (partText(files, name) ?? '')
      .replaceAll('lang="en-US"', `lang="${lang}"`)
      .replaceAll('<c:lang val="en-US"/>', `<c:lang val="${lang}"/>`);
    const isBars = text.includes('<c:barDir val="bar"/>');
    setPartText(files, name, isBars ? text.replace(/<c:plotArea>(?:<c:layout\/>)?/u, `<c:plotArea>${barsAt}`) : text);
  }
}
