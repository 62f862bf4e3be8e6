-- A version keeps all of the step that led to it, so that what was begun on an older one is carried as the save carried
-- what stood there, and nothing is compared again.
alter table versions
    add column correction boolean not null default false,
    add column moves      text;
comment on column versions.correction is 'Whether the step mends errors of typing alone: then every amendment is carried over it.';
comment on column versions.moves is 'What the step moved, a line for each: from_a to_a from_b to_b, and the change of the passage as a ChangeSet; null where nothing moved, in a merge, and in versions from before this was kept.';

-- Amendments that were withdrawn did not travel with the text. Where one was left behind its sponsor says what is meant.
update amendments a
    set now_version = d.head,
        now_change = null,
        carried = case when a.kind = 'text' then 'needs_sponsor' else a.carried end
    from documents d
    where d.id = a.document_id and a.now_version < d.head and a.state in ('draft', 'submitted', 'withdrawn');
