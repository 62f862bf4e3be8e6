-- Processes and their stages.
create table processes (
    id                  bigint generated always as identity primary key,
    unit_id             bigint not null references units,
    title               text not null constraint title_length check (char_length(title) between 1 and 200),
    description         text not null default '' constraint description_size check (octet_length(description) <= 20480),
    audience            text not null constraint audience_known check (audience in ('public', 'members', 'units')),
    admits_participants boolean not null default false,
    created_by          bigint not null references accounts,
    created_at          timestamptz not null default now()
);
create index processes_unit on processes (unit_id);
comment on table processes is 'One piece of policy on its way: documents, stages, votes. Belongs to a unit.';
comment on column processes.audience is 'Who may read: everybody, those with a standing in the unit or below it, or those of the named units.';
comment on column processes.admits_participants is 'Whether people without a standing may comment (where the audience is public).';

create table process_units (
    process_id bigint not null references processes,
    unit_id    bigint not null references units,
    primary key (process_id, unit_id)
);
comment on table process_units is 'The named units of a process whose audience is "units"; those below them count too.';

create table stages (
    id         bigint generated always as identity primary key,
    process_id bigint not null references processes,
    ordinal    int not null,
    title      text not null constraint title_length check (char_length(title) between 1 and 100),
    kind       text not null constraint kind_known
               check (kind in ('preparing', 'reading', 'discussing', 'voting', 'closed')),
    starts_at  timestamptz,
    constraint stage_order unique (process_id, ordinal) deferrable initially deferred
);
comment on table stages is 'The dated stages of a process. The one with the latest start that has passed is the present one.';
comment on column stages.kind is 'Decides what may be done: preparing (editors only), reading, discussing (comments), voting (comments and votes), closed.';
comment on column stages.starts_at is 'Null: begins only by an editor''s hand.';
