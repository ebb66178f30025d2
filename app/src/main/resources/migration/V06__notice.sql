-- The outbox: written with the thing it tells of, sent afterwards.
create table notice (
    authority_id int not null,
    notice_id uuid not null,
    request_id uuid not null,
    kind text not null,
    by_hand boolean not null,
    written_at timestamptz not null,
    try_at timestamptz not null,
    tries int not null,
    done_at timestamptz,
    message bytea not null,
    primary key (authority_id, notice_id)
);

create index notice_waiting on notice (authority_id, try_at) where done_at is null and not by_hand;
create index notice_by_hand on notice (authority_id, written_at) where done_at is null and by_hand;
create index notice_newest on notice (authority_id, written_at desc, notice_id);
create index notice_of_request on notice (authority_id, request_id, written_at desc, notice_id);
