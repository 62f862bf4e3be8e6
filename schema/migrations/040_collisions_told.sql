-- Sponsors are told where a later amendment collides with theirs, and supporters where theirs was said anew: where they see what waits for them.
create table amendment_collisions (
    amendment_id bigint not null references amendments,
    later_id     bigint not null references amendments,
    at           timestamptz not null default now(),
    primary key (amendment_id, later_id)
);
create index amendment_collisions_later on amendment_collisions (later_id);
comment on table amendment_collisions is 'That an amendment, as it was submitted, taken over or said anew, collides with one that was before the committee already: news for those who sponsor that one.';

create table collisions_seen (
    account_id   bigint not null references accounts,
    amendment_id bigint not null,
    later_id     bigint not null,
    primary key (account_id, amendment_id, later_id),
    foreign key (amendment_id, later_id) references amendment_collisions on delete cascade
);
create index collisions_seen_of on collisions_seen (amendment_id, later_id);
comment on table collisions_seen is 'To whom that is no news any more. Where the later one is said anew it is news again.';

create index amendment_sponsors_account on amendment_sponsors (account_id);
create index amendment_supports_account on amendment_supports (account_id);
grant select, insert, delete on amendment_collisions to samrad_server;
grant select, insert, delete on collisions_seen to samrad_server;
