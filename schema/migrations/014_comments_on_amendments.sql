-- Discussion of an amendment: threads that hang on it in the place of a passage.
alter table comments add amendment_id bigint references amendments;
comment on column comments.amendment_id is 'The amendment that the thread is about, the same in its replies; null for what is said about the document itself.';
drop index comments_roots;
create index comments_roots on comments (document_id, id) where root_id is null and amendment_id is null;
create index comments_amendment on comments (amendment_id, id) where root_id is null and amendment_id is not null;

alter table amendments add comment_count int not null default 0 constraint comment_count_counts check (comment_count >= 0);
comment on column amendments.comment_count is 'Comments that are shown, replies included.';
