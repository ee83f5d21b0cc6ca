/**
 * The one definition of which answers count, as the FROM and WHERE of a query: an answer with words, of a person who has not
 * withdrawn, in an interview that stands, that routing has not set aside. `answer` leads, so that a text whose answer was
 * cleared does not count although its codings are kept for undo.
 */
export const countedTexts = `
FROM interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
JOIN answer ON answer.interview_key = interview.key AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')
JOIN text ON text.id = answer.text_id AND text.body <> ''
WHERE interview.status NOT IN ('withdrawn', 'declined')`;
