-- Who runs the counters: one row a tenant.
create table authority (
    authority_id int not null primary key,
    code text not null unique
);

-- Every file that was ever loaded, as it was written; the newest is the one in force.
create table catalogue (
    authority_id int not null references authority,
    version int not null check (version >= 1),
    loaded_at timestamptz not null,
    file text not null,
    primary key (authority_id, version)
);

-- One waiting line over all centres for one procedure. Its row is locked by whoever gives, frees or withdraws places of it.
create table pool (
    authority_id int not null references authority,
    pool text not null check (pool ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    primary key (authority_id, pool)
);

-- One counter for one span of time, for one dossier.
create table place (
    authority_id int not null,
    place_id bigint generated always as identity,
    pool text not null,
    centre text not null,
    counter int not null check (counter >= 1),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (authority_id, place_id),
    foreign key (authority_id, pool) references pool,
    check (starts_at < ends_at)
);

create unique index place_once on place (authority_id, centre, counter, starts_at) where withdrawn_at is null;
create index place_of_pool on place (authority_id, pool, starts_at) where withdrawn_at is null;

-- Who has a place: an offer or an appointment. Two live holders of one place are impossible.
create table holding (
    authority_id int not null,
    holding_id bigint generated always as identity,
    place_id bigint not null,
    holder uuid not null,
    held_at timestamptz not null,
    released_at timestamptz,
    primary key (authority_id, holding_id),
    foreign key (authority_id, place_id) references place
);

create unique index one_live_holder on holding (authority_id, place_id) where released_at is null;
create index holding_of_holder on holding (authority_id, holder) where released_at is null;
