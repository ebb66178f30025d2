-- A run that could not be held, since the ranks are not those that were drawn: it is held as soon as they are.
create table run_owed (
    authority_id int not null,
    pool text not null,
    since timestamptz not null,
    primary key (authority_id, pool),
    foreign key (authority_id, pool) references pool
);
