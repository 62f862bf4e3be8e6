-- Answering for units and organisations, on paper, with files, with a proof of work or a mailed confirmation.
alter table consultations
    add publishes_answers boolean not null default false,
    add asks_proof        boolean not null default true;
comment on column consultations.publishes_answers is 'Whether answers are shown to everybody who may read the process: those whose author consented to it and that somebody of the process has let in.';
comment on column consultations.asks_proof is 'Whether somebody without an account or a code shows a proof of work, or confirms by mail, before an answer counts.';

alter table answers
    drop constraint voice_known,
    add constraint voice_known check (voice in ('members', 'units', 'youth_wing', 'unions', 'organisations', 'public')),
    drop constraint state_known,
    add constraint state_known check (state in ('draft', 'unconfirmed', 'held', 'submitted', 'refused', 'withdrawn', 'erased')),
    drop constraint submitted_has_receipt,
    add constraint submitted_has_receipt check (state in ('draft', 'unconfirmed', 'erased') or receipt is not null),
    add unit_id       bigint references units,
    add body_name     text constraint body_name_length check (char_length(body_name) between 1 and 200),
    add meeting       text constraint meeting_size check (octet_length(meeting) between 1 and 20480),
    add votes_for     int constraint votes_for_counts check (votes_for between 0 and 1000000),
    add votes_against int constraint votes_against_counts check (votes_against between 0 and 1000000),
    add votes_abstain int constraint votes_abstain_counts check (votes_abstain between 0 and 1000000),
    add sponsors      text[] not null default '{}' constraint sponsors_count check (cardinality(sponsors) <= 20),
    add language      text not null default 'nb' constraint language_known check (language in ('nb', 'nn', 'en')),
    add may_publish   boolean not null default false,
    add wants_outcome boolean not null default false,
    add entered_by    bigint references accounts,
    add constraint one_body check (unit_id is null or body_name is null),
    add constraint published_with_consent check (not may_publish or consented_at is not null);
comment on column answers.state is 'unconfirmed: sent without a proof of work, and the mailed link was not used yet; held: waits for a moderator.';
comment on column answers.voice is 'Whose voice it is counted with. Persons: members of the party, of its youth wing or of a union alone, the public. Bodies: units of the party, or the youth wing, unions and other organisations by their units or by name. Never mixed in a count.';
comment on column answers.account_id is 'Who gave it, where that is known. Of an answer for a unit: who sent it last.';
comment on column answers.author_name is 'Of a person without account: the name that they gave. Of an organisation outside of the tree: whom to ask there.';
comment on column answers.unit_id is 'The unit on whose behalf it is.';
comment on column answers.body_name is 'An organisation outside of the tree of units, by its name, on whose behalf it is.';
comment on column answers.meeting is 'What the minutes say of the meeting that decided it.';
comment on column answers.sponsors is 'The names of further bodies that stand behind it.';
comment on column answers.language is 'In which of the form''s languages it is answered.';
comment on column answers.may_publish is 'Whether its author consented to its being shown to others; the words are part of consent_text.';
comment on column answers.wants_outcome is 'Whether to tell when the answers are answered.';
comment on column answers.entered_by is 'Of an answer on paper: who typed it in. Consent was given on paper.';

drop index answers_one_per_person;
create unique index answers_one_per_person on answers (consultation_id, account_id)
    where account_id is not null and once and unit_id is null and body_name is null and entered_by is null
      and state not in ('withdrawn', 'erased', 'refused');
create unique index answers_one_per_unit on answers (consultation_id, unit_id)
    where unit_id is not null and state not in ('withdrawn', 'erased', 'refused');
create index answers_unit on answers (unit_id) where unit_id is not null;
create index answers_published on answers (consultation_id, id) where state = 'submitted' and may_publish;

create table answer_links (
    token_hash bytea primary key,
    answer_id  bigint not null references answers,
    created_at timestamptz not null default now()
);
create index answer_links_answer on answer_links (answer_id);
comment on table answer_links is 'Further links to an answer that several people of a unit write. Only hashes are stored.';

create table answer_confirmations (
    token_hash bytea primary key,
    answer_id  bigint not null references answers,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index answer_confirmations_answer on answer_confirmations (answer_id);
comment on table answer_confirmations is 'Mailed links, each for one use, that make an answer count which came without a proof of work.';

create table answer_files (
    id        bigint generated always as identity primary key,
    answer_id bigint not null references answers,
    question  text not null constraint question_length check (char_length(question) between 1 and 40),
    name      text not null constraint name_length check (char_length(name) between 1 and 100),
    kind      text not null constraint kind_known check (kind in ('pdf', 'png', 'jpeg', 'odt', 'docx', 'text')),
    bytes     bytea not null constraint bytes_size check (octet_length(bytes) between 1 and 10485760),
    added_at  timestamptz not null default now()
);
alter table answer_files alter bytes set storage external;
create index answer_files_answer on answer_files (answer_id);
comment on table answer_files is 'Files that came with an answer; served as attachments alone, never as pages.';
comment on column answer_files.question is 'The key of the question that asked for it.';
comment on column answer_files.kind is 'What the content was found to be, whatever it was called.';

create table proof_keys (
    id      bigint generated always as identity primary key,
    key     text not null constraint key_length check (char_length(key) >= 64),
    made_at timestamptz not null default now()
);
insert into proof_keys (key) values (encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    || uuid_send(gen_random_uuid()), 'hex'));
comment on table proof_keys is 'What signs the challenges of proofs of work: the newest signs, the one before still counts. A new one comes every day.';

create table used_proofs (
    proof_hash bytea primary key,
    expires_at timestamptz not null
);
create index used_proofs_expires on used_proofs (expires_at);
comment on table used_proofs is 'Proofs of work that were used, kept until they would have run out anyway.';

grant select, insert, update, delete on answer_links, answer_confirmations, answer_files, proof_keys, used_proofs
    to samrad_server;
grant usage on all sequences in schema public to samrad_server;
