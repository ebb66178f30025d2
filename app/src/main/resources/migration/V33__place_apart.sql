-- A counter receives one dossier at a time: two nodes that make places of two procedures at once see each other's only
-- here. Hours that follow one another do not overlap.
create extension if not exists btree_gist;

alter table place add constraint place_apart exclude using gist (
    authority_id with =, centre with =, counter with =, tstzrange(starts_at, ends_at) with &&
) where (withdrawn_at is null);

drop index place_once;
