-- Consultations: a form that is sent on hearing, the answers to it, what readers mark in them, and what is answered back.
alter table units add affiliation text constraint affiliation_known check (affiliation in ('youth', 'union', 'other'));
alter table units add constraint affiliation_of_affiliates check (affiliation is null or kind = 'affiliate');
update units set affiliation = 'other' where kind = 'affiliate' and affiliated_to is not null;
comment on column units.affiliation is 'Of the root of an affiliated organisation: whether it is the youth wing, a union or another organisation. Answers are counted by it.';

create table consultations (
    id                 bigint generated always as identity primary key,
    process_id         bigint not null references processes,
    document_id        bigint references documents,
    version            int,
    title              text not null constraint title_length check (char_length(title) between 1 and 200),
    invitation         text not null default '' constraint invitation_size check (octet_length(invitation) <= 20480),
    opens_at           timestamptz not null,
    closes_at          timestamptz not null,
    published_at       timestamptz,
    once               text not null default 'person' constraint once_known check (once in ('person', 'code', 'unlimited')),
    allows_anonymous   boolean not null default true,
    publishes_answers  boolean not null default false,
    holds_answers      boolean not null default false,
    per_address        int not null default 20 constraint per_address_range check (per_address between 1 and 10000),
    purpose            text not null constraint purpose_length check (char_length(purpose) between 1 and 1000),
    erases_at          timestamptz not null,
    revision           int not null default 1,
    report_intro       text not null default '' constraint report_intro_size check (octet_length(report_intro) <= 20480),
    report_published_at timestamptz,
    outcome_version    int,
    created_by         bigint not null references accounts,
    created_at         timestamptz not null default now(),
    constraint closes_after_opening check (closes_at > opens_at),
    constraint erases_after_closing check (erases_at > closes_at),
    constraint version_of_document check ((version is null) = (document_id is null)),
    foreign key (document_id, version) references versions (document_id, number)
);
create index consultations_process on consultations (process_id);
comment on table consultations is 'An open hearing (høring) with a form, within a process; who may read the process may answer.';
comment on column consultations.published_at is 'Null: a draft that editors alone see. From then on it opens and closes by its times.';
comment on column consultations.once is 'One answer per person, one per code that was handed out, or as many as one likes.';
comment on column consultations.holds_answers is 'Whether a moderator looks at each answer before others see it.';
comment on column consultations.per_address is 'Answers that are taken from one network address a day.';
comment on column consultations.purpose is 'What the answers are used for; shown where consent is asked.';
comment on column consultations.erases_at is 'When the answers'' personal data are erased; shown where consent is asked.';
comment on column consultations.revision is 'The newest revision of its form.';
comment on column consultations.outcome_version is 'The version of the document that the response report points into.';

create table form_revisions (
    consultation_id bigint not null references consultations,
    number          int not null,
    definition      text not null constraint definition_size check (octet_length(definition) between 2 and 262144),
    created_by      bigint not null references accounts,
    created_at      timestamptz not null default now(),
    primary key (consultation_id, number)
);
comment on table form_revisions is 'The questions, as JSON (docs/reference/form.schema.json). Append only from the first answer on: each answer names the revision that was answered.';

create table form_templates (
    id         bigint generated always as identity primary key,
    unit_id    bigint not null references units,
    title      text not null constraint title_length check (char_length(title) between 1 and 200),
    definition text not null constraint definition_size check (octet_length(definition) between 2 and 262144),
    created_by bigint not null references accounts,
    created_at timestamptz not null default now()
);
create index form_templates_unit on form_templates (unit_id);
comment on table form_templates is 'Forms that a unit keeps for use again; those below it may use them too.';

create table consultees (
    consultation_id bigint not null references consultations,
    unit_id         bigint not null references units,
    must_be_heard   boolean not null default false,
    sent_at         timestamptz,
    opened_at       timestamptz,
    reminded_at     timestamptz,
    declined_at     timestamptz,
    declined_by     bigint references accounts,
    waived_at       timestamptz,
    waived_by       bigint references accounts,
    waiver_reason   text constraint waiver_reason_length check (char_length(waiver_reason) between 1 and 1000),
    primary key (consultation_id, unit_id),
    constraint waiver_is_whole check ((waived_at is null) = (waived_by is null) and (waived_at is null) = (waiver_reason is null))
);
create index consultees_unit on consultees (unit_id);
comment on table consultees is 'Whom a consultation is sent to. That one has answered is read from the answers.';
comment on column consultees.must_be_heard is 'A voting stage of the process cannot begin before this body has answered, or an editor has waived it with a reason.';

create table consultation_codes (
    consultation_id bigint not null references consultations,
    code_hash       bytea not null,
    created_at      timestamptz not null default now(),
    primary key (consultation_id, code_hash)
);
comment on table consultation_codes is 'Codes that were handed out, each for one answer. Only a hash is stored.';

create sequence receipt_numbers;

