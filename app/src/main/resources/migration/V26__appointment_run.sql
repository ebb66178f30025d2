-- What went into each run and came out of it, word for word; the journal holds a commitment to each, with this salt. Runs of
-- before have none.
alter table allotment_run
    add column run int check (run >= 1),
    add column salt bytea check (octet_length(salt) = 32),
    add column input text,
    add column outcome text,
    add constraint recorded_whole check (num_nulls(run, salt, input, outcome) in (0, 4)),
    add constraint run_once unique (authority_id, pool, run);
