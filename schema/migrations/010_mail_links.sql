-- What somebody said when signing up belongs to the link that was mailed, not to the address: of two people who sign up
-- with one address, the one who opens a link gets what stood in that very sign-up.
alter table mail_links
    add column name          text constraint name_length check (char_length(name) between 1 and 100),
    add column password_hash text,
    add column invitation_id bigint references invitations,
    add constraint used_keeps_no_password check (used_at is null or password_hash is null);
comment on column mail_links.name is 'For confirm: the name that the account gets when the link is used.';
comment on column mail_links.password_hash is 'For confirm: the password that the account gets; null once used.';
comment on column mail_links.invitation_id is 'For confirm: the invitation that is used with the link, if it still holds then.';
create index mail_links_account on mail_links (account_id) where used_at is null;
create index invitations_unit on invitations (unit_id);
