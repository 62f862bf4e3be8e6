-- Reading answers: themes, marks, what was read, samples for two readers, families of nearly identical texts, redactions.
create table themes (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    parent_id       bigint references themes,
    title           text not null constraint title_length check (char_length(title) between 1 and 200),
    ordinal         int not null default 0,
    merged_into     bigint references themes,
    created_by      bigint not null references accounts,
    created_at      timestamptz not null default now(),
    removed_at      timestamptz,
    constraint parent_is_another check (parent_id <> id),
    constraint merged_into_another check (merged_into <> id),
    constraint merged_is_removed check (merged_into is null or removed_at is not null)
);
create index themes_consultation on themes (consultation_id);
comment on table themes is 'The tree of themes of a consultation, under which readers put passages of the answers.';
comment on column themes.parent_id is 'The theme above it; null at the top.';
comment on column themes.ordinal is 'Its place among those with the same parent.';
comment on column themes.merged_into is 'The theme that has its marks since it was removed; null where it had none.';

create table marks (
    id         bigint generated always as identity primary key,
    answer_id  bigint not null references answers on delete cascade,
    field      text not null constraint field_length check (char_length(field) between 1 and 100),
    first      int not null,
    past       int not null,
    theme_id   bigint not null references themes,
    reader_id  bigint not null references accounts,
    source     text not null default 'hand' constraint source_known check (source in ('hand', 'suggestion', 'family')),
    because_of bigint references marks on delete set null,
    stems      text[],
    at         timestamptz not null default now(),
    constraint passage_is_one check (first >= 0 and past > first),
    constraint mark_once unique (answer_id, field, first, past, theme_id, reader_id)
);
create index marks_theme on marks (theme_id);
create index marks_because on marks (because_of) where because_of is not null;
create index marks_stems on marks using gin (stems);
comment on table marks is 'A passage of an answer that a reader gave a theme.';
comment on column marks.field is 'Which text of the answer: the name of its field.';
comment on column marks.first is 'The passage in UTF-16 units of that text, from here to `past`.';
comment on column marks.source is 'By hand, a suggestion that the reader confirmed, or carried to an answer of the same family.';
comment on column marks.because_of is 'The mark whose passage was alike, of a suggestion; the mark that was carried, of a family.';
comment on column marks.stems is 'The stems of the passage without what is redacted, by which passages like it are found; null once the answer is erased.';

create table read_answers (
    answer_id bigint not null references answers on delete cascade,
    reader_id bigint not null references accounts,
    at        timestamptz not null default now(),
    primary key (reader_id, answer_id)
);
create index read_answers_answer on read_answers (answer_id);
comment on table read_answers is 'Which answers a reader has been through.';

create table samples (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    first_reader    bigint not null references accounts,
    second_reader   bigint not null references accounts,
    first_done_at   timestamptz,
    second_done_at  timestamptz,
    created_by      bigint not null references accounts,
    created_at      timestamptz not null default now(),
    constraint two_readers check (first_reader <> second_reader)
);
create index samples_consultation on samples (consultation_id);
comment on table samples is 'A random draw of answers that two readers mark each on their own, so that their agreement can be told.';
comment on column samples.first_done_at is 'When the reader was done with it; until both are, neither is shown marks of others in its answers.';

create table sample_answers (
    sample_id bigint not null references samples,
    answer_id bigint not null references answers on delete cascade,
    primary key (sample_id, answer_id)
);
create index sample_answers_answer on sample_answers (answer_id);
comment on table sample_answers is 'The answers that were drawn.';

create table redactions (
    id        bigint generated always as identity primary key,
    answer_id bigint not null references answers on delete cascade,
    field     text not null constraint field_length check (char_length(field) between 1 and 100),
    first     int not null,
    past      int not null,
    reason    text not null constraint reason_length check (char_length(reason) between 1 and 500),
    author_id bigint not null references accounts,
    at        timestamptz not null default now(),
    constraint passage_is_one check (first >= 0 and past > first)
);
create index redactions_answer on redactions (answer_id);
comment on table redactions is 'Passages that are blacked out, each with its reason; the original stays in answers.content, for moderators alone.';
comment on column redactions.first is 'The passage in UTF-16 units of that field''s text, from here to `past`.';

