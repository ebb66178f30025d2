-- What went into a run and came out of it is as long as the line: it is kept in parts, so that no program ever holds it
-- whole. One part after the other is the text; that of a run of before is one part.
create table run_text (
    authority_id int not null,
    pool text not null,
    due_at timestamptz not null,
    kind text not null check (kind in ('INPUT', 'OUTCOME')),
    part int not null check (part >= 0),
    text text not null,
    primary key (authority_id, pool, due_at, kind, part),
    foreign key (authority_id, pool, due_at) references allotment_run
);

insert into run_text (authority_id, pool, due_at, kind, part, text)
select authority_id, pool, due_at, kind, 0, text
from allotment_run
cross join lateral (values ('INPUT', input), ('OUTCOME', outcome)) as kept (kind, text)
where text <> '';

-- A column that is dropped stays on the disk: what it held must be gone before.
alter table allotment_run drop constraint recorded_whole;
update allotment_run set input = null, outcome = null where run is not null;

alter table allotment_run
    drop column input,
    drop column outcome,
    add constraint recorded_whole check (num_nulls(run, salt) in (0, 2));

-- Who said no is asked for by request alone now.
drop index offer_said_no;
