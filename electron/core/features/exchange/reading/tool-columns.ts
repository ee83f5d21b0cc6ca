import { spellingKey } from './value-forms.ts';

interface SurveyTool {
  /** Columns that the tool adds to the answers: when, from where, by which device, under which name. */
  readonly columns: ReadonlySet<string>;
  /** Columns with a running part. */
  readonly pattern?: RegExp;
  /** So many of them show that the file is this tool's. */
  readonly least: number;
}

const of = (words: string): ReadonlySet<string> => new Set(words.split('|'));

const tools: readonly SurveyTool[] = [
  // KoboToolbox and ODK
  {
    columns: of(
      '_id|_uuid|_submission_time|_validation_status|_notes|_status|_submitted_by|__version__|_version_|_tags|_index|_parent_index|_parent_table_name|_submission__id|_submission__uuid|_submission__submission_time|_submission__validation_status|_submission__notes|_submission__status|_submission__submitted_by|_submission___version__|_submission__tags|_xform_id_string|_geolocation|_attachments|_bamboo_dataset_id|meta/instanceid|meta/instancename|meta/rootuuid|formhub/uuid|start|end|today|username|deviceid|phonenumber|subscriberid|simserial|audit|key|submissiondate|submitterid|submittername|attachmentspresent|attachmentsexpected|reviewstate|edits|formversion|deviceid',
    ),
    least: 3,
  },
  // LimeSurvey
  {
    columns: of(
      'submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr|refurl|interviewtime|date submitted|last page|start language|date started|date last action|ip address|referrer url|total time',
    ),
    pattern: /^(?:grouptime|questiontime|group time|question time)\b/u,
    least: 2,
  },
  // Nettskjema
  {
    columns: of(
      '$submission_id|$submission_hash|$answer_time_ms|$created|$url|answertime|submissionid|created|levert|innleveringsdato|svartid|referansenummer',
    ),
    least: 2,
  },
  // Forms
  {
    columns: of(
      'id|start time|completion time|last modified time|email|name|starttidspunkt|fullføringstidspunkt|fullføringstid|starttid|slutttid|siste endringstid|e-post|navn|slutförandetid|senast ändrad|namn|e-postadress',
    ),
    least: 3,
  },
  // The program's own export
  {
    columns: of('interview|wave|kind|persons|mode|language|status|place|place_code|service|weight|number'),
    least: 6,
  },
];

/**
 * Columns that a survey tool put beside the answers, where enough of them show which tool it was. They are left out unless a person asks for them: none of
 * them is an answer, and some tell who answered. `isKobo`: marks of one question stand twice, together and one by one.
 * `isLimeSurvey`: boxes that are not ticked are empty.
 */
export function toolColumns(headers: readonly string[]): {
  readonly columns: ReadonlySet<number>;
  readonly isKobo: boolean;
  readonly isLimeSurvey: boolean;
} {
  const keys = headers.map(spellingKey);
  for (const [at, { columns, pattern, least }] of tools.entries()) {
    const hits = keys.flatMap((key, column) => (columns.has(key) || pattern?.test(key) === true ? [column] : []));
    if (hits.length >= least) return { columns: new Set(hits), isKobo: at === 0, isLimeSurvey: at === 1 };
  }
  return { columns: new Set(), isKobo: false, isLimeSurvey: false };
}
