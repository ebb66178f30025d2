-- Leaves that wait for their place in the tree, in the order in which they were written.
create table leaf (
    authority_id int not null,
    leaf_id bigint generated always as identity,
    body text not null check (octet_length(body) between 1 and 65535),
    primary key (authority_id, leaf_id)
);

-- What a commitment in the journal commits to; erasing a row erases it, and the leaf stays.
create table commitment (
    authority_id int not null,
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    salt bytea not null check (octet_length(salt) = 32),
    payload text not null,
    primary key (authority_id, commitment)
);

-- The tree reduced to its right edge, and its newest signed checkpoint. The row is locked by the node that sequences.
create table journal (
    authority_id int not null primary key,
    tree_size bigint not null check (tree_size >= 0),
    peaks text not null,
    checkpoint text not null
);

-- Tiles of hashes (level 0 and up) and entry bundles (level -1), as far as they are filled; they only grow.
create table tile (
    authority_id int not null,
    level int not null check (level >= -1),
    tile_index bigint not null check (tile_index >= 0),
    content bytea not null,
    primary key (authority_id, level, tile_index)
);
