-- An appointment on its day. Without a row its persons have not come yet.
create table visit (
    authority_id int not null,
    offer_id uuid not null,
    request_id uuid not null,
    pool text not null,
    centre text not null,
    day date not null,
    starts_at timestamptz not null,
    state text not null check (state in ('WAITING', 'CALLED', 'RECEIVED', 'INCOMPLETE', 'ABSENT')),
    ticket int check (ticket between 100 and 9999),
    arrived_at timestamptz,
    counter int check (counter >= 1),
    called_at timestamptz,
    ended_at timestamptz,
    step_id uuid not null,
    primary key (authority_id, offer_id),
    unique (authority_id, centre, day, ticket),
    foreign key (authority_id, offer_id) references offer,
    foreign key (authority_id, request_id) references request,
    check ((ticket is null) = (arrived_at is null)),
    check ((counter is null) = (called_at is null)),
    check ((ended_at is null) = (state in ('WAITING', 'CALLED'))),
    check (state = 'ABSENT' or ticket is not null),
    check (state in ('WAITING', 'ABSENT') or counter is not null)
);

create index visit_waiting on visit (authority_id, centre, day, starts_at, arrived_at, offer_id)
    where state = 'WAITING';
create index visit_called on visit (authority_id, centre, day, called_at desc) where called_at is not null;

-- Who moved a visit when, and how it stood before, so that the newest step can be undone.
create table visit_step (
    authority_id int not null,
    step_id uuid not null,
    offer_id uuid not null,
    kind text not null check (kind in ('ARRIVAL', 'CALL', 'RECALL', 'DEPOSIT', 'INCOMPLETE', 'ABSENCE')),
    taken_at timestamptz not null,
    sign_in text not null,
    was_step uuid,
    was_state text,
    was_counter int,
    was_called_at timestamptz,
    accepted_at timestamptz,
    lost_cohort int,
    lost_position int,
    undone_at timestamptz,
    undone_by text,
    primary key (authority_id, step_id),
    foreign key (authority_id, offer_id) references offer,
    check ((was_step is null) = (was_state is null)),
    check ((was_counter is null) = (was_called_at is null)),
    check ((lost_cohort is null) = (lost_position is null)),
    check ((undone_at is null) = (undone_by is null))
);

create index visit_step_of_offer on visit_step (authority_id, offer_id, taken_at);
