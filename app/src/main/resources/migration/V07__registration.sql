-- Personal data stands only in locked columns, each locked for its own row.
create table request (
    authority_id int not null,
    request_id uuid not null,
    pool text not null,
    window_no int not null,
    number text not null check (number ~ '^[0-9]{12}$'),
    label text not null check (label ~ '^[0-9a-f]{64}$'),
    salt text not null check (salt ~ '^[0-9a-f]{64}$'),
    submission uuid not null,
    registered_at timestamptz not null,
    language text not null,
    persons int not null check (persons between 1 and 6),
    together text not null check (together in ('SIMULTANEOUS', 'ADJACENT', 'SAME_DAY')),
    joined boolean not null,
    ended_at timestamptz,
    ending text check (ending in ('WITHDRAWN', 'RECEIVED')),
    centres text[] not null,
    moments int not null,
    preferred_centres text[] not null,
    preferred_moments int not null,
    impossible text[] not null,
    reach bytea not null,
    at_desk boolean not null,
    primary key (authority_id, request_id),
    unique (authority_id, number),
    unique (authority_id, submission),
    unique (authority_id, label),
    foreign key (authority_id, pool, window_no) references registration_window,
    check ((ended_at is null) = (ending is null))
);

create index request_of_window on request (authority_id, pool, window_no);
create index request_live on request (authority_id, pool) where not joined and ended_at is null;

create table person (
    authority_id int not null,
    request_id uuid not null,
    position int not null check (position between 1 and 6),
    person_key text not null check (person_key ~ '^[0-9a-f]{64}$'),
    applicant bytea not null,
    primary key (authority_id, request_id, position),
    unique (authority_id, request_id, person_key),
    foreign key (authority_id, request_id) references request
);

-- Who stands in which line. The key decides who was first, whatever runs at the same time.
create table standing (
    authority_id int not null,
    pool text not null,
    person_key text not null,
    request_id uuid not null,
    primary key (authority_id, pool, person_key),
    foreign key (authority_id, request_id) references request
);

create index standing_of_request on standing (authority_id, request_id);

-- A request for somebody who stands in the line already, and the earlier request it is part of.
create table joining (
    authority_id int not null,
    request_id uuid not null,
    earlier_id uuid not null,
    primary key (authority_id, request_id, earlier_id),
    foreign key (authority_id, request_id) references request,
    foreign key (authority_id, earlier_id) references request
);
