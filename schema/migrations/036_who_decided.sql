-- Which body decided an amendment is kept with its decision: the chain of its process may change later.
alter table amendments add column decided_by bigint references units;

-- Those decided before: by a vote the unit whose process it is, else the committee that the chain ends with, where it does.
update amendments a
    set decided_by = coalesce(
        (select c.id from units c
            where c.id = p.chain[cardinality(p.chain)] and c.kind = 'committee'
                and not exists (select from voting_results r where r.amendment_id = a.id and r.result <> 'open'
                    and not exists (select from voting_results later where later.amendment_id = a.id and later.id > r.id))),
        p.unit_id)
    from documents d join processes p on p.id = d.process_id
    where d.id = a.document_id and a.decided_version is not null;

alter table amendments
    add constraint decided_names_body check ((decided_by is not null) = (decided_version is not null));
comment on column amendments.decided_by is 'The body that decided: the unit whose meeting voted, else the committee that edits, or the unit whose process it is.';
