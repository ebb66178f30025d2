-- Which requests were invented, so that the demo lets the others alone.
create table demo_person (
    authority_id int not null,
    person_index int not null,
    request_id uuid not null,
    primary key (authority_id, person_index)
);
