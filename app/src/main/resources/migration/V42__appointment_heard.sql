-- When its person spoke after a silence: it counts no more (rule 16: two in a row, and a word wakes).
alter table offer add column heard_at timestamptz;
