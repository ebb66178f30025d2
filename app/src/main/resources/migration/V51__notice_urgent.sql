-- What must be read in time is sent before what waits in millions. A node of before writes none, and sends by the time alone.
alter table notice add column urgent boolean not null default false;

update notice
set urgent = true
where done_at is null and not by_hand
    and kind in ('offer', 'moved', 'accepted', 'chosen', 'closed', 'closed-chosen', 'reach-changed');

create index notice_to_send on notice (authority_id, urgent, try_at) where done_at is null and not by_hand;
drop index notice_waiting;

-- An address that is refused for days is left to an agent, after everybody who waits for a call or a letter.
create index notice_to_tell on notice (authority_id, (refused_at is not null), written_at)
    where done_at is null and by_hand;
drop index notice_by_hand;
