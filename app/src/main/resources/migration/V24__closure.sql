-- A centre that closes ends what stands in it: an appointment is closed, an offer without an answer retracted.
alter table offer drop constraint offer_state_check;
alter table offer add constraint offer_state_check check (
    state in ('OPEN', 'ACCEPTED', 'REFUSED', 'SILENT', 'CANCELLED', 'CLOSED', 'RETRACTED', 'ABSENT', 'MET'));

-- Places that were taken away: one that is made again is a freed place.
create index place_withdrawn on place (authority_id, pool, starts_at) where withdrawn_at is not null;
