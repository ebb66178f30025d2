-- Tries to open a request, by a keyed hash of what was typed: whether the number exists or not.
create table attempt (
    authority_id int not null,
    attempt_id bigint generated always as identity,
    target text not null check (target ~ '^[0-9a-f]{64}$'),
    tried_at timestamptz not null,
    primary key (authority_id, attempt_id)
);

create index attempt_of_target on attempt (authority_id, target, tried_at);