alter table answers add shown text constraint shown_size check (octet_length(shown) <= 3145728);
comment on column answers.shown is 'What is read of an answer in which something is redacted: `content` with a bar for each unit that is blacked out, so that passages keep their places. Null where nothing is.';

create table answer_families (
    answer_id       bigint primary key references answers on delete cascade,
    consultation_id bigint not null references consultations,
    family_id       bigint not null,
    delegate        boolean not null default false,
    sketch          bytea not null,
    stale           boolean not null default false
);
create index answer_families_family on answer_families (family_id, answer_id);
create index answer_families_consultation on answer_families (consultation_id, answer_id);
create index answer_families_stale on answer_families (consultation_id) where stale;
comment on table answer_families is 'The families of nearly identical answers; what cannot be rebuilt from the answers is nothing.';
comment on column answer_families.family_id is 'The answer after which the family is named: its first. One that is like no other is its own.';
comment on column answer_families.delegate is 'Whether new answers are compared with this one.';
comment on column answer_families.sketch is 'The numbers of its runs of three words, four bytes each, little end first.';
comment on column answer_families.stale is 'Whether its text changed since.';

create table family_rounds (
    consultation_id bigint primary key references consultations,
    round           bigint not null default 0
);
comment on table family_rounds is 'How often families were brought up to date; a server that missed a round reads them anew.';

-- What was said goes with the consent, wherever it was written down beside the answer; a changed text is sorted anew.
create function follow_answer() returns trigger language plpgsql as $$
begin
    if new.state in ('withdrawn', 'erased') then
        new.shown := null;
        delete from redactions where answer_id = new.id;
        delete from read_answers where answer_id = new.id;
        delete from answer_families where answer_id = new.id;
        if new.state = 'withdrawn' then
            delete from marks where answer_id = new.id;
        else
            update marks set stems = null where answer_id = new.id;
        end if;
    elsif new.content is distinct from old.content or new.shown is distinct from old.shown then
        update answer_families set stale = true where answer_id = new.id;
    end if;
    return new;
end $$;
create trigger follow_answer before update of state, content, shown on answers for each row
    when (new.state in ('withdrawn', 'erased') or new.content is distinct from old.content
          or new.shown is distinct from old.shown)
    execute function follow_answer();

-- What somebody types into a search box: words, "words in a row", -words; by the stems of both languages. A word with a
-- star, and the last one, which may be half typed, find what begins so. Words that say nothing ask for nothing.
create function answer_query(words text) returns tsquery language plpgsql immutable set client_min_messages = warning as $$
declare
    parts text[];
    word text;
    term tsquery;
    asked tsquery := ''::tsquery;
    ending text;
    last_place bigint;
    place bigint;
begin
    select max(t.place) into last_place
        from regexp_matches(left(words, 200), '(-?)(?:"([^"]*)"|([^\s"]+))', 'g') with ordinality t (m, place);
    for parts, place in
        select t.m, t.place
            from regexp_matches(left(words, 200), '(-?)(?:"([^"]*)"|([^\s"]+))', 'g') with ordinality t (m, place)
            limit 20
    loop
        term := ''::tsquery;
        if parts[2] is not null then
            term := phraseto_tsquery('norwegian', parts[2]) || phraseto_tsquery('english', parts[2]);
        else
            ending := case when place = last_place or parts[3] like '%*' then ':*' else '' end;
            for word in select m[1] from regexp_matches(parts[3], '[[:alnum:]]+', 'g') m loop
                term := term && (to_tsquery('norwegian', word || ending) || to_tsquery('english', word || ending));
            end loop;
        end if;
        continue when numnode(term) = 0;
        asked := asked && case when parts[1] = '-' then !!term else term end;
    end loop;
    return asked;
end $$;

grant select, insert, update on themes, samples to samrad_server;
grant select, insert on sample_answers to samrad_server;
grant select, insert, update, delete on marks, read_answers, redactions, answer_families, family_rounds to samrad_server;
grant usage on all sequences in schema public to samrad_server;
