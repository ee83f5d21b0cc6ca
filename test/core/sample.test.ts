import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { realDeps } from '../../electron/core/deps.ts';
import { openWorkspace } from '../../electron/core/workspace/open.ts';
import { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import { askedQuestions, planRouting } from '../../shared/expressions/routing.ts';
import { QuestionId } from '../../shared/model/ids.ts';
import { QuestionType } from '../../shared/model/questionnaire.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-sample-'));
const path = join(folder, 'Fjordvik.rost');
const twin = join(folder, 'twin.rost');
const seeds = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const bsb = "project_id = (SELECT id FROM project WHERE kind = 'user-evaluation')";
let db: Database.Database;

beforeAll(() => {
  buildSample(path);
  buildSample(twin);
  db = new Database(path, { readonly: true });
});
afterAll(() => {
  db.close();
});

function rows<S extends z.ZodRawShape>(shape: S, sql: string): z.infer<z.ZodObject<S>>[] {
  return z.array(z.object(shape)).parse(db.prepare(sql).all());
}

function count(sql: string): number {
  return z.object({ n: z.int() }).parse(db.prepare(`SELECT count(*) AS n FROM ${sql}`).get()).n;
}

/** Everything a reader may see as text, in all tables. */
function allTexts(): string[] {
  const tables = rows({ name: z.string() }, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  return tables
    .flatMap(({ name }) => z.array(z.record(z.string(), z.unknown())).parse(db.prepare(`SELECT * FROM ${name}`).all()))
    .flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'));
}

describe('the file', () => {
  test('is the same to the byte when built again, with nothing left beside it', () => {
    expect(readFileSync(path).equals(readFileSync(twin))).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['Fjordvik.rost', 'twin.rost']);
  });

  test('opens as a workspace without a history', () => {
    const workspace = openWorkspace(twin, realDeps(folder), { checksRows: true });
    expect(workspace.fact('sample')).toBe('fjordvik');
    expect(workspace.lastOperation()).toBe(0);
    expect(workspace.wasRecovered).toBe(false);
    workspace.close();
  });

  test('keeps every reference', () => {
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  test('names nobody from the source documents', ({ skip }) => {
    if (!existsSync(seeds)) skip('the source documents are not here');
    const words = readdirSync(seeds)
      .map((file) => readFileSync(join(seeds, file), 'utf8'))
      .join('\n');
    const pairs = new Set(words.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu));
    // The method's own name, and an organisation's, stand in the documents with capitals too.
    for (const name of ['Bruker Spør', 'Mental Helse']) pairs.delete(name);
    expect(pairs.size).toBeGreaterThan(10);
    expect([...pairs].filter((pair) => allTexts().some((text) => text.includes(pair)))).toEqual([]);
  });
});

describe('the survey', () => {
  test('asks 24 questions of 64 participants in two waves [R45] [R12]', () => {
    expect(
      count(
        `question WHERE version_id IN (SELECT v.id FROM questionnaire_version v JOIN questionnaire q ON q.id = v.questionnaire_id WHERE q.${bsb})`,
      ),
    ).toBe(24);
    expect(
      rows(
        { name: z.string(), n: z.int(), frame_precision: z.string() },
        `SELECT w.name, count(*) AS n, w.frame_precision FROM interview i JOIN wave w ON w.id = i.wave_id WHERE i.${bsb} GROUP BY w.id ORDER BY w.ordinal`,
      ),
    ).toEqual([
      { name: 'Våren 2023', n: 30, frame_precision: 'about' },
      { name: 'Våren 2025', n: 34, frame_precision: 'about' },
    ]);
    expect(
      rows({ code: z.string() }, `SELECT code FROM respondent WHERE ${bsb} AND code LIKE 'R%' ORDER BY code`).map(({ code }) => code),
    ).toEqual(Array.from({ length: 64 }, (_, index) => `R${String(index + 1).padStart(3, '0')}`));
    expect(count(`respondent WHERE ${bsb}`)).toBe(90);
  });

  test('has only answers that their questions offer', () => {
    const bad = `FROM answer a JOIN question q ON q.key = a.question_key`;
    const options = '(SELECT code FROM answer_option o WHERE o.question_id = q.id OR o.scale_id = q.scale_id)';
    expect(count(`(SELECT 1 ${bad} WHERE a.code IS NOT NULL AND q.type <> 'scale-0-10' AND a.code NOT IN ${options})`)).toBe(0);
    expect(count(`(SELECT 1 ${bad} WHERE q.type = 'scale-0-10' AND a.code NOT BETWEEN 0 AND 10)`)).toBe(0);
    expect(count(`(SELECT 1 ${bad} WHERE a.num NOT BETWEEN q.minimum AND q.maximum)`)).toBe(0);
    expect(
      count(
        `(SELECT 1 ${bad} JOIN interview i ON i.key = a.interview_key WHERE i.mode <> 'paper' AND instr(' ' || q.reasons || ' ', ' ' || a.missing || ' ') = 0)`,
      ),
    ).toBe(0);
    expect(
      count(
        `(SELECT 1 ${bad} WHERE (a.code IS NOT NULL) + (a.num IS NOT NULL) + (a.txt IS NOT NULL) + (a.text_id IS NOT NULL) + (a.missing IS NOT NULL) <> 1)`,
      ),
    ).toBe(0);
    for (const { codes, txt } of rows(
      { codes: z.string(), txt: z.string() },
      `SELECT (SELECT group_concat(code, ' ') FROM answer_option WHERE question_id = q.id) AS codes, a.txt ${bad} WHERE a.txt IS NOT NULL`,
    )) {
      const chosen = txt.split(' ');
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.filter((code) => !codes.split(' ').includes(code))).toEqual([]);
    }
  });

  test('follows the routing in every interview', () => {
    const shape = {
      id: QuestionId,
      key: z.int(),
      version_id: z.string(),
      variable: z.string(),
      number: z.string(),
      type: QuestionType,
      relevant: z.string().nullable(),
    };
    const questions = rows(
      shape,
      'SELECT q.id, q.key, version_id, v.name AS variable, number, type, relevant FROM question q JOIN variable v ON v.id = q.variable_id ORDER BY q.key',
    );
    const interviews = rows(
      { key: z.int(), version_id: z.string(), stopped: z.int().nullable() },
      'SELECT i.key, i.version_id, q.key AS stopped FROM interview i LEFT JOIN question q ON q.id = i.current_question_id',
    );
    for (const interview of interviews) {
      const form = questions.filter((question) => question.version_id === interview.version_id);
      const answers = new Map(
        rows(
          { question_key: z.int(), code: z.int().nullable() },
          `SELECT question_key, code FROM answer WHERE interview_key = ${String(interview.key)}`,
        ).map((row) => [row.question_key, row.code]),
      );
      const plan = planRouting(
        form.map((question) => ({ ...question, name: question.variable, minimum: null, maximum: null, checks: [] })),
      );
      const asked = askedQuestions(plan, (id) => {
        const code = answers.get(form.find((question) => question.id === id)?.key ?? 0);
        return typeof code === 'number' ? { kind: 'code', code } : null;
      });
      const expected = form
        .filter((question) => asked.has(question.id) && question.key < (interview.stopped ?? Infinity))
        .map((question) => question.key);
      expect([...answers.keys()].toSorted((a, b) => a - b)).toEqual(expected);
    }
    expect(interviews.filter((one) => one.stopped !== null)).toHaveLength(4);
  });

  test('gives 40 to 60 answers to each open question, none of them twice', () => {
    const open = rows({ n: z.int() }, `SELECT count(*) AS n FROM text WHERE ${bsb} AND kind = 'answer' GROUP BY question_key`);
    expect(open).toHaveLength(4);
    for (const { n } of open) expect(n).toBeGreaterThanOrEqual(40);
    for (const { n } of open) expect(n).toBeLessThanOrEqual(60);
    expect(rows({ body: z.string() }, "SELECT body FROM text WHERE kind = 'answer' GROUP BY body HAVING count(*) > 1")).toEqual([]);
  });

  test('leans as it is meant to: respect high, report-back rare, a small base in Skogbygda', () => {
    const share = (name: string, where: string): number =>
      count(
        `answer a JOIN question q ON q.key = a.question_key JOIN variable v ON v.id = q.variable_id WHERE v.${bsb} AND v.name = '${name}' AND a.code IS NOT NULL AND ${where}`,
      ) /
      count(
        `answer a JOIN question q ON q.key = a.question_key JOIN variable v ON v.id = q.variable_id WHERE v.${bsb} AND v.name = '${name}' AND a.code IS NOT NULL`,
      );
    expect(share('respekt', 'a.code >= 4')).toBeGreaterThan(0.7);
    expect(share('informasjon', 'a.code >= 4')).toBeLessThan(share('respekt', 'a.code >= 4'));
    expect(share('individuell_plan', 'a.code = 1')).toBeLessThan(0.4);
    expect(share('vite_bruk', 'a.code = 1')).toBeLessThan(0.3);
    const small = count("interview i JOIN place p ON p.id = i.place_id WHERE p.code = '9932'");
    expect(small).toBeGreaterThanOrEqual(5);
    expect(small).toBeLessThan(10);
  });
});

