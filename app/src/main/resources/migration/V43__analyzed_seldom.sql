-- What grows in a rush is analyzed after it has grown by half, not by a tenth: that took a processor for a second or two
-- of every five, and people waited. Plans do not hang on it, since they count the pages of a table as they are. Nobody
-- looks for anything by what is locked, and so it needs no statistics.
alter table request
    alter column reach set statistics 0,
    set (autovacuum_analyze_scale_factor = 0.5);
alter table person
    alter column applicant set statistics 0,
    set (autovacuum_analyze_scale_factor = 0.5);
alter table notice
    alter column message set statistics 0,
    set (autovacuum_analyze_scale_factor = 0.5);
alter table standing
    set (autovacuum_analyze_scale_factor = 0.5);
alter table leaf
    alter column body set statistics 0,
    set (autovacuum_analyze_scale_factor = 0.5);
alter table commitment
    alter column salt set statistics 0,
    alter column payload set statistics 0,
    set (autovacuum_analyze_scale_factor = 0.5);
