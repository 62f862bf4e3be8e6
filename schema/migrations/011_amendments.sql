-- Amendments: what somebody wants changed, who stands behind it, what bodies recommend, what became of it.
alter table stages drop constraint kind_known;
alter table stages add constraint kind_known
    check (kind in ('preparing', 'reading', 'discussing', 'amending', 'voting', 'closed'));
comment on column stages.kind is 'Decides what may be done: preparing (editors only), reading, discussing (comments), amending (comments and amendments), voting (comments and votes), closed.';

alter table processes
    add amendments_until timestamptz,
    add participants_amend boolean not null default false,
    add supporters_needed int not null default 0 constraint supporters_needed_counts check (supporters_needed between 0 and 10000);
comment on column processes.amendments_until is 'The last moment to submit an amendment; null: as long as the stage allows.';
comment on column processes.participants_amend is 'Whether people without a standing may submit amendments too.';
comment on column processes.supporters_needed is 'How many must support an amendment before a body takes it up.';

alter table documents add amendment_count int not null default 0;
comment on column documents.amendment_count is 'The number of the newest amendment: amendments are numbered for good as they are submitted.';

create table amendments (
    id              bigint generated always as identity primary key,
    document_id     bigint not null references documents,
    number          int,
    version         int not null,
    kind            text not null constraint kind_known check (kind in ('text', 'principle')),
    change          text,
    instruction     text not null default '' constraint instruction_size check (octet_length(instruction) <= 20480),
    reason          text not null default '' constraint reason_size check (octet_length(reason) <= 20480),
    sponsor_id      bigint not null references accounts,
    sponsor_unit_id bigint references units,
    state           text not null default 'draft'
                    constraint state_known check (state in ('draft', 'submitted', 'withdrawn', 'adopted', 'rejected')),
    supports        int not null default 0 constraint supports_count check (supports >= 0),
    created_at      timestamptz not null default now(),
    submitted_at    timestamptz,
    decided_version int,
    now_version     int not null,
    now_change      text,
    carried         text not null default 'clean' constraint carried_known check (carried in ('clean', 'needs_sponsor', 'moot')),
    line_from       int not null default 0,
    line_to         int not null default 0,
    constraint number_unique unique (document_id, number),
    constraint numbered_when_submitted check ((state = 'draft') = (number is null) and (number is null) = (submitted_at is null)),
    constraint text_has_change check ((kind = 'text') = (change is not null)),
    constraint adopted_has_version check (decided_version is null or state = 'adopted'),
    foreign key (document_id, version) references versions (document_id, number)
) with (fillfactor = 80);
create index amendments_lines on amendments (document_id, line_from, number) where state <> 'draft';
create index amendments_sponsor on amendments (sponsor_id);
comment on table amendments is 'A change that somebody wants in a text, or a principle: an instruction without text.';
comment on column amendments.number is '"A 214": given when it is submitted, in order, for good.';
comment on column amendments.change is 'ChangeSet JSON against the version it was written on; never altered once submitted.';
comment on column amendments.now_change is 'The same carried to now_version; null where that needs the sponsor, is moot, or for a principle.';
comment on column amendments.carried is 'How it stands to the newest version: clean (rebased), needs_sponsor (its passage was changed otherwise), moot (done already, or its passage is gone).';
comment on column amendments.line_from is 'With line_to: the official lines of now_version that it touches; 0 for a principle.';

create function submitted_wording_is_fixed() returns trigger language plpgsql as $$
begin
    if old.state <> 'draft' and (new.document_id, new.number, new.version, new.kind, new.change, new.instruction, new.submitted_at)
        is distinct from (old.document_id, old.number, old.version, old.kind, old.change, old.instruction, old.submitted_at) then
        raise exception 'the wording of amendment % is fixed', old.id using errcode = 'check_violation', constraint = 'amendment_wording_fixed';
    end if;
    return new;
end $$;
create trigger submitted_wording_is_fixed before update on amendments for each row execute function submitted_wording_is_fixed();

create table amendment_supports (
    amendment_id bigint not null references amendments,
    account_id   bigint not null references accounts,
    at           timestamptz not null default now(),
    primary key (amendment_id, account_id)
);
comment on table amendment_supports is 'Who supports which amendment, in the wording that was submitted.';

