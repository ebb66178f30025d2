-- A request for precedence: who saw the proof, and who else decided. One agent alone can give precedence to nobody.
create table precedence_claim (
    authority_id int not null,
    claim_id uuid not null,
    request_id uuid not null,
    pool text not null,
    legal_class text not null,
    seen_at timestamptz not null,
    seen_by text not null,
    decided_at timestamptz,
    decided_by text,
    granted boolean,
    reason bytea,
    primary key (authority_id, claim_id),
    foreign key (authority_id, request_id) references request,
    constraint two_agents check (decided_by <> seen_by),
    check (num_nulls(decided_at, decided_by, granted) in (0, 3)),
    check ((reason is null) = (granted is null or granted))
);

create unique index one_claim on precedence_claim (authority_id, request_id) where granted is not false;
create index claim_of_request on precedence_claim (authority_id, request_id, seen_at desc);
create index claim_waiting on precedence_claim (authority_id, seen_at) where decided_at is null;
create index claim_granted on precedence_claim (authority_id, pool) where granted;

-- Offers whose turn came by precedence: what they took counts towards the declared share of their centre and week.
create table precedence_use (
    authority_id int not null,
    offer_id uuid not null,
    pool text not null,
    centre text not null,
    starts_at timestamptz not null,
    places int not null check (places >= 1),
    primary key (authority_id, offer_id),
    foreign key (authority_id, offer_id) references offer
);

create index precedence_use_of_pool on precedence_use (authority_id, pool, starts_at);
