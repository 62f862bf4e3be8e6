-- That a consultee opened its link is told by something a person does there; programs that look through mails fetch links.
comment on column consultees.opened_at is 'When a person first did something on the page of its link.';