create table answers (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    revision        int not null,
    token_hash      bytea not null unique,
    state           text not null default 'draft' constraint state_known
                    check (state in ('draft', 'unconfirmed', 'held', 'submitted', 'refused', 'withdrawn', 'erased')),
    receipt         bigint unique,
    voice           text not null default 'public' constraint voice_known
                    check (voice in ('members', 'units', 'youth_wing', 'unions', 'organisations', 'public')),
    account_id      bigint references accounts,
    unit_id         bigint references units,
    body_name       text constraint body_name_length check (char_length(body_name) between 1 and 200),
    meeting         text constraint meeting_size check (octet_length(meeting) <= 20480),
    votes_for       int constraint votes_for_counts check (votes_for >= 0),
    votes_against   int constraint votes_against_counts check (votes_against >= 0),
    votes_abstain   int constraint votes_abstain_counts check (votes_abstain >= 0),
    author_name     text constraint author_name_length check (char_length(author_name) between 1 and 100),
    email           text constraint email_length check (char_length(email) between 3 and 254),
    wants_outcome   boolean not null default false,
    language        text not null default 'nb' constraint language_known check (language in ('nb', 'nn', 'en')),
    content         text not null default '{}' constraint content_size check (octet_length(content) <= 1048576),
    code_hash       bytea,
    on_paper        boolean not null default false,
    entered_by      bigint references accounts,
    may_publish     boolean not null default false,
    consent_text    text constraint consent_size check (octet_length(consent_text) <= 20480),
    consented_at    timestamptz,
    withdrawn_at    timestamptz,
    held_for        text,
    started_at      timestamptz not null default now(),
    saved_at        timestamptz not null default now(),
    submitted_at    timestamptz,
    outcome_told_at timestamptz,
    edits           int not null default 0,
    family_id       bigint,
    search          tsvector,
    foreign key (consultation_id, revision) references form_revisions (consultation_id, number),
    constraint paper_is_entered check (on_paper = (entered_by is not null)),
    constraint submitted_has_receipt check (state in ('draft', 'unconfirmed', 'erased') or receipt is not null),
    constraint erased_keeps_no_person check (state <> 'erased' or (account_id is null and author_name is null and email is null))
);
create index answers_read on answers (consultation_id, id) where state = 'submitted';
create index answers_state on answers (consultation_id, state);
create index answers_account on answers (account_id) where account_id is not null;
create index answers_unit on answers (unit_id) where unit_id is not null;
create index answers_family on answers (family_id) where family_id is not null;
create index answers_search on answers using gin (search);
create unique index answers_one_per_person on answers (consultation_id, account_id)
    where account_id is not null and unit_id is null and body_name is null and not on_paper and code_hash is null
      and state not in ('withdrawn', 'erased', 'refused');
create unique index answers_one_per_code on answers (consultation_id, code_hash)
    where code_hash is not null and state not in ('draft', 'unconfirmed', 'withdrawn', 'erased', 'refused');
create unique index answers_one_per_unit on answers (consultation_id, unit_id)
    where unit_id is not null and state not in ('draft', 'unconfirmed', 'withdrawn', 'erased', 'refused');
comment on table answers is 'What one person or one body answered to a consultation.';
comment on column answers.token_hash is 'The link by which one comes back holds 32 random bytes; the hash of them stands here.';
comment on column answers.receipt is 'The number on the receipt; given at the first submission.';
comment on column answers.voice is 'Persons: members, youth_wing, unions (of those alone), public. Bodies: units of the party, organisations. Never mixed in a count.';
comment on column answers.body_name is 'An organisation outside of the tree of units, by its name, on whose behalf this is.';
comment on column answers.content is 'Field name to texts, as JSON: {"q1":["yes"],"q2.wording":["…"]}. Only what was asked of this answer.';
comment on column answers.consent_text is 'What was shown where consent was given, word for word.';
comment on column answers.held_for is 'Why it waits for a moderator: moderation, trap.';
comment on column answers.family_id is 'The first answer of the family of nearly identical texts that it belongs to.';
comment on column answers.search is 'Its texts with Norwegian and English stems, without what was redacted.';

create table answer_sponsors (
    answer_id bigint not null references answers on delete cascade,
    ordinal   int not null,
    name      text not null constraint name_length check (char_length(name) between 1 and 200),
    primary key (answer_id, ordinal)
);
comment on table answer_sponsors is 'Further bodies that stand behind an answer.';

create table answer_files (
    id         bigint generated always as identity primary key,
    answer_id  bigint not null references answers on delete cascade,
    question   text not null,
    name       text not null constraint name_length check (char_length(name) between 1 and 200),
    kind       text not null,
    bytes      bytea not null constraint bytes_size check (octet_length(bytes) <= 10485760),
    added_at   timestamptz not null default now()
);
create index answer_files_answer on answer_files (answer_id);
comment on table answer_files is 'Files that came with an answer; served as attachments alone.';
comment on column answer_files.kind is 'The media type that the content was found to have.';

