-- When the places of a pool began to be chosen, and when to be drawn again; before the first row they are drawn.
create table regime_change (
    authority_id int not null,
    pool text not null,
    change_no int not null check (change_no >= 1),
    changed_at timestamptz not null,
    regime text not null check (regime in ('CHOICE', 'DRAW')),
    primary key (authority_id, pool, change_no),
    foreign key (authority_id, pool) references pool
);
