-- A place may be kept for somebody who is still writing: until this instant, and no longer, whatever else happens or does not.
-- It is a holding like any other, so that one_live_holder decides here too.
alter table holding add held_until timestamptz;

create index holding_kept on holding (authority_id, held_until) where released_at is null;

-- An appointment whose place its person chose on the calendar.
alter table offer add chosen boolean not null default false;

-- The newest hold of a person in a pool; one that comes after it takes its place.
create table place_hold (
    authority_id int not null,
    pool text not null,
    person_key text not null check (person_key ~ '^[0-9a-f]{64}$'),
    holder uuid not null,
    held_until timestamptz not null,
    primary key (authority_id, pool, person_key),
    foreign key (authority_id, pool) references pool
);