create table answer_links (
    token_hash bytea primary key,
    answer_id  bigint not null references answers on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table answer_links is 'Mailed single-use links that confirm an answer where no proof of work came with it.';

create table address_keys (
    day date primary key,
    key bytea not null
);
comment on table address_keys is 'The key of one day under which addresses are hashed; deleted when the day is over, so that no hash can be linked to an address or to another day.';

create table address_uses (
    consultation_id bigint not null references consultations,
    day             date not null,
    address_hash    bytea not null,
    answers         int not null,
    primary key (consultation_id, day, address_hash)
);
comment on table address_uses is 'How many answers came from a network address today; deleted when the day is over.';

create table used_proofs (
    proof_hash bytea primary key,
    expires_at timestamptz not null
);
comment on table used_proofs is 'Proofs of work that were used, until they would have expired anyway.';

create table themes (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    parent_id       bigint references themes,
    title           text not null constraint title_length check (char_length(title) between 1 and 200),
    ordinal         int not null default 0,
    heard           text not null default '' constraint heard_size check (octet_length(heard) <= 20480),
    decided         text not null default '' constraint decided_size check (octet_length(decided) <= 20480),
    why             text not null default '' constraint why_size check (octet_length(why) <= 20480),
    status          text not null default 'open' constraint status_known
                    check (status in ('open', 'followed', 'partly', 'not_followed', 'noted', 'later')),
    blocks          text[] not null default '{}',
    answered_at     timestamptz,
    removed_at      timestamptz
);
create index themes_consultation on themes (consultation_id);
comment on table themes is 'The tree of themes of a consultation, and the response to each: what we heard, what we decided, and why.';
comment on column themes.blocks is 'The blocks of the consultation''s outcome version that changed because of it.';

create table marks (
    id         bigint generated always as identity primary key,
    answer_id  bigint not null references answers on delete cascade,
    question   text not null,
    first      int not null,
    past       int not null,
    theme_id   bigint not null references themes,
    reader_id  bigint not null references accounts,
    source     text not null default 'hand' constraint source_known check (source in ('hand', 'suggestion', 'family')),
    because_of bigint,
    at         timestamptz not null default now(),
    constraint passage_is_one check (first >= 0 and past > first),
    constraint mark_once unique (answer_id, question, first, past, theme_id, reader_id)
);
create index marks_theme on marks (theme_id);
comment on table marks is 'A passage of an answer that a reader gave a theme.';
comment on column marks.first is 'The passage in UTF-16 units of that question''s text, from here to `past`.';
comment on column marks.because_of is 'The mark whose passage was alike, where a suggestion was confirmed; the family''s answer where it was carried through a family.';

create table read_answers (
    answer_id bigint not null references answers on delete cascade,
    reader_id bigint not null references accounts,
    at        timestamptz not null default now(),
    primary key (answer_id, reader_id)
);
comment on table read_answers is 'Which answers a reader has been through.';

create table samples (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    first_reader    bigint not null references accounts,
    second_reader   bigint not null references accounts,
    answers         bigint[] not null,
    created_by      bigint not null references accounts,
    created_at      timestamptz not null default now(),
    constraint two_readers check (first_reader <> second_reader)
);
create index samples_consultation on samples (consultation_id);
comment on table samples is 'Answers that two readers mark each on their own, so that their agreement can be told.';

create table redactions (
    id        bigint generated always as identity primary key,
    answer_id bigint not null references answers on delete cascade,
    question  text not null,
    first     int not null,
    past      int not null,
    reason    text not null constraint reason_length check (char_length(reason) between 1 and 500),
    author_id bigint not null references accounts,
    at        timestamptz not null default now(),
    constraint passage_is_one check (first >= 0 and past > first)
);
create index redactions_answer on redactions (answer_id);
comment on table redactions is 'Passages that are not shown, each with its reason; the original stays in the answer, for moderators alone.';

create table answer_tallies (
    consultation_id bigint not null references consultations,
    question        text not null,
    option          text not null,
    voice           text not null,
    count           bigint not null,
    primary key (consultation_id, question, option, voice)
);
comment on table answer_tallies is 'How many chose each option, by voice, kept up to date from tally_changes. "" as option: how many answered the question.';

create table tally_changes (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    question        text not null,
    option          text not null,
    voice           text not null,
    change          int not null
);
create index tally_changes_of on tally_changes (consultation_id);
comment on table tally_changes is 'What submissions add and take away, until it is folded into answer_tallies: no submission waits for another.';

create table shown_tallies (
    consultation_id bigint primary key references consultations,
    shown           text not null,
    at              timestamptz not null default now()
);
comment on table shown_tallies is 'The tables as they were last published, so that two looks at them tell nothing of one person.';

alter table processes add waits_for_hearing boolean not null default false;
comment on column processes.waits_for_hearing is 'Whether a body that must be heard has neither answered nor been waived: voting stages do not begin.';

grant select, insert, update on consultations, consultees, form_templates, themes to samrad_server;
grant select, insert, update, delete on answers, answer_sponsors, answer_files, answer_links, address_keys, address_uses,
    used_proofs, marks, read_answers, answer_tallies, tally_changes, shown_tallies, form_revisions, consultation_codes to samrad_server;
grant delete on consultees, form_templates to samrad_server;
grant select, insert on samples, redactions to samrad_server;
grant usage on all sequences in schema public to samrad_server;
