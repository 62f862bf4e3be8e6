-- Whose support an amendment needs: of people in certain units or organisations, and from so many different ones.
alter table processes
    drop constraint supporters_from_known,
    add constraint supporters_from_known check (supporters_from in ('everybody', 'members', 'units')),
    add supporters_units bigint[] not null default '{}' constraint supporters_units_length check (cardinality(supporters_units) <= 50),
    add constraint supporters_units_are_meant check ((supporters_from = 'units') = (cardinality(supporters_units) > 0)),
    add supporter_units_needed int not null default 0 constraint supporter_units_needed_counts check (supporter_units_needed between 0 and 1000);
comment on column processes.supporters_from is 'Whose support counts: everybody''s, that of members alone, or of people in supporters_units alone.';
comment on column processes.supporters_units is 'The units, organisations among them, in which or below which those stand whose support counts; empty unless supporters_from is units.';
comment on column processes.supporter_units_needed is 'From how many different units the supporters have to come that count, each person from one; 0: from any.';

alter table amendment_supports add units bigint[] not null default '{}' constraint supporter_units_length check (cardinality(units) <= 100);
comment on column amendment_supports.units is 'The units in which the supporter had a standing when they supported it, the most local first.';
update amendment_supports s set units = stood.units from (
    select t.account_id, (array_agg(distinct_units.unit_id order by cardinality(distinct_units.path) desc, distinct_units.unit_id))[1:100] units
    from (select distinct account_id from standings) t
    cross join lateral (
        select distinct n.unit_id, u.path from standings n join units u on u.id = n.unit_id
        where n.account_id = t.account_id and n.starts_at <= now() and (n.ends_at is null or n.ends_at > now())
    ) distinct_units
    group by t.account_id
) stood where stood.account_id = s.account_id;

create index recommendations_covered_by on recommendations (covered_by) where covered_by is not null;
