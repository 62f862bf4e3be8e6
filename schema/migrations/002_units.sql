-- The tree of units, who stands where in it, and invitations.
create table units (
    id            bigint generated always as identity primary key,
    parent_id     bigint references units,
    affiliated_to bigint references units,
    name          text not null constraint name_length check (char_length(name) between 1 and 200),
    kind          text not null constraint kind_known
                  check (kind in ('central', 'county', 'municipality', 'branch', 'committee', 'affiliate')),
    path          bigint[] not null,
    created_at    timestamptz not null default now(),
    constraint path_ends_here check (path[cardinality(path)] = id),
    constraint root_is_central_or_affiliate check (parent_id is not null or kind in ('central', 'affiliate'))
);
create index units_path on units using gin (path);
create index units_parent on units (parent_id);
comment on table units is 'A unit of an organisation (organisasjonsledd), committees included. Affiliated organisations are trees of their own.';
comment on column units.path is 'Ids from the root down to the unit itself: "below U" is path @> array[U].';
comment on column units.affiliated_to is 'For the root of an affiliated organisation: the organisation that it is affiliated to.';

create table standings (
    id         bigint generated always as identity primary key,
    account_id bigint not null references accounts,
    unit_id    bigint not null references units,
    role       text not null constraint role_known check (role in ('member', 'editor', 'moderator', 'administrator')),
    starts_at  timestamptz not null default now(),
    ends_at    timestamptz,
    granted_by bigint references accounts,
    constraint ends_after_start check (ends_at is null or ends_at >= starts_at)
);
create index standings_account on standings (account_id);
create index standings_unit on standings (unit_id);
comment on table standings is 'A role of a person in a unit, with dates. Ended, never deleted.';

create table invitations (
    id         bigint generated always as identity primary key,
    token_hash bytea not null unique,
    email      text not null constraint email_length check (char_length(email) between 3 and 254),
    unit_id    bigint not null references units,
    role       text not null constraint role_known check (role in ('member', 'editor', 'moderator', 'administrator')),
    invited_by bigint references accounts,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_by    bigint references accounts,
    constraint used_by_somebody check ((used_at is null) = (used_by is null))
);
comment on table invitations is 'A mailed link that gives its one user a standing, once.';
