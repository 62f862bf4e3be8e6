-- A committee may let everybody who reads a document follow its work in the merge room.
alter table documents add merge_followed boolean not null default false;
comment on column documents.merge_followed is 'Whether readers may see the merge room as it stands; deciding in it is the editors'' alone.';
