-- How often something was done in a span that began then, by a keyed hash of a network, a contact or a number; for all nodes.
create table tally (
    authority_id int not null,
    bound text not null,
    target text not null check (target ~ '^[0-9a-f]{64}$'),
    since timestamptz not null,
    count int not null check (count >= 0),
    primary key (authority_id, bound, target)
);

create index tally_over on tally (authority_id, bound, since);

-- Its tries, of a day at most, are counted there from now on.
drop table attempt;
