-- The amendments of a unit are found by whoever speaks for it, on every front page.
create index amendments_sponsor_unit on amendments (sponsor_unit_id) where sponsor_unit_id is not null;
