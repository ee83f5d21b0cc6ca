import { expect, test } from 'vitest';
import { AppError } from '../app-error.ts';
import { cueFormat, readCues } from './read-cues.ts';

const vtt = `WEBVTT

NOTE laget av et program

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.500 align:start
<v Intervjuer>Hva har vært
bra?</v>

2
00:00:04.000 --> 00:00:06.000
<v R017>Turgruppa, &amp; <i>maten</i>.</v>

00:00:06.100 --> 00:00:08.000
<v R017>Og folkene.</v>

01:00:00.000 --> 01:00:02.000
<v Intervjuer>Mer?</v>
`;

test('WebVTT: voices become turns with their times, markup and notes go [R64] issue 5.5', () => {
  expect(cueFormat(vtt)).toBe('vtt');
  const { body, turns, styles } = readCues(vtt);
  expect(body).toBe('Intervjuer: Hva har vært bra?\n\nR017: Turgruppa, & maten. Og folkene.\n\nIntervjuer: Mer?');
  expect(turns.map((turn) => [turn.name, body.slice(turn.start, turn.end), turn.startsMs, turn.endsMs])).toEqual([
    ['Intervjuer', 'Hva har vært bra?', 1000, 3500],
    ['R017', 'Turgruppa, & maten. Og folkene.', 4000, 8000],
    ['Intervjuer', 'Mer?', 3_600_000, 3_602_000],
  ]);
  expect(styles).toBe(2);
});

test('SubRip: names before a colon, cues without one go on with who spoke', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nSolfrid: Hei.\n\n2\n00:00:02,100 --> 00:00:03,000\nEr du der?\n\n3\n00:00:04,000 --> 00:00:05,000\n- Even: Ja.\n';
  expect(cueFormat(srt)).toBe('srt');
  expect(readCues(srt).body).toBe('Solfrid: Hei. Er du der?\n\nEven: Ja.');
});

test('without names a silence begins a new paragraph', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nDet var\n\n2\n00:00:02,000 --> 00:00:03,000\nen gang.\n\n3\n00:00:09,000 --> 00:00:10,000\nSå ble det stille.\n';
  const { body, turns } = readCues(srt);
  expect(body).toBe('Det var en gang.\n\nSå ble det stille.');
  expect(turns.map((turn) => turn.name)).toEqual([null, null]);
});

test('a file that says it is WebVTT and has no cue is refused; other text is no subtitles', () => {
  expect(() => readCues('WEBVTT\n\nNOTE tom')).toThrow(AppError);
  expect(cueFormat('Intervjuer: Hei.\n1\n2')).toBe(null);
});
