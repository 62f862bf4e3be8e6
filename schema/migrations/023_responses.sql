-- Answering back: what a committee answers each theme, the report that is made of it, and whom it was told to.
create table responses (
    theme_id  bigint not null references themes,
    revision  int not null constraint revision_counts check (revision >= 1),
    status    text not null constraint status_known
              check (status in ('followed', 'partly', 'not_followed', 'noted', 'later')),
    heard     text not null default '' constraint heard_size check (octet_length(heard) <= 20480),
    decided   text not null default '' constraint decided_size check (octet_length(decided) <= 20480),
    why       text not null default '' constraint why_size check (octet_length(why) <= 20480),
    version   int,
    blocks    int[] not null default '{}' constraint blocks_count check (cardinality(blocks) <= 50),
    quotes    bigint[] not null default '{}' constraint quotes_count check (cardinality(quotes) <= 20),
    author_id bigint not null references accounts,
    at        timestamptz not null default now(),
    primary key (theme_id, revision),
    constraint blocks_of_version check (version is not null or cardinality(blocks) = 0)
);
comment on table responses is 'What the committee answers a theme, revision by revision; append only. The newest is what editors work on; a report names the one that it published.';
comment on column responses.status is 'What became of what was said: followed, followed in part, not followed, noted, or for later.';
comment on column responses.heard is 'What we heard, as plain text.';
comment on column responses.decided is 'What we decided, as plain text.';
comment on column responses.why is 'Why, as plain text.';
comment on column responses.version is 'The outcome: the version of the consultation''s document in which `blocks` changed because of this.';
comment on column responses.blocks is 'The numbers of those blocks; they keep them from version to version.';
comment on column responses.quotes is 'Marks whose passages the committee would quote. Shown only where the author consents, the answer stands and nothing of the passage is redacted.';

create table report_editions (
    consultation_id bigint not null references consultations,
    number          int not null constraint number_counts check (number >= 1),
    published_by    bigint not null references accounts,
    published_at    timestamptz not null default now(),
    primary key (consultation_id, number)
);
comment on table report_editions is 'The response report of a consultation, each time it was published; append only, so that what was said once stays readable.';

create table report_themes (
    consultation_id bigint not null,
    edition         int not null,
    theme_id        bigint not null references themes,
    ordinal         int not null,
    level           int not null constraint level_range check (level between 1 and 4),
    title           text not null constraint title_length check (char_length(title) between 1 and 200),
    revision        int,
    open            boolean not null default false,
    primary key (consultation_id, edition, theme_id),
    foreign key (consultation_id, edition) references report_editions (consultation_id, number),
    foreign key (theme_id, revision) references responses (theme_id, revision),
    constraint open_is_not_answered check (not open or revision is null)
);
create index report_themes_response on report_themes (theme_id, revision);
comment on table report_themes is 'The themes of an edition as they stood then.';
comment on column report_themes.ordinal is 'Its place in the report, from 1.';
comment on column report_themes.level is 'How deep it stands in the tree of themes; 1 at the top.';
comment on column report_themes.revision is 'The response that was published; null where the theme is open or stands only as a heading above others.';
comment on column report_themes.open is 'Whether the committee says that it has no answer yet.';

create table report_counts (
    consultation_id bigint not null,
    edition         int not null,
    theme_id        bigint not null,
    voice           text not null constraint voice_known
                    check (voice in ('members', 'units', 'youth_wing', 'unions', 'organisations', 'public')),
    answers         int constraint answers_shown check (answers = 0 or answers >= 5),
    primary key (consultation_id, edition, theme_id, voice),
    foreign key (consultation_id, edition, theme_id) references report_themes (consultation_id, edition, theme_id)
);
comment on table report_counts is 'From how many answers of each voice passages were put under a theme, as the edition tells it.';
comment on column report_counts.answers is 'Null: one to four, which are not told.';

create table outcome_mailings (
    consultation_id bigint not null,
    edition         int not null,
    after_answer    bigint not null default 0,
    told            int not null default 0,
    done_at         timestamptz,
    primary key (consultation_id, edition),
    foreign key (consultation_id, edition) references report_editions (consultation_id, number)
);
create index outcome_mailings_under_way on outcome_mailings (consultation_id, edition) where done_at is null;
comment on table outcome_mailings is 'How far everybody who wanted it is told of an edition. Mails are written in batches, each in one transaction with its step here, so each goes out once.';
comment on column outcome_mailings.after_answer is 'Answers up to this one have been seen to.';
comment on column outcome_mailings.told is 'How many mails were written.';

create table outcome_links (
    token_hash      bytea primary key,
    answer_id       bigint not null references answers on delete cascade,
    consultation_id bigint not null,
    edition         int not null,
    created_at      timestamptz not null default now(),
    constraint outcome_told_once unique (answer_id, edition),
    foreign key (consultation_id, edition) references report_editions (consultation_id, number)
);
comment on table outcome_links is 'Mailed links that show what became of an answer and let nobody change it. Only a hash is stored.';

-- What was said goes with the consent: no link leads to it any more.
create function forget_outcome_links() returns trigger language plpgsql as $$
begin
    delete from outcome_links where answer_id = new.id;
    return new;
end $$;
create trigger forget_outcome_links after update of state on answers for each row
    when (new.state in ('withdrawn', 'erased') and old.state is distinct from new.state)
    execute function forget_outcome_links();

grant select, insert on responses, report_editions, report_themes, report_counts to samrad_server;
grant select, insert, update on outcome_mailings to samrad_server;
grant select, insert, delete on outcome_links to samrad_server;
grant usage on all sequences in schema public to samrad_server;
