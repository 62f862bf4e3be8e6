-- Editors who leave an amendment in the merge room may say why: its sponsor is told with the version that is made.
alter table merge_decisions
    add column reason text not null default '' constraint reason_size check (octet_length(reason) <= 8192),
    add constraint reason_of_left_ones check (reason = '' or decision = 'leave');
comment on column merge_decisions.reason is 'Why editors left it; empty where they did not say. A reason that is written or changed later is a row more.';
comment on column amendments.decided_reason is 'Why editors rejected it, alone or in the merge room; empty where they did not say, and where a meeting decided.';
