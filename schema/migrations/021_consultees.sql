-- Whom a consultation is sent to, who of them must be heard before anything is decided, and forms that are kept for use again.
create table consultees (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    unit_id         bigint references units,
    name            text constraint consultee_name_length check (char_length(name) between 1 and 200),
    email           text constraint consultee_email_length check (char_length(email) between 3 and 254),
    must_be_heard   boolean not null default false,
    added_at        timestamptz not null default now(),
    sent_at         timestamptz,
    opened_at       timestamptz,
    reminded_at     timestamptz,
    heard_at        timestamptz,
    answer_id       bigint references answers,
    declined_at     timestamptz,
    declined_word   text constraint declined_word_length check (char_length(declined_word) between 1 and 1000),
    waived_at       timestamptz,
    waived_by       bigint references accounts,
    waiver_reason   text constraint waiver_reason_length check (char_length(waiver_reason) between 1 and 1000),
    constraint unit_or_organisation check ((unit_id is null) <> (name is null)),
    constraint organisation_has_address check (name is null or email is not null),
    constraint reminded_after_sending check (reminded_at is null or sent_at is not null),
    constraint waiver_is_whole check ((waived_at is null) = (waived_by is null) and (waived_at is null) = (waiver_reason is null))
);
create unique index consultees_unit_once on consultees (consultation_id, unit_id) where unit_id is not null;
create unique index consultees_address_once on consultees (consultation_id, lower(email)) where name is not null;
create index consultees_unit on consultees (unit_id) where unit_id is not null;
create index consultees_answer on consultees (answer_id) where answer_id is not null;
create index consultees_awaited on consultees (consultation_id) where must_be_heard and heard_at is null and waived_at is null;
comment on table consultees is 'Whom a consultation is sent to (høringsinstanser): units, or organisations outside of the tree by name and address.';
comment on column consultees.email is 'Of a unit: a further address beside its editors and administrators. Of an organisation: where it is written to.';
comment on column consultees.must_be_heard is 'A stage that decides cannot begin before this body has answered or an editor has waived that with a reason.';
comment on column consultees.opened_at is 'When its link was used first.';
comment on column consultees.heard_at is 'When its answer first counted (a trigger on answers writes it). Stays when the answer is withdrawn or erased: it has been heard, and what has begun since does not end.';
comment on column consultees.answer_id is 'The answer that was begun by its link: whoever has such a link writes on it for the body. The answer of a unit is found by the unit as well.';
comment on column consultees.declined_word is 'What it said when it declined to answer; shown with its name.';
comment on column consultees.waiver_reason is 'Why it need not be heard any more; shown to everybody who may read the process.';

create table consultee_links (
    token_hash   bytea primary key,
    consultee_id bigint not null references consultees,
    created_at   timestamptz not null default now()
);
create index consultee_links_consultee on consultee_links (consultee_id);
comment on table consultee_links is 'The links that were mailed to consultees, one for each mail. Only hashes are stored.';

-- Whoever lets an answer count, the body that gave it has been heard.
create function answer_is_heard() returns trigger language plpgsql as $$
begin
    update consultees set heard_at = clock_timestamp()
        where consultation_id = new.consultation_id and heard_at is null and (unit_id = new.unit_id or answer_id = new.id);
    return null;
end $$;
create trigger answer_is_heard after insert or update of state on answers
    for each row when (new.state = 'submitted') execute function answer_is_heard();

-- Whether bodies that must be heard before the process decides have neither answered nor been waived.
create function awaits_hearing(process bigint) returns boolean language sql stable as $$
    select exists (select from consultees e join consultations c on c.id = e.consultation_id
        where c.process_id = process and c.published_at is not null
          and e.must_be_heard and e.heard_at is null and e.waived_at is null)
$$;

create function ballot_waits_for_hearing() returns trigger language plpgsql as $$
begin
    if awaits_hearing(new.process_id) then
        raise exception 'ballot % waits for bodies that must be heard', new.id
            using errcode = 'check_violation', constraint = 'ballot_waits_for_hearing';
    end if;
    return new;
end $$;
create trigger ballot_waits_for_hearing before update of state on ballots
    for each row when (old.state = 'draft' and new.state = 'open') execute function ballot_waits_for_hearing();

alter table form_revisions add edits int not null default 1;
comment on column form_revisions.edits is 'How often it was stored: who stores it names the one that was changed, so that two editors do not write over each other.';

create table form_templates (
    id         bigint generated always as identity primary key,
    unit_id    bigint not null references units,
    title      text not null constraint title_length check (char_length(title) between 1 and 200),
    definition text not null constraint definition_size check (octet_length(definition) between 2 and 262144),
    shared     boolean not null default false,
    created_by bigint not null references accounts,
    changed_at timestamptz not null default now()
);
create index form_templates_unit on form_templates (unit_id);
create unique index form_templates_title on form_templates (unit_id, lower(title));
comment on table form_templates is 'Forms that a unit keeps for use again; the units below it may use them too.';
comment on column form_templates.definition is 'The questions, as JSON (docs/reference/form.schema.json).';
comment on column form_templates.shared is 'Whether all units of the organisation may use it, as a model municipality shares what it has tried.';

grant select, insert, update, delete on consultees, form_templates to samrad_server;
grant select, insert on consultee_links to samrad_server;
grant usage on all sequences in schema public to samrad_server;
