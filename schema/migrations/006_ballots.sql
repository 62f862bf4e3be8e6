-- Ballots, the frozen electorate, votes and tallies.
create table ballots (
    id                  bigint generated always as identity primary key,
    process_id          bigint not null references processes,
    document_id         bigint references documents,
    question            text not null constraint question_length check (char_length(question) between 1 and 300),
    description         text not null default '' constraint description_size check (octet_length(description) <= 20480),
    kind                text not null constraint kind_known check (kind in ('approval', 'options')),
    disclosure          text not null constraint disclosure_known check (disclosure in ('named', 'result_only')),
    results_visible     text not null constraint results_visible_known check (results_visible in ('after_close', 'always')),
    admits_participants boolean not null default false,
    state               text not null default 'draft' constraint state_known check (state in ('draft', 'open', 'closed')),
    opens_at            timestamptz,
    closes_at           timestamptz,
    opened_at           timestamptz,
    closed_at           timestamptz,
    electorate_size     int not null default 0 constraint electorate_size_counts check (electorate_size >= 0),
    voted_members       int not null default 0,
    voted_participants  int not null default 0,
    created_by          bigint not null references accounts,
    created_at          timestamptz not null default now(),
    constraint opened_unless_draft check ((state = 'draft') = (opened_at is null)),
    constraint closed_has_time check ((state = 'closed') = (closed_at is not null)),
    constraint closes_after_opening check (closes_at is null or opens_at is null or closes_at > opens_at)
);
create index ballots_process on ballots (process_id);
create index ballots_document on ballots (document_id) where document_id is not null;
create index ballots_clock on ballots (state, opens_at, closes_at) where state <> 'closed';
comment on table ballots is 'A question that is voted on. Its rules are fixed from the opening on.';
comment on column ballots.electorate_size is 'How many members may vote; counted once, when the electorate is frozen.';
comment on column ballots.voted_members is 'Turnout, kept in the transaction of the vote, so that showing it reads no vote.';

create function ballot_rules_are_fixed() returns trigger language plpgsql as $$
begin
    if old.state <> 'draft' and (new.process_id, new.document_id, new.question, new.description, new.kind, new.disclosure,
            new.results_visible, new.admits_participants, new.opens_at, new.closes_at, new.opened_at, new.electorate_size,
            new.created_by)
        is distinct from (old.process_id, old.document_id, old.question, old.description, old.kind, old.disclosure,
            old.results_visible, old.admits_participants, old.opens_at, old.closes_at, old.opened_at, old.electorate_size,
            old.created_by) then
        raise exception 'the rules of ballot % are fixed', old.id using errcode = 'check_violation', constraint = 'ballot_rules_fixed';
    end if;
    if old.state = 'closed' and new is distinct from old then
        raise exception 'ballot % is closed', old.id using errcode = 'check_violation', constraint = 'ballot_closed';
    end if;
    return new;
end $$;
create trigger ballot_rules_are_fixed before update on ballots for each row execute function ballot_rules_are_fixed();

create table ballot_units (
    ballot_id bigint not null references ballots,
    unit_id   bigint not null references units,
    primary key (ballot_id, unit_id)
);
comment on table ballot_units is 'The units whose members, and those below them, are the electorate.';

create table choices (
    id        bigint generated always as identity primary key,
    ballot_id bigint not null references ballots,
    ordinal   int not null,
    label     text not null constraint label_length check (char_length(label) between 1 and 200),
    constraint choice_order unique (ballot_id, ordinal),
    constraint choice_of_ballot unique (ballot_id, id)
);
comment on table choices is 'What can be answered. For an approval: for, against, abstain.';

create table electorate (
    ballot_id  bigint not null references ballots,
    account_id bigint not null references accounts,
    primary key (ballot_id, account_id)
);
comment on table electorate is 'The members who may vote, frozen at the opening. Append only.';

create table votes (
    ballot_id  bigint not null references ballots,
    account_id bigint not null references accounts,
    turn       int not null,
    electorate text not null constraint electorate_known check (electorate in ('members', 'participants')),
    choice_id  bigint not null,
    at         timestamptz not null default now(),
    primary key (ballot_id, account_id, turn),
    foreign key (ballot_id, choice_id) references choices (ballot_id, id)
);
comment on table votes is 'What was cast. Append only: a changed vote is a new turn, and the last turn counts.';

create table tallies (
    ballot_id  bigint not null references ballots,
    electorate text not null constraint electorate_known check (electorate in ('members', 'participants')),
    choice_id  bigint not null,
    votes      int not null,
    primary key (ballot_id, electorate, choice_id),
    foreign key (ballot_id, choice_id) references choices (ballot_id, id)
);
comment on table tallies is 'The result, written once at the closing. Append only.';

-- What else belongs to the rules stands in tables of its own, and may be written while the ballot is a draft alone: its
-- units, its choices and its electorate. Votes come only while it is open, and the result only at its closing.
create function ballot_takes_rows() returns trigger language plpgsql as $$
declare
    at_fault bigint;
begin
    select b.id into at_fault from ballots b
        where b.id in (select distinct ballot_id from touched) and b.state <> tg_argv[0] limit 1;
    if found then
        raise exception 'ballot % takes no % in this state', at_fault, tg_table_name
            using errcode = 'check_violation', constraint = 'ballot_rules_fixed';
    end if;
    return null;
end $$;
create trigger units_are_fixed_1 after insert on ballot_units referencing new table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger units_are_fixed_2 after update on ballot_units referencing new table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger units_are_fixed_3 after delete on ballot_units referencing old table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger choices_are_fixed_1 after insert on choices referencing new table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger choices_are_fixed_2 after update on choices referencing new table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger choices_are_fixed_3 after delete on choices referencing old table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger electorate_is_frozen after insert on electorate referencing new table as touched
    for each statement execute function ballot_takes_rows('draft');
create trigger votes_while_open after insert on votes referencing new table as touched
    for each statement execute function ballot_takes_rows('open');
create trigger tallies_at_the_closing after insert on tallies referencing new table as touched
    for each statement execute function ballot_takes_rows('open');
