-- What is read by no statement is not written in the rush any more: a label is found by the place it was drawn, a person
-- by her key in the line, and a form with the same person twice is refused before it comes here.
alter table request drop constraint request_authority_id_label_key;
alter table person drop constraint person_authority_id_request_id_person_key_key;
drop index notice_newest;
drop index visit_step_of_offer;

-- Only what is kept for somebody, and no appointment that is over.
drop index holding_kept;
create index holding_kept on holding (authority_id, held_until) where released_at is null and held_until is not null;

-- For the figures of past weeks: what became of each place.
create index holding_of_place on holding (authority_id, place_id);

-- For a run: what was refused and is still to come.
create index offer_said_no on offer (authority_id, pool, starts_at) where state in ('REFUSED', 'CANCELLED', 'LAPSED');
