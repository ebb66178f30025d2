-- When the ways by which a request is reached were last changed, by the clock on the wall as the keys in links are: those
-- made before open it no more. The page of a request reads it with all else.
alter table request add column reach_changed_at timestamptz;

create or replace view status_facts as
select request.authority_id, request.request_id, request.pool, request.window_no, request.number, request.label,
    request.registered_at, request.persons, request.joined, request.at_desk, request.together,
    request.centres, request.moments, request.preferred_centres, request.preferred_moments, request.impossible,
    precedence_claim.legal_class, request.ended_at as request_ended_at,
    request.ending, registration_window.closes_at, registration_window.draw_at, draw.next_at as draw_again_at,
    draw.request_count, lot.position as drawn_position, rank.cohort, rank.position, sleep.since as asleep_since,
    offer.offer_id, offer.state, offer.made_at, offer.answer_by, offer.ended_at, offer.centre, offer.starts_at,
    offer.ends_at, offer.chosen, request.reach_changed_at
from request
join registration_window using (authority_id, pool, window_no)
left join draw using (authority_id, pool, window_no)
left join lot using (authority_id, pool, window_no, label)
left join rank
    on rank.authority_id = request.authority_id and rank.request_id = request.request_id
left join precedence_claim
    on precedence_claim.authority_id = request.authority_id and precedence_claim.request_id = request.request_id
        and precedence_claim.granted
left join sleep
    on sleep.authority_id = request.authority_id and sleep.request_id = request.request_id
left join offer
    on offer.authority_id = request.authority_id and offer.request_id = request.request_id;
