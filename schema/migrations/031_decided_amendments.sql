-- What became of an amendment is told whether it was taken or not: with which version it was decided, when, and why.
alter table amendments drop constraint adopted_has_version;
alter table amendments
    add column decided_at     timestamptz,
    add column decided_reason text not null default ''
        constraint decided_reason_size check (octet_length(decided_reason) <= 20480);

-- Rejected ones named no version. Those that a merge left were decided by the version that came of it, others while the
-- text stood as they were carried to last.
update amendments a
    set decided_version = a.now_version + coalesce((
        select 1 from versions v
        where v.document_id = a.document_id and v.number = a.now_version + 1 and exists (
            select from merge_decisions m where m.amendment_id = a.id and m.version = a.now_version)), 0)
    where a.state in ('adopted', 'rejected') and a.decided_version is null;

alter table amendments
    add constraint decided_names_version check ((state in ('adopted', 'rejected')) = (decided_version is not null)),
    add constraint decided_alone_tells check (decided_version is not null or (decided_at is null and decided_reason = ''));
comment on column amendments.decided_version is 'The newest version once it was decided: the one that was made by deciding it, else the one that stood. An adopted text is in it.';
comment on column amendments.decided_at is 'When it was decided; null where that was before it was kept.';
comment on column amendments.decided_reason is 'Why an editor rejected it alone; empty where a merge or a meeting decided, whose reasons stand in the recommendations.';
