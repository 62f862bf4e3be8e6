-- Consultations: a form that is sent on hearing, and the answers to it.
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
    introduction       text not null default '' constraint introduction_size check (octet_length(introduction) <= 20480),
    opens_at           timestamptz not null,
    closes_at          timestamptz not null,
    published_at       timestamptz,
    once               text not null default 'person' constraint once_known check (once in ('person', 'code', 'unlimited')),
    allows_anonymous   boolean not null default true,
    holds_answers      boolean not null default false,
    per_address        int not null default 20 constraint per_address_range check (per_address between 1 and 10000),
    purpose            text not null constraint purpose_length check (char_length(purpose) between 1 and 1000),
    erases_at          timestamptz not null,
    revision           int not null default 1,
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
comment on column consultations.erases_at is 'When the answers are erased; shown where consent is asked.';
comment on column consultations.revision is 'The newest revision of its form.';

create table form_revisions (
    consultation_id bigint not null references consultations,
    number          int not null,
    definition      text not null constraint definition_size check (octet_length(definition) between 2 and 262144),
    created_by      bigint not null references accounts,
    created_at      timestamptz not null default now(),
    primary key (consultation_id, number)
);
comment on table form_revisions is 'The questions, as JSON (docs/reference/form.schema.json). Append only from the first answer on: each answer names the revision that was answered.';

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
                    check (state in ('draft', 'held', 'submitted', 'refused', 'withdrawn', 'erased')),
    receipt         bigint unique,
    voice           text not null default 'public' constraint voice_known
                    check (voice in ('members', 'youth_wing', 'unions', 'organisations', 'public')),
    account_id      bigint references accounts,
    author_name     text constraint author_name_length check (char_length(author_name) between 1 and 100),
    email           text constraint email_length check (char_length(email) between 3 and 254),
    typed           text not null default '{}' constraint typed_size check (octet_length(typed) <= 1048576),
    content         text not null default '{}' constraint content_size check (octet_length(content) <= 1048576),
    once            boolean not null default true,
    code_hash       bytea,
    consent_text    text constraint consent_size check (octet_length(consent_text) <= 20480),
    consented_at    timestamptz,
    withdrawn_at    timestamptz,
    held_for        text,
    started_at      timestamptz not null default now(),
    saved_at        timestamptz not null default now(),
    submitted_at    timestamptz,
    edits           int not null default 0,
    search          tsvector,
    foreign key (consultation_id, revision) references form_revisions (consultation_id, number),
    constraint submitted_has_receipt check (state in ('draft', 'erased') or receipt is not null),
    constraint erased_keeps_no_person check (state <> 'erased' or (account_id is null and author_name is null and email is null))
);
create index answers_read on answers (consultation_id, id) where state = 'submitted';
create index answers_state on answers (consultation_id, state);
create index answers_account on answers (account_id) where account_id is not null;
create index answers_search on answers using gin (search);
create unique index answers_one_per_person on answers (consultation_id, account_id)
    where account_id is not null and once and state not in ('withdrawn', 'erased', 'refused');
create unique index answers_one_per_code on answers (consultation_id, code_hash)
    where code_hash is not null and state not in ('draft', 'withdrawn', 'erased', 'refused');
comment on table answers is 'What one person answered to a consultation.';
comment on column answers.token_hash is 'The link by which one comes back holds 32 random bytes; the hash of them stands here.';
comment on column answers.receipt is 'The number on the receipt; given at the first submission.';
comment on column answers.voice is 'Members of the party, members of its youth wing or of a union alone, or the public; never mixed in a count.';
comment on column answers.typed is 'What is being written, as it was typed; stored as one goes.';
comment on column answers.content is 'What was submitted. Field name to texts, as JSON: {"q1":["yes"],"q2.wording":["…"]}. Only what was asked of this answer.';
comment on column answers.once is 'Whether the account may have but one; false where the form takes as many as one likes.';
comment on column answers.consent_text is 'What was shown where consent was given, word for word.';
comment on column answers.held_for is 'Why it waits for a moderator: moderation, trap.';
comment on column answers.search is 'Its texts with Norwegian and English stems.';

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

grant select, insert, update on consultations, form_revisions to samrad_server;
grant select, insert on consultation_codes to samrad_server;
grant select, insert, update, delete on answers, address_keys, address_uses to samrad_server;
grant usage on all sequences in schema public to samrad_server;