describe('themes and codings', () => {
  test('has 30 themes with preferred words in three languages, and two that must not be mixed up [R60] [R90]', () => {
    expect(count('theme')).toBe(30);
    for (const language of ['nb', 'sv', 'en']) expect(count(`theme_term WHERE kind = 'preferred' AND language = '${language}'`)).toBe(30);
    expect(count('theme_difference')).toBe(1);
    expect(count('theme WHERE (parent_id IS NULL) <> (color IS NOT NULL)')).toBe(0);
    expect(count(`quick_theme WHERE ${bsb}`)).toBe(9);
  });

  test('has 400 codings by two coders, each within its text [R61]', () => {
    expect(count('coding')).toBe(400);
    expect(
      rows({ name: z.string() }, 'SELECT DISTINCT a.name FROM coding c JOIN actor a ON a.id = c.coder_id ORDER BY a.name').map(
        ({ name }) => name,
      ),
    ).toEqual(['Even Strandmyr', 'Solfrid Tangvåg']);
    for (const one of rows(
      { body: z.string(), start_offset: z.int(), end_offset: z.int(), is_whole: z.int() },
      'SELECT t.body, start_offset, end_offset, is_whole FROM coding c JOIN text t ON t.id = c.text_id',
    )) {
      expect(one.end_offset).toBeLessThanOrEqual(one.body.length);
      expect(one.is_whole === 1).toBe(one.start_offset === 0 && one.end_offset === one.body.length);
    }
    expect(count("coding WHERE certainty = 'inferred' AND reason IS NOT NULL")).toBeGreaterThan(4);
    expect(
      count(
        'coding a JOIN coding b ON b.text_id = a.text_id AND b.coder_id = a.coder_id AND b.id > a.id WHERE NOT (a.is_whole OR b.is_whole) AND a.start_offset < b.end_offset AND b.start_offset < a.end_offset',
      ),
    ).toBeGreaterThan(0);
  });

  test('leaves something to do, and two readers who do not always agree', () => {
    const uncoded =
      "text t WHERE kind = 'answer' AND NOT EXISTS (SELECT 1 FROM coding WHERE text_id = t.id) AND NOT EXISTS (SELECT 1 FROM text_reading WHERE text_id = t.id)";
    expect(count(uncoded)).toBe(20);
    expect(count("text_reading WHERE state = 'no-theme'")).toBeGreaterThan(3);
    const both = rows({ text_id: z.string() }, 'SELECT text_id FROM coding GROUP BY text_id HAVING count(DISTINCT coder_id) = 2');
    expect(both.length).toBeGreaterThanOrEqual(12);
    expect(
      count(
        'coding a JOIN coding b ON b.text_id = a.text_id AND b.coder_id <> a.coder_id WHERE NOT EXISTS (SELECT 1 FROM coding c WHERE c.text_id = a.text_id AND c.coder_id = b.coder_id AND c.theme_id = a.theme_id)',
      ),
    ).toBeGreaterThan(0);
  });
});

