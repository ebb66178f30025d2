-- When the service was last seen alive, by its own clock and by that of the database: what passes on both is an outage.
create table alive (
    authority_id int not null primary key,
    seen_at timestamptz not null,
    database_at timestamptz not null
);

-- When nobody could answer: what ran by the clock then was moved by as long.
create table outage (
    authority_id int not null,
    began_at timestamptz not null,
    ended_at timestamptz not null,
    primary key (authority_id, began_at),
    check (began_at < ended_at)
);

-- An offer whose time could not be given back whole after an outage, since its day was too near, lapses: that is no silence.
alter table offer add cut_short boolean not null default false;
alter table offer drop constraint offer_state_check;
alter table offer add constraint offer_state_check check (
    state in ('OPEN', 'ACCEPTED', 'REFUSED', 'SILENT', 'CANCELLED', 'CLOSED', 'RETRACTED', 'LAPSED', 'ABSENT', 'MET'));

-- What was kept for people who were choosing when an outage began is found by when it ends.
create index place_hold_until on place_hold (authority_id, held_until);
