/**
 * Joins codings to the texts that count, and to whoever said them: nobody who has withdrawn, no answer that was set aside, and all minutes
 * and documents. For a statement whose codings are called `coding`.
 */
export const countedText = `
JOIN text ON text.id = coding.text_id AND (text.kind <> 'answer' OR EXISTS (
  SELECT 1 FROM answer WHERE answer.interview_key = text.interview_key AND answer.question_key = text.question_key
    AND answer.instance = text.instance AND answer.text_id = text.id AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')))
  AND (text.interview_key IS NULL OR EXISTS (
    SELECT 1 FROM interview AS heard JOIN respondent AS person ON person.id = heard.respondent_id AND person.withdrawn_at IS NULL
    WHERE heard.key = text.interview_key AND heard.status NOT IN ('withdrawn', 'declined')))
LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent ON respondent.id = interview.respondent_id`;