describe('what surrounds it', () => {
  test('merges and splits municipalities that share a name [R91]', () => {
    expect(
      rows({ code: z.string() }, "SELECT code FROM place WHERE kind = 'municipality' AND name = 'Fjordvik' ORDER BY code").map(
        ({ code }) => code,
      ),
    ).toEqual(['9911', '9921', '9931']);
    expect(count('place_change')).toBe(7);
    expect(
      count(
        'interview i JOIN place p ON p.id = i.place_id WHERE (p.valid_from IS NOT NULL AND i.held_on < p.valid_from) OR (p.valid_to IS NOT NULL AND i.held_on >= p.valid_to)',
      ),
    ).toBe(0);
  });

  test('knows organisations, pauses, dated roles and three operators of one service [R28] [R29] [R30] [R31] [R32]', () => {
    expect(count('organisation WHERE parent_id IS NOT NULL')).toBeGreaterThan(3);
    expect(count('organisation_pause')).toBe(1);
    expect(count("person_role r JOIN body b ON b.id = r.body_id WHERE b.kind = 'user-panel' AND r.valid_to IS NULL")).toBe(7);
    expect(count("person_role r JOIN body b ON b.id = r.body_id WHERE b.kind = 'user-panel' AND r.is_first_time = 1")).toBe(4);
    expect(count("service_operator o JOIN service s ON s.id = o.service_id WHERE s.name = 'Loftet dagsenter'")).toBe(3);
  });

  test('holds meetings with agenda, roles, attendance, sheets and minutes [R1] [R2] [R6] [R9] [R10] [R13] [R14] [R15] [R18]', () => {
    const held = "meeting WHERE held_on LIKE '2025-%' AND round_id IS NOT NULL";
    expect(count(held)).toBe(4);
    expect(count(`minute_line WHERE meeting_id IN (SELECT id FROM ${held})`)).toBeGreaterThan(15);
    for (const table of ['meeting_role', 'attendance', 'agenda_item', 'question_sheet', 'meeting_invitation', 'distribution']) {
      expect(count(`(SELECT DISTINCT meeting_id FROM ${table} WHERE meeting_id IN (SELECT id FROM ${held}))`)).toBe(4);
    }
    expect(
      rows(
        { n: z.string() },
        'SELECT DISTINCT attendance_precision AS n FROM meeting WHERE attendance_precision IS NOT NULL ORDER BY 1',
      ).map(({ n }) => n),
    ).toEqual(['about', 'average', 'exact', 'total-only']);
    expect(count('meeting WHERE gap_reason IS NOT NULL')).toBe(2);
    expect(
      count(
        "meeting m JOIN (SELECT meeting_id, sum(count) AS people FROM attendance GROUP BY meeting_id) a ON a.meeting_id = m.id WHERE m.attendance_precision = 'exact' AND a.people <> m.attendance_count",
      ),
    ).toBe(0);
  });

  test('follows findings to actions and back to the users [F10] [R77] [R79]', () => {
    expect(count('finding')).toBe(10);
    expect(rows({ status: z.string() }, 'SELECT DISTINCT status FROM finding ORDER BY 1')).toHaveLength(7);
    expect(count("finding_wording w JOIN finding f ON f.id = w.finding_id WHERE f.code = 'F04'")).toBe(1);
    expect(count('action')).toBe(12);
    expect(count("action WHERE due_as_said IS NOT NULL AND (due_sort_on IS NULL) <> (due_precision = 'none')")).toBe(0);
    expect(count('report_back WHERE action_id IS NOT NULL')).toBe(1);
    expect(
      count(
        "action a WHERE a.status <> (SELECT e.kind FROM action_event e WHERE e.action_id = a.id AND e.kind <> 'reviewed' ORDER BY e.happened_on DESC LIMIT 1)",
      ),
    ).toBe(0);
  });

  test('quotes only people who agreed to it, cleared by another than the proposer', () => {
    const quoted = 'quote q JOIN text t ON t.id = q.text_id JOIN interview i ON i.key = t.interview_key';
    expect(
      count(
        `${quoted} WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.respondent_id = i.respondent_id AND c.scope = 'quotes' AND c.withdrawn_on IS NULL)`,
      ),
    ).toBe(0);
    expect(count("quote WHERE status = 'cleared' AND (cleared_by IS NULL OR cleared_by = proposed_by)")).toBe(0);
  });

  test('keeps tables that can be run', () => {
    const saved = rows({ definition: z.string() }, 'SELECT definition FROM exhibit');
    expect(saved).toHaveLength(5);
    for (const { definition } of saved) expect(ExhibitDefinition.safeParse(JSON.parse(definition)).success).toBe(true);
  });
});
