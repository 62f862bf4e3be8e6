-- Undo in the merge room gives back what stood there in the name of who decided, said or wrote it: so each entry knows what it stands instead of.
alter table merge_decisions
    add column instead_of bigint references merge_decisions,
    add column undone_by  bigint references accounts;
comment on column merge_decisions.instead_of is 'What stood there before this and stands again where its author takes it back; null where nobody had decided. What stands again has that of what it repeats.';
comment on column merge_decisions.undone_by is 'Who took back what stood instead of this, so that it stands again; null where it was decided anew.';

alter table merge_texts
    add column instead_of bigint references merge_texts,
    add column undone_by  bigint references accounts;
comment on column merge_texts.instead_of is 'As of merge_decisions: what stood in its place before.';
comment on column merge_texts.undone_by is 'As of merge_decisions: who took back what stood instead of this.';

with lined as (
    select id, lag(id) over (partition by document_id, version, amendment_id order by id) as before from merge_decisions
)
update merge_decisions m set instead_of = l.before from lined l where l.id = m.id and l.before is not null;

with lined as (
    select id, lag(id) over (partition by document_id, version, from_at, to_at order by id) as before from merge_texts
)
update merge_texts m set instead_of = l.before from lined l where l.id = m.id and l.before is not null;
