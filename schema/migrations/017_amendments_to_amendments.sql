-- A change that somebody wants in another amendment, before that one is decided.
alter table amendments
    add amends bigint references amendments,
    add amended_change text,
    add constraint amends_another check (amends <> id),
    add constraint amended_wording_is_kept check ((amends is null) = (amended_change is null));
create index amendments_amends on amendments (amends) where amends is not null;
comment on column amendments.amends is 'The amendment that this one amends; its change is then that one as this one would have it.';
comment on column amendments.amended_change is 'The wording of the amended one that this was written on, ChangeSet JSON against version; never altered once submitted.';

create or replace function submitted_wording_is_fixed() returns trigger language plpgsql as $$
begin
    if old.state <> 'draft' and (new.document_id, new.number, new.version, new.kind, new.change, new.instruction, new.submitted_at, new.amends, new.amended_change)
        is distinct from (old.document_id, old.number, old.version, old.kind, old.change, old.instruction, old.submitted_at, old.amends, old.amended_change) then
        raise exception 'the wording of amendment % is fixed', old.id using errcode = 'check_violation', constraint = 'amendment_wording_fixed';
    end if;
    return new;
end $$;
