-- What the two rest on is stable and not immutable (a time zone could be asked for), so PostgreSQL does not write an
-- immutable function of them into the statement that calls it, and calls it once for each time instead.
create or replace function micros(timestamptz) returns bigint language sql stable parallel safe
    as $$ select (extract(epoch from $1) * 1000000)::bigint $$;
create or replace function at_micros(bigint) returns timestamptz language sql stable parallel safe
    as $$ select timestamptz 'epoch' + $1 * interval '1 microsecond' $$;
