-- Mail on its way out.
create table outbox (
    id         bigint generated always as identity primary key,
    recipient  text not null,
    subject    text not null,
    body       text not null,
    created_at timestamptz not null default now(),
    try_at     timestamptz not null default now(),
    tries      int not null default 0,
    sent_at    timestamptz,
    failure    text
);
create index outbox_waiting on outbox (try_at) where sent_at is null;
comment on table outbox is 'Mails, written in the transaction that causes them and sent by a loop with retries. Emptied of text once sent.';
