-- Who decided on an amendment and who said why are two people, where a colleague gives the reason.
alter table merge_decisions add column reason_by bigint references accounts;

-- A reason that was given later is a row that leaves what was left: it was decided by who had left it.
with marked as (
    select *, decision = 'leave' and coalesce(lag(decision) over of_one, '') = 'leave' as later
    from merge_decisions window of_one as (partition by document_id, version, amendment_id order by id)
), begun as (
    select *, max(id) filter (where not later) over (partition by document_id, version, amendment_id order by id) as first
    from marked
)
update merge_decisions m
    set author_id = first.author_id, reason_by = m.author_id
    from begun b join merge_decisions first on first.id = b.first
    where b.id = m.id and (b.later or b.reason <> '');

alter table merge_decisions
    add constraint reason_names_who_gave_it check (reason = '' or reason_by is not null);
comment on column merge_decisions.author_id is 'Who decided; where a reason is given later, who made the decision that it is about.';
comment on column merge_decisions.reason_by is 'Who gave the reason, or took it back; null where nobody has.';
