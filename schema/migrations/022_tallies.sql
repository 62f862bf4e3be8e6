-- How many answered what, kept beside the answers so that looking at it costs the same however many there are.
alter table answers add column counted text[] not null default '{}';
comment on column answers.counted is 'The cells of the tables in which this answer counts: "question=" for having answered it, "question=option". What is counted of it follows by trigger.';

create table tally_changes (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultations,
    voice           text not null,
    change          int not null constraint change_is_one check (change in (-1, 1)),
    cells           text[] not null
);
create index tally_changes_of on tally_changes (consultation_id);
comment on table tally_changes is 'What answers add and take away, until it is summed up in answer_tallies: no submission waits for another.';

create table answer_tallies (
    consultation_id bigint not null references consultations,
    voice           text not null,
    cell            text not null,
    count           bigint not null,
    primary key (consultation_id, voice, cell)
);
comment on table answer_tallies is 'How many answers count in each cell, by voice. The cell "" counts the answers, "#" the changes. What tally_changes holds comes on top.';

create table shown_tallies (
    consultation_id bigint not null references consultations,
    voice           text not null,
    cell            text not null,
    count           bigint not null,
    primary key (consultation_id, voice, cell)
);
comment on table shown_tallies is 'The same as they were last shown to everybody: renewed for a voice after five changes, so that two looks do not tell what one person answered.';

create function count_answer() returns trigger language plpgsql as $$
declare
    was boolean := tg_op = 'UPDATE' and old.state = 'submitted';
    is_now boolean := new.state = 'submitted';
begin
    -- What is erased on its day has been counted, and stays so: a number names nobody.
    if was and new.state = 'erased' then return null; end if;
    if was and is_now and old.counted = new.counted and old.voice = new.voice then return null; end if;
    if was then
        insert into tally_changes (consultation_id, voice, change, cells)
        values (old.consultation_id, old.voice, -1, old.counted);
    end if;
    if is_now then
        insert into tally_changes (consultation_id, voice, change, cells)
        values (new.consultation_id, new.voice, 1, new.counted);
    end if;
    return null;
end $$;
create trigger count_answer after insert or update of state, counted, voice on answers
    for each row execute function count_answer();

grant select, insert, update, delete on answer_tallies, shown_tallies to samrad_server;
grant select, insert, update, delete on tally_changes to samrad_server;
grant usage on all sequences in schema public to samrad_server;
