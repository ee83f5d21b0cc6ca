import { chartPalettes, timelineChart, timelineFigureOf, timelineTable, timelineWords } from '../../../../shared/charts/index.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { wordsIn } from '../../words.ts';
import { pictureWidth, writePicture } from '../analysis/files/write-picture.ts';
import { releaseFile, type ReleasedFile, type ReleaseFile } from '../analysis/release-file.ts';
import { enterRelease } from '../analysis/write-release.ts';
import { sheetToCsv } from '../patterns/write-sheet.ts';
import { readTimeline, type TimelineScope } from './timeline.ts';

export interface TimelineExport extends TimelineScope {
  readonly projectId: ProjectId;
  readonly format: 'svg' | 'png' | 'csv';
  readonly language: Language;
  readonly recipient: string;
}

function make(call: Call, { format, language, recipient, ...scope }: TimelineExport, releaseNumber: number): ReleaseFile {
  const timeline = readTimeline(call.sql, scope);
  if (timeline === null) throw new AppError('NOT_FOUND');
  const words = wordsIn(language);
  const figure = timelineFigureOf(timeline, { language, releaseNumber }, words);
  const said = timelineWords(figure, words);
  const { header, rows, notes } = timelineTable(figure, said);
  const { title, subtitle, source } = figure;
  const table = { title, header, rows: rows.map(({ label, cells }) => [label, ...cells]), notes: notes.slice(0, -1) };
  const fileName = [title, subtitle].filter((part) => part !== '').join(' ');
  const draw = { palette: chartPalettes.light, width: pictureWidth, frame: 'file' } as const;
  return {
    name: fileName,
    format,
    bytes: async () =>
      format === 'csv'
        ? sheetToCsv({ ...table, fileName, subtitle, source: `${source} · ${said.release}` }, language)
        : await writePicture(call, timelineChart(figure, said, draw), format),
    enter: (operation, number, releasedAt) =>
      enterRelease(call, operation, {
        projectId: scope.projectId,
        number,
        definition: { kind: 'timeline', year: timeline.year, today: scope.today, language },
        // Days and titles: no persons are counted, so nothing can be subtracted from it.
        figures: table,
        format,
        recipient,
        releasedAt,
      }),
  };
}

/** Lets the timeline of a project out as a picture or a table. @throws AppError NOT_FOUND, CANCELLED */
export async function* exportTimeline(call: Call, input: TimelineExport): AsyncGenerator<{ done: number; of: number }, ReleasedFile> {
  return yield* releaseFile(call, (number) => make(call, input, number));
}
