-- Whose account is erased has a name in no language: each reader is told it in their own.
update accounts set name = '#' || id where erased_at is not null;
comment on column accounts.name is
    'The display name, shown with everything the person writes. "#17" once the account is erased: told as "Erased account 17" in the reader''s language.';
