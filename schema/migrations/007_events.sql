-- What happened, per topic, numbered without gaps; and what is kept for repeated requests and for the record.
create table topics (
    topic text primary key,
    head  bigint not null
);
comment on table topics is 'The number of the last event of each topic. Its row is the lock that keeps numbers without gaps.';

create table events (
    topic   text not null,
    number  bigint not null,
    kind    text not null,
    subject bigint not null,
    at      timestamptz not null default now(),
    primary key (topic, number)
);
comment on table events is 'What changed, as a kind and the id of the thing. The body is read from the thing as it is now, so that no event can tell what was hidden since. Append only.';

create table answered_requests (
    scope        text not null,
    key          text not null,
    fingerprint  text not null,
    status       int,
    reply        text,
    at           timestamptz not null default now(),
    primary key (scope, key)
);
create index answered_requests_at on answered_requests (at);
comment on table answered_requests is 'Idempotency: the answer that a create got, kept for a day, so that the same request again creates nothing.';
comment on column answered_requests.scope is 'Whose key it is: "account:12", or "address:<hash>" for somebody not signed in.';

create table audit_trail (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default now(),
    account_id bigint references accounts,
    act        text not null,
    object     text not null,
    details    text not null default ''
);
comment on table audit_trail is 'Acts of office: standings, stages, hiding, ballots. Append only.';
