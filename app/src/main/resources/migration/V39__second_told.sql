-- When the first contact of a request last heard that somebody asked again for one of its persons.
create table second_told (
    authority_id int not null,
    request_id uuid not null,
    told_at timestamptz not null,
    primary key (authority_id, request_id),
    foreign key (authority_id, request_id) references request
);
