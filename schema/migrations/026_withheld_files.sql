-- A file that came with an answer can be withheld with a reason, as a passage is blacked out.
alter table answer_files
    add withheld_at timestamptz,
    add withheld_by bigint references accounts,
    add withheld_reason text,
    add constraint withheld_reason_length check (char_length(withheld_reason) between 1 and 500),
    add constraint withholding_is_whole check ((withheld_at is null) = (withheld_by is null)
        and (withheld_at is null) = (withheld_reason is null));
comment on column answer_files.withheld_at is 'Since when it is for moderators alone, name and all; who opens it then is on record.';
comment on column answer_files.withheld_by is 'The reader who withheld it.';
comment on column answer_files.withheld_reason is 'Why; readers see it in the place of the file.';
