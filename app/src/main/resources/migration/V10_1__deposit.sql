-- A dossier laid on the counter, whole or not. An undone one stays: its receipt may be in somebody's hand.
create table deposit (
    authority_id int not null,
    deposit_id uuid not null,
    offer_id uuid not null,
    request_id uuid not null,
    made_at timestamptz not null,
    counter int not null check (counter >= 1),
    sign_in text not null,
    complete boolean not null,
    papers bytea not null,
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    undone_at timestamptz,
    primary key (authority_id, deposit_id),
    foreign key (authority_id, offer_id) references offer,
    foreign key (authority_id, request_id) references request
);

create unique index one_deposit on deposit (authority_id, offer_id) where undone_at is null;
create index deposit_of_request on deposit (authority_id, request_id, made_at desc) where undone_at is null;
