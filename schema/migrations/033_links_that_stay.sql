-- An account that goes on with its answer gets one more link, as those of a unit do; those before stay.
comment on table answer_links is 'Further links to an answer: of each who writes on a unit''s, and of an account that has gone on with its own. Only hashes are stored.';
