/**
 * SQL of a row of `finding_evidence` that is what somebody said who has withdrawn since: a statement of theirs, a quote from one, or what is summed up of
 * them in a matrix.
 */
export const isWithdrawn = `finding_evidence.id IN (SELECT given.id FROM finding_evidence AS given LEFT JOIN quote ON quote.id = given.quote_id
  LEFT JOIN text ON text.id = coalesce(given.text_id, quote.text_id) LEFT JOIN framework_cell ON framework_cell.id = given.framework_cell_id
  LEFT JOIN interview ON interview.key = coalesce(text.interview_key, framework_cell.interview_key)
  JOIN respondent ON respondent.id = coalesce(interview.respondent_id, framework_cell.respondent_id)
  WHERE given.finding_id = finding_evidence.finding_id AND (respondent.withdrawn_at IS NOT NULL OR interview.status = 'withdrawn'))`;
