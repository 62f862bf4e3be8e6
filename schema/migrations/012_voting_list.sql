-- The voting list: the order in which a meeting votes on a document's amendments, and what came of each vote.
create table voting_orders (
    id          bigint generated always as identity primary key,
    document_id bigint not null references documents,
    version     int not null,
    amendments  bigint[] not null,
    author_id   bigint not null references accounts,
    at          timestamptz not null default now()
);
create index voting_orders_of on voting_orders (document_id, version, id);
comment on table voting_orders is 'The order of votes as the chair put it; the last one of a version counts. Append only.';
comment on column voting_orders.amendments is 'Amendments in order; those that are not named go where the rule has them. Empty: all by the rule.';

create table voting_results (
    id            bigint generated always as identity primary key,
    document_id   bigint not null references documents,
    version       int not null,
    amendment_id  bigint not null references amendments,
    result        text not null constraint result_known
                  check (result in ('open', 'adopted', 'adopted_changed', 'rejected', 'fallen', 'withdrawn')),
    because_of    bigint references amendments,
    votes_for     int constraint votes_for_counts check (votes_for >= 0),
    votes_against int constraint votes_against_counts check (votes_against >= 0),
    votes_abstain int constraint votes_abstain_counts check (votes_abstain >= 0),
    ballot_id     bigint references ballots,
    author_id     bigint not null references accounts,
    at            timestamptz not null default now(),
    constraint fallen_has_cause check (result <> 'fallen' or because_of is not null),
    constraint not_because_of_itself check (because_of <> amendment_id)
);
create index voting_results_of on voting_results (document_id, amendment_id, id);
comment on table voting_results is 'What came of each vote; of one amendment the last row counts, those before stay, so that what was taken back is seen. Append only.';
comment on column voting_results.version is 'The version that the meeting had before it.';
comment on column voting_results.because_of is 'The amendment that was voted on, where this one was decided with it.';

alter table amendments add forwarded_from bigint references amendments;
create unique index amendments_forwarded on amendments (document_id, forwarded_from);
create index amendments_forwarded_on on amendments (forwarded_from) where forwarded_from is not null;
comment on column amendments.forwarded_from is 'The amendment of another document that a unit sent on as this one.';

grant select, insert on voting_orders, voting_results to samrad_server;
grant usage on all sequences in schema public to samrad_server;
