import type { quotes } from '../../../../shared/contract/quotes.ts';
import type { Handlers } from '../../rpc/call.ts';
import { clearanceHandlers } from './clearance/handlers.ts';
import { checkFile } from './export/check-file.ts';
import { exportQuotes } from './export/export-quotes.ts';
import { findQuotes, themeOrder } from './find-quotes.ts';
import { keepQuotes, letGoOf } from './keep.ts';
import { findingFromQuotes } from './make-finding.ts';
import { countLines, readLines } from './read-lines.ts';

/** Most places that are told at once. */
const mostPlaces = 500;

export const quotesHandlers: Handlers<typeof quotes> = {
  ...clearanceHandlers,
  find: ({ sql, actorId }, { beside, from, limit, ...scope }) => {
    const found = findQuotes(sql, scope, actorId);
    const hasHeadings = scope.group !== 'none';
    return {
      rows: readLines(sql, found, { projectId: scope.projectId, hasHeadings, beside, from, limit }),
      total: countLines(found, hasHeadings),
      quotes: found.quotes.length,
      ...found.voices,
    };
  },
  counts: ({ sql, actorId }, scope) => {
    const { material, byTheme } = findQuotes(sql, scope, actorId);
    return {
      themes: themeOrder(sql, material).flatMap((theme) => {
        const voices = byTheme.get(theme);
        return voices === undefined ? [] : [{ themeId: material.themeIds[theme] ?? '', ...voices }];
      }),
    };
  },
  places: ({ sql, actorId }, scope) => {
    const { material, quotes: found } = findQuotes(sql, scope, actorId);
    return {
      places: found.slice(0, mostPlaces).map(({ text, start, end }) => ({ textId: material.texts[text]?.id ?? '', start, end })),
      total: found.length,
    };
  },
  keep: (call, { places }) => {
    const done = keepQuotes(call, places);
    call.operation.label({ n: done.kept });
    return done;
  },
  letGo: ({ sql, operation }, { quoteIds }) => {
    const done = letGoOf(sql, quoteIds);
    operation.label({ n: done.letGo });
    return done;
  },
  makeFinding: (call, input) => findingFromQuotes(call, input),
  fileCheck: (call, input) => checkFile(call, input),
  export: (call, input) => exportQuotes(call, input),
};
