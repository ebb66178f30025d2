-- An appointment of which nobody noted what became of it ends some days later, and the request goes on.
alter table offer drop constraint offer_state_check;
alter table offer add constraint offer_state_check check (
    state in (
        'OPEN', 'ACCEPTED', 'REFUSED', 'SILENT', 'CANCELLED', 'CLOSED', 'RETRACTED', 'LAPSED', 'FORGOTTEN', 'ABSENT',
        'MET'));
create index offer_of_past_day on offer (authority_id, ends_at) where state = 'ACCEPTED';
