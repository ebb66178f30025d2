-- The waiting line by what suits: one row for each half day in each centre that a request waits for, an empty text for
-- every centre, 0 for every half day. Whoever holds an offer, sleeps or has gone has none. Whatever changes it holds
-- the lock of the pool.
create table line_entry (
    authority_id int not null,
    pool text not null,
    centre text not null,
    half_day int not null check (half_day between 0 and 14),
    persons int not null,
    together text not null,
    cohort int not null,
    position int not null,
    request_id uuid not null,
    impossible datemultirange not null,
    primary key (authority_id, pool, centre, half_day, persons, together, cohort, position),
    foreign key (authority_id, request_id) references request
);

create index line_entry_of_request on line_entry (authority_id, request_id);

-- Cohorts whose requests have entered.
create table line_cohort (
    authority_id int not null,
    pool text not null,
    cohort int not null,
    primary key (authority_id, pool, cohort),
    foreign key (authority_id, pool) references pool
);

create index place_of_centre on place (authority_id, pool, centre, starts_at) where withdrawn_at is null;
