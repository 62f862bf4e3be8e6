-- What a sponsor says anew is another wording. Support is for the wording that was seen, and so is what a body recommends.
alter table amendments
    add column wording int not null default 1 constraint wording_counts check (wording >= 1);
comment on column amendments.wording is 'How many wordings it has had: 1 is amendments.change, the others are in amendment_wordings.';

create table amendment_wordings (
    amendment_id bigint not null references amendments,
    number       int not null constraint number_is_anew check (number > 1),
    version      int not null,
    change       text not null,
    at           timestamptz not null default now(),
    primary key (amendment_id, number)
);
comment on table amendment_wordings is 'Each wording in which a sponsor said an amendment anew. Append only.';
comment on column amendment_wordings.version is 'The version that it was written on, which its change is of.';
grant select, insert on amendment_wordings to samrad_server;

alter table recommendations
    add column wording int not null default 1 constraint recommended_wording_counts check (wording >= 1);
comment on column recommendations.wording is 'Which wording of the amendment the body had before it. It counts as long as that is the last one.';
comment on column recommendations.change is 'The wording that the body would adopt instead, ChangeSet JSON against the version of the wording that it had before it.';

alter table amendment_supports
    add column wording int not null default 1 constraint supported_wording_counts check (wording >= 1);
comment on column amendment_supports.wording is 'Which wording was supported. It counts as long as that is the last one; an older one is kept so that the supporter is told.';
comment on table amendment_supports is 'Who supports which amendment, in which wording.';
grant update on amendment_supports to samrad_server;

-- Those that were said anew before: their last wording is where they stand. What a body worded was read on the first version always, and stays with the first wording.
with anew as (
    select a.id, a.now_version, a.now_change, max(t.at) as at
    from audit_trail t join amendments a on t.object = 'amendment:' || a.id
    where t.act = 'reword' and a.now_change is not null
    group by a.id
), counted as (
    update amendments a set wording = 2 from anew where anew.id = a.id
), kept as (
    insert into amendment_wordings (amendment_id, number, version, change, at) select id, 2, now_version, now_change, at from anew
), supported as (
    update amendment_supports s set wording = 2 from anew where anew.id = s.amendment_id
)
update recommendations r set wording = 2 from anew where anew.id = r.amendment_id and r.created_at > anew.at and r.change is null;
