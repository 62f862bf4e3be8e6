-- Comments, where they hang, what became of them.
create table comments (
    id            bigint generated always as identity primary key,
    document_id   bigint not null references documents,
    parent_id     bigint references comments,
    root_id       bigint references comments,
    author_id     bigint not null references accounts,
    created_at    timestamptz not null default now(),
    edited_at     timestamptz,
    text          text not null constraint text_size check (octet_length(text) <= 20480),
    stance        text constraint stance_known check (stance in ('for', 'against', 'neutral')),
    supports      int not null default 0 constraint supports_count check (supports >= 0),
    replies       int not null default 0 constraint replies_count check (replies >= 0),
    state         text not null default 'shown' constraint state_known check (state in ('shown', 'hidden', 'deleted')),
    hidden_by     bigint references accounts,
    hidden_reason text,
    appeal        text,
    resolved_by   bigint references accounts,
    resolved_at   timestamptz,
    answer        text,
    constraint reply_has_root check ((parent_id is null) = (root_id is null)),
    constraint hidden_has_reason check (state <> 'hidden' or hidden_reason is not null),
    constraint resolved_has_answer check ((resolved_at is null) = (answer is null))
);
create index comments_roots on comments (document_id, id) where root_id is null;
create index comments_thread on comments (root_id, id) where root_id is not null;
create index comments_hidden on comments (document_id, id) where state = 'hidden';
comment on table comments is 'What somebody says about a document, a block or a range of words, or in reply.';
comment on column comments.root_id is 'The first comment of the thread; null for that one itself.';
comment on column comments.state is 'hidden: by a moderator, with a reason; deleted: by the author, a tombstone whose text is emptied.';

create table anchors (
    comment_id  bigint primary key references comments,
    document_id bigint not null references documents,
    version     int not null,
    block       int not null,
    whole_block boolean not null,
    quote       text not null,
    made_from   int not null,
    made_to     int not null,
    now_block   int,
    now_from    int,
    now_to      int,
    state       text not null constraint state_known check (state in ('exact', 'changed', 'orphaned')),
    constraint orphaned_is_nowhere check ((state = 'orphaned') = (now_block is null)),
    constraint now_complete check ((now_block is null) = (now_from is null) and (now_from is null) = (now_to is null)),
    foreign key (document_id, version) references versions (document_id, number)
) with (fillfactor = 80);
create index anchors_now on anchors (document_id, now_block, comment_id) where now_block is not null;
comment on table anchors is 'Where a comment hangs: as it was made, and carried to the newest version.';
comment on column anchors.made_from is 'With made_to: range in the visible text of the block, UTF-16 code units, in the version it was made on.';
comment on column anchors.now_from is 'With now_to: the same in the newest version. Relative to the block, so that only anchors in changed blocks are written.';

create table comment_edits (
    comment_id bigint not null references comments,
    ordinal    int not null,
    text       text not null,
    at         timestamptz not null default now(),
    primary key (comment_id, ordinal)
);
comment on table comment_edits is 'Earlier texts of comments that were edited after their first 15 minutes. Emptied when the comment is deleted.';

create table supports (
    comment_id bigint not null references comments,
    account_id bigint not null references accounts,
    at         timestamptz not null default now(),
    primary key (comment_id, account_id)
);
comment on table supports is 'Who supports which comment.';

-- Asked for every process list: has this account said anything here yet?
create index comments_author on comments (author_id, document_id);
