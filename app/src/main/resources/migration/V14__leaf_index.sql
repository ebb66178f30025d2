-- Where each leaf stands in the tree, found again by its hash to prove that it does.
create table leaf_index (
    authority_id int not null,
    leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
    leaf_index bigint not null check (leaf_index >= 0),
    primary key (authority_id, leaf_hash)
);

-- The leaves of before: in a bundle each entry follows its length in two bytes.
with recursive entry (authority_id, leaf_index, content, start, length) as (
    select authority_id, tile_index * 256, content, 0, get_byte(content, 0) * 256 + get_byte(content, 1)
    from tile
    where level = -1
    union all
    select authority_id, leaf_index + 1, content, start + 2 + length,
        get_byte(content, start + 2 + length) * 256 + get_byte(content, start + 3 + length)
    from entry
    where start + 2 + length < octet_length(content)
)
insert into leaf_index (authority_id, leaf_hash, leaf_index)
select authority_id, sha256('\x00'::bytea || substring(content from start + 3 for length)), leaf_index
from entry
on conflict (authority_id, leaf_hash) do nothing;
