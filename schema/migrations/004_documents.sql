-- Documents and their versions.
create table documents (
    id            bigint generated always as identity primary key,
    process_id    bigint not null references processes,
    title         text not null constraint title_length check (char_length(title) between 1 and 200),
    head          int not null default 0 constraint head_counts check (head >= 0),
    line_width    int not null default 80 constraint line_width_sane check (line_width between 40 and 200),
    next_block    int not null default 1,
    comment_count int not null default 0 constraint comment_count_counts check (comment_count >= 0),
    created_by    bigint not null references accounts,
    created_at    timestamptz not null default now()
);
create index documents_process on documents (process_id);
comment on table documents is 'A text that a process is about.';
comment on column documents.head is 'The number of the newest version.';
comment on column documents.next_block is 'The next block number that was never used in this document.';
comment on column documents.comment_count is 'Comments that are shown; kept in the transaction that changes them.';

create table versions (
    document_id bigint not null references documents,
    number      int not null constraint number_counts check (number >= 1),
    markdown    text not null constraint markdown_size check (octet_length(markdown) <= 1048576),
    change      text,
    block_ids   int[] not null,
    note        text not null default '' constraint note_length check (char_length(note) <= 500),
    author_id   bigint not null references accounts,
    created_at  timestamptz not null default now(),
    primary key (document_id, number),
    constraint first_has_no_change check ((number = 1) = (change is null))
);
comment on table versions is 'An immutable, numbered text. Append only.';
comment on column versions.change is 'The step from the version before as a ChangeSet in JSON, positions in UTF-16 code units.';
comment on column versions.block_ids is 'The block numbers of the text''s blocks in reading order: block 17 is "b17" everywhere.';
