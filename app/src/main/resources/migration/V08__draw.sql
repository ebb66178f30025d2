-- One draw a window: sealed when the window is over, drawn when the announced round is known. It can be voided once, with a
-- reason and other rounds; then nothing of it is drawn until one of these is known.
create table draw (
    authority_id int not null,
    pool text not null,
    window_no int not null,
    sealed_at timestamptz not null,
    request_count int not null check (request_count >= 0),
    root text not null check (root ~ '^[0-9a-f]{64}$'),
    leaf text not null,
    drawn_at timestamptz,
    round bigint,
    signature text check (signature ~ '^[0-9a-f]{96}$'),
    voided_at timestamptz,
    reason text,
    next_at timestamptz,
    next_round bigint,
    next_fallback bigint,
    primary key (authority_id, pool, window_no),
    foreign key (authority_id, pool, window_no) references registration_window,
    check ((drawn_at is null) = (round is null) and (round is null) = (signature is null)),
    check (num_nulls(voided_at, reason, next_at, next_round, next_fallback) in (0, 5))
);

create index draw_newest on draw (authority_id, sealed_at desc, pool, window_no);
create index draw_waiting on draw (authority_id, sealed_at) where drawn_at is null;

-- The order as it was drawn and published; never changed.
create table lot (
    authority_id int not null,
    pool text not null,
    window_no int not null,
    position int not null check (position >= 1),
    label text not null check (label ~ '^[0-9a-f]{64}$'),
    lot text not null check (lot ~ '^[0-9a-f]{64}$'),
    primary key (authority_id, pool, window_no, position),
    unique (authority_id, pool, window_no, label),
    foreign key (authority_id, pool, window_no) references draw
);

-- The waiting line: where a request stands now.
create table rank (
    authority_id int not null,
    pool text not null,
    request_id uuid not null,
    cohort int not null check (cohort >= 1),
    position int not null check (position >= 1),
    primary key (authority_id, request_id),
    unique (authority_id, pool, cohort, position),
    foreign key (authority_id, request_id) references request
);
