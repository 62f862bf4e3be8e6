-- A merge takes an amendment whole, in part, or leaves it out where another's words were chosen: who reads what became of it is told which.
alter table amendments
    add column extent  text constraint extent_known check (extent in ('none', 'part', 'whole')),
    add column lost_to bigint references amendments;

-- The decision that a version was made of is the last one on the version before. What was left out by hand was taken for adopted, and stays so.
update amendments a
    set extent = case last.decision when 'take_changed' then 'part' else 'whole' end
    from (select distinct on (m.amendment_id, m.version) m.amendment_id, m.version, m.document_id, m.decision
          from merge_decisions m order by m.amendment_id, m.version, m.id desc) last
    where a.state = 'adopted' and a.kind = 'text' and last.amendment_id = a.id and last.document_id = a.document_id
        and last.version = a.decided_version - 1;

alter table amendments
    add constraint extent_is_decided check (extent is null or state = case extent when 'none' then 'rejected' else 'adopted' end),
    add constraint lost_is_left_out check (lost_to is null or extent = 'none' or extent = 'part');
comment on column amendments.extent is 'How much of it stands in the version that a merge made: whole, part (in another wording), none (left out by hand, and so rejected); null where no merge took it.';
comment on column amendments.lost_to is 'Where it was left out: the amendment whose words were chosen in the place of its own.';

alter table merge_texts add column grounds text constraint grounds_is_fingerprint check (length(grounds) = 64);
comment on column merge_texts.grounds is 'A fingerprint of the amendments that were taken there and of the words of each: the text counts while they are the same. Null: written before this was kept, and counts always.';
