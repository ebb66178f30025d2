-- An announced run is held once.
create table allotment_run (
    authority_id int not null,
    pool text not null,
    due_at timestamptz not null,
    held_at timestamptz not null,
    waiting int not null check (waiting >= 0),
    free int not null check (free >= 0),
    served int not null check (served >= 0),
    primary key (authority_id, pool, due_at),
    foreign key (authority_id, pool) references pool
);

-- Places held for a request until it answers; once accepted, the appointment.
create table offer (
    authority_id int not null,
    offer_id uuid not null,
    request_id uuid not null,
    pool text not null,
    state text not null
        check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'SILENT', 'CANCELLED', 'ABSENT', 'MET')),
    made_at timestamptz not null,
    answer_by timestamptz not null,
    ended_at timestamptz,
    centre text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (authority_id, offer_id),
    foreign key (authority_id, request_id) references request,
    check (made_at < answer_by and answer_by < starts_at and starts_at < ends_at)
);

create unique index one_live_offer on offer (authority_id, request_id) where state in ('OPEN', 'ACCEPTED');
create index offer_of_request on offer (authority_id, request_id, made_at desc);
create index offer_of_pool on offer (authority_id, pool, state);
create index offer_open on offer (authority_id, answer_by) where state = 'OPEN';
create index offer_of_day on offer (authority_id, centre, starts_at);

-- Two silences in a row: the request keeps its rank and wakes at a word.
create table sleep (
    authority_id int not null,
    request_id uuid not null,
    since timestamptz not null,
    primary key (authority_id, request_id),
    foreign key (authority_id, request_id) references request
);
