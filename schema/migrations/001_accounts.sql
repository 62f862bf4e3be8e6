-- Times travel as microseconds since 1970, so that what comes back equals what was stored.
create function micros(timestamptz) returns bigint language sql immutable parallel safe
    as $$ select (extract(epoch from $1) * 1000000)::bigint $$;
create function at_micros(bigint) returns timestamptz language sql immutable parallel safe
    as $$ select timestamptz 'epoch' + $1 * interval '1 microsecond' $$;

-- Accounts, sessions and the single-use links that are mailed.
create table accounts (
    id            bigint generated always as identity primary key,
    name          text not null constraint name_length check (char_length(name) between 1 and 100),
    email         text constraint email_length check (char_length(email) between 3 and 254),
    password_hash text,
    language      text not null default 'nb' constraint language_known check (language in ('nb', 'en')),
    created_at    timestamptz not null default now(),
    confirmed_at  timestamptz,
    erased_at     timestamptz,
    constraint erased_keeps_nothing check (erased_at is null or (email is null and password_hash is null))
);
create unique index accounts_email on accounts (lower(email));
comment on table accounts is 'A person who can sign in. Without a standing it is a participant.';
comment on column accounts.name is 'The display name, shown with everything the person writes.';
comment on column accounts.email is 'Where mail goes; unique without regard to case; null after erasure.';
comment on column accounts.password_hash is 'Argon2id in libsodium''s own string form; null where no password was set yet.';
comment on column accounts.confirmed_at is 'When the address was confirmed; nobody signs in before.';

create table mail_links (
    token_hash bytea primary key,
    account_id bigint not null references accounts,
    purpose    text not null constraint purpose_known check (purpose in ('confirm', 'reset')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table mail_links is 'Single-use links that were mailed. Only a hash of the token is stored.';

create table sessions (
    id         bigint generated always as identity primary key,
    token_hash bytea not null unique,
    account_id bigint not null references accounts,
    created_at timestamptz not null default now(),
    seen_at    timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index sessions_account on sessions (account_id) where ended_at is null;
comment on table sessions is 'A browser that is signed in. The cookie holds 32 random bytes; the hash of them stands here.';
comment on column sessions.seen_at is 'Moved on at most once an hour.';
