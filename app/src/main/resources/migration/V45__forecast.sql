-- As of when every node reads a line, so that whoever asks is told the same by each.
create table line_read (
    authority_id int not null,
    pool text not null,
    read_at timestamptz not null,
    primary key (authority_id, pool),
    foreign key (authority_id, pool) references pool
);
