-- When the mail server first refused the address for good. What it only put off was tried, and nobody was told.
alter table notice
    add column refused_at timestamptz;
