-- Whoever let an offer pass did not enter the line again. Cohorts of which somebody who waits has no row enter once more;
-- whoever has rows keeps them.
delete from line_cohort
using rank
join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
where rank.authority_id = line_cohort.authority_id and rank.pool = line_cohort.pool and rank.cohort = line_cohort.cohort
    and not joined and ended_at is null
    and not exists (
        select
        from line_entry
        where line_entry.authority_id = rank.authority_id and line_entry.request_id = rank.request_id)
    and not exists (
        select
        from offer
        where offer.authority_id = rank.authority_id and offer.request_id = rank.request_id
            and offer.state in ('OPEN', 'ACCEPTED'))
    and not exists (
        select
        from sleep
        where sleep.authority_id = rank.authority_id and sleep.request_id = rank.request_id);
