-- Windows whose draw needs witnesses: what was declared when the window was announced, and then the leaf to be seen.
create table seal_proof (
    authority_id int not null,
    pool text not null,
    window_no int not null check (window_no >= 1),
    quorum int not null check (quorum >= 1),
    witnesses text not null,
    seal text,
    primary key (authority_id, pool, window_no)
);
