-- The rules no longer make it. Whoever holds it keeps it, and nobody is given it after.
alter table place
    add column unplanned boolean not null default false;
