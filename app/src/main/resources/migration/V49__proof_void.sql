-- What the witnesses of a window must see before it is drawn again: the leaf that made its draw void.
alter table seal_proof add column voided text;

update seal_proof
set voided = concat_ws(
        E'\n',
        'guichet.org/void@v1',
        'pool ' || draw.pool,
        'window ' || draw.window_no,
        'at ' || to_char(voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'round ' || next_round,
        'fallback ' || next_fallback,
        'reason ' || reason,
        '')
from draw
where draw.authority_id = seal_proof.authority_id and draw.pool = seal_proof.pool
    and draw.window_no = seal_proof.window_no and voided_at is not null;
