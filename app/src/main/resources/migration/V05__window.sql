-- Windows follow one another without a gap. The round of the beacon that will decide, and the one in its place if it cannot be
-- had for a day, are fixed when the window is made.
create table registration_window (
    authority_id int not null,
    pool text not null,
    window_no int not null check (window_no >= 1),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    draw_at timestamptz not null,
    chain text not null check (chain ~ '^[0-9a-f]{64}$'),
    round bigint not null check (round >= 1),
    fallback bigint not null,
    sealed_at timestamptz,
    primary key (authority_id, pool, window_no),
    foreign key (authority_id, pool) references pool,
    check (round < fallback),
    check (opens_at < closes_at and closes_at < draw_at)
);

create index window_unsealed on registration_window (authority_id, closes_at) where sealed_at is null;