create table amendment_sponsors (
    amendment_id bigint not null references amendments,
    account_id   bigint not null references accounts,
    at           timestamptz not null default now(),
    primary key (amendment_id, account_id)
);
comment on table amendment_sponsors is 'Co-sponsors: their names stand beside the first sponsor''s, and one of them can take it over.';

create table recommendations (
    id           bigint generated always as identity primary key,
    amendment_id bigint not null references amendments,
    unit_id      bigint not null references units,
    verdict      text not null constraint verdict_known
                 check (verdict in ('adopt', 'reject', 'adopt_changed', 'refer', 'covered', 'none')),
    change       text,
    refer_to     bigint references units,
    covered_by   bigint references amendments,
    reason       text not null default '' constraint reason_size check (octet_length(reason) <= 20480),
    votes_for     int constraint votes_for_counts check (votes_for >= 0),
    votes_against int constraint votes_against_counts check (votes_against >= 0),
    votes_abstain int constraint votes_abstain_counts check (votes_abstain >= 0),
    author_id    bigint not null references accounts,
    created_at   timestamptz not null default now(),
    published_at timestamptz,
    constraint changed_has_wording check ((verdict = 'adopt_changed') = (change is not null)),
    constraint refer_names_body check ((verdict = 'refer') = (refer_to is not null)),
    constraint covered_names_amendment check ((verdict = 'covered') = (covered_by is not null))
);
create index recommendations_amendment on recommendations (amendment_id, id);
comment on table recommendations is 'What a body recommends on an amendment; of one body, the last published one counts. Never altered but by publishing.';
comment on column recommendations.change is 'The wording that the body would adopt instead, ChangeSet JSON against the amendment''s own version.';
comment on column recommendations.published_at is 'Null: seen by the body''s own editors alone.';

create table dissents (
    id                bigint generated always as identity primary key,
    recommendation_id bigint not null references recommendations,
    names             text not null constraint names_length check (char_length(names) between 1 and 500),
    text              text not null constraint text_size check (octet_length(text) between 1 and 20480),
    author_id         bigint not null references accounts,
    at                timestamptz not null default now()
);
create index dissents_recommendation on dissents (recommendation_id);
comment on table dissents is 'A minority''s view beside a recommendation. Append only: no majority can take it away.';

create table merge_decisions (
    id           bigint generated always as identity primary key,
    document_id  bigint not null references documents,
    version      int not null,
    amendment_id bigint not null references amendments,
    decision     text not null constraint decision_known check (decision in ('take', 'take_changed', 'leave', 'open')),
    author_id    bigint not null references accounts,
    at           timestamptz not null default now()
);
create index merge_decisions_of on merge_decisions (document_id, version, amendment_id, id);
comment on table merge_decisions is 'The merge room''s work on a version, decision by decision; of one amendment the last counts. Append only.';

create table merge_texts (
    id          bigint generated always as identity primary key,
    document_id bigint not null references documents,
    version     int not null,
    from_at     int not null,
    to_at       int not null,
    text        text,
    author_id   bigint not null references accounts,
    at          timestamptz not null default now(),
    constraint range_is_one check (from_at >= 0 and to_at >= from_at)
);
create index merge_texts_of on merge_texts (document_id, version, from_at, to_at, id);
comment on table merge_texts is 'What is written by hand where amendments collide, for a range of the version''s text; null takes it back. Append only.';

create table traces (
    document_id bigint not null,
    version     int not null,
    ordinal     int not null,
    old_from    int not null,
    old_to      int not null,
    new_from    int not null,
    new_to      int not null,
    amendments  bigint[] not null,
    primary key (document_id, version, ordinal),
    foreign key (document_id, version) references versions (document_id, number)
);
comment on table traces is 'Of a version that was merged: every stretch that changed, and which amendments brought it. Append only.';
comment on column traces.amendments is 'Empty for what editors wrote by hand.';

grant select, insert, update on amendments, recommendations to samrad_server;
grant delete on amendments to samrad_server;
grant select, insert on dissents, merge_decisions, merge_texts, traces to samrad_server;
grant select, insert, delete on amendment_supports, amendment_sponsors to samrad_server;
grant usage on all sequences in schema public to samrad_server;
