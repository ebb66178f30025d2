-- Checkpoints that at least one witness cosigned, as the log signed them: what a cosignature is about.
create table cosigned_checkpoint (
    authority_id int not null,
    tree_size bigint not null check (tree_size >= 0),
    note text not null,
    primary key (authority_id, tree_size)
);

-- The first cosignature of each witness for each size; the instant is the witness's own.
create table cosignature (
    authority_id int not null,
    tree_size bigint not null,
    witness text not null,
    signed_at timestamptz not null,
    line text not null,
    primary key (authority_id, tree_size, witness),
    foreign key (authority_id, tree_size) references cosigned_checkpoint
);

create index cosignature_of_witness on cosignature (authority_id, witness, tree_size);
