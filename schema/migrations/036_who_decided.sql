-- Which body decided an amendment is kept with its decision: the chain of its process may change later.
alter table amendments add column decided_by bigint references units;

-- Those decided before: by a vote the unit whose process it is, else the committee that the chain ends with, where it does.
with voted as (
    select last.amendment_id
        from (select distinct on (document_id, amendment_id) amendment_id, result from voting_results
              order by document_id, amendment_id, id desc) last
        where last.result <> 'open'
)
update amendments a
    set decided_by = case when c.id is not null and not exists (select from voted where voted.amendment_id = a.id) then c.id else p.unit_id end
    from documents d
        join processes p on p.id = d.process_id
        left join units c on c.id = p.chain[cardinality(p.chain)] and c.kind = 'committee'
    where d.id = a.document_id and a.decided_version is not null;

alter table amendments
    add constraint decided_names_body check ((decided_by is not null) = (decided_version is not null));
comment on column amendments.decided_by is 'The body that decided: the unit whose meeting voted, else the committee that edits, or the unit whose process it is.';

-- What was taken in the words of one that amends it stands there in part; 034 took it for whole.
update amendments a
    set extent = 'part'
    from amendments b
    where b.amends = a.id and b.state = 'adopted' and b.decided_version = a.decided_version and a.extent = 'whole';
