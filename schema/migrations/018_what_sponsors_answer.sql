-- What a process asks of sponsors and supporters, and what sponsors answer when the text changes under their amendments.
alter table processes
    add amendments_each int not null default 0 constraint amendments_each_counts check (amendments_each between 0 and 10000),
    add supporters_from text not null default 'everybody' constraint supporters_from_known check (supporters_from in ('everybody', 'members')),
    add chain bigint[] not null default '{}' constraint chain_length check (cardinality(chain) <= 20);
comment on column processes.amendments_each is 'How many amendments to one document a person may have before the committee, those on behalf of units apart; 0: as many as they like.';
comment on column processes.supporters_from is 'Whose support counts towards supporters_needed: everybody''s, or that of members alone.';
comment on column processes.chain is 'The units that recommend on amendments, in their order; who stands in none may still recommend.';

alter table amendment_supports add member boolean not null default true;
comment on column amendment_supports.member is 'Whether the supporter was a member, with a standing in the party''s own tree, when they supported it.';

alter table amendments
    add member_supports int not null default 0 constraint member_supports_count check (member_supports >= 0),
    add taken_words text not null default '' constraint taken_words_size check (octet_length(taken_words) <= 20480),
    add whole boolean not null default false,
    add carried_answer text constraint carried_answer_known check (carried_answer in ('confirmed', 'objected')),
    add joined_into bigint references amendments,
    add constraint joined_is_withdrawn check (joined_into is null or state = 'withdrawn'),
    add constraint joined_another check (joined_into <> id);
update amendments set member_supports = supports;
create index amendments_joined on amendments (joined_into) where joined_into is not null;
comment on column amendments.member_supports is 'How many of the supporters are members.';
comment on column amendments.taken_words is 'The beginning of the words that it takes out of the text, so that a search finds them.';
comment on column amendments.whole is 'A counter-draft: another text in the place of the whole document, which excludes every other amendment.';
comment on column amendments.carried_answer is 'What its sponsor answered to where it stands in now_version; null: nothing yet.';
comment on column amendments.joined_into is 'The amendment with which its sponsors went together, withdrawing this one.';

create table amendment_comments (
    amendment_id bigint not null references amendments on delete cascade,
    comment_id   bigint not null references comments,
    primary key (amendment_id, comment_id)
);
create index amendment_comments_comment on amendment_comments (comment_id);
comment on table amendment_comments is 'The comments on the text that an amendment answers, as its sponsor names them.';

create or replace function submitted_wording_is_fixed() returns trigger language plpgsql as $$
begin
    if old.state <> 'draft' and (new.document_id, new.number, new.version, new.kind, new.change, new.instruction, new.submitted_at, new.amends, new.amended_change, new.whole)
        is distinct from (old.document_id, old.number, old.version, old.kind, old.change, old.instruction, old.submitted_at, old.amends, old.amended_change, old.whole) then
        raise exception 'the wording of amendment % is fixed', old.id using errcode = 'check_violation', constraint = 'amendment_wording_fixed';
    end if;
    return new;
end $$;

grant select, insert, delete on amendment_comments to samrad_server;
