-- What the server may do. It runs under this role; migrations run under the owner.
do $$
begin
    create role samrad_server nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    execute format('grant samrad_server to %I', current_user);
end $$;
grant usage on schema public to samrad_server;
grant select, insert, update, delete on all tables in schema public to samrad_server;
grant usage on all sequences in schema public to samrad_server;
-- Append only: a bug in the server cannot change what was said and decided.
revoke update, delete on versions, events, votes, electorate, tallies, audit_trail from samrad_server;
revoke delete on accounts, sessions, units, standings, invitations, processes, stages, documents, comments, ballots
    from samrad_server;
-- Stages that have not begun may be planned anew.
grant delete on stages to samrad_server;
