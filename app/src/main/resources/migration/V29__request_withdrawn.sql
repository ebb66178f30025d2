-- How many left a line lately, found without reading all who ever stood in it.
create index request_withdrawn on request (authority_id, pool, ended_at) where ending = 'WITHDRAWN';
