-- The file in force stands in the journal from its first version on.
insert into leaf (authority_id, body)
select authority_id, concat_ws(
        E'\n', 'guichet.org/catalogue@v1', 'file ' || encode(sha256(convert_to(file, 'UTF8')), 'hex'), '')
from (
    select distinct on (authority_id) authority_id, file
    from catalogue
    order by authority_id, version desc) as newest;
