-- When the runs of a pool are held, and since when: what another rule would have made due before it was known is not held.
create table run_rule (
    authority_id int not null,
    pool text not null,
    day text not null,
    time time not null,
    since timestamptz not null,
    primary key (authority_id, pool),
    foreign key (authority_id, pool) references pool
);
