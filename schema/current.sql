-- The schema as the migrations leave it. Written by tools/schema; change it by a new file in schema/migrations/.

CREATE FUNCTION public.answer_is_heard() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    update consultees set heard_at = clock_timestamp()
        where consultation_id = new.consultation_id and heard_at is null and (unit_id = new.unit_id or answer_id = new.id);
    return null;
end $$;

CREATE FUNCTION public.answer_query(words text) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE
    SET client_min_messages TO 'warning'
    AS $$
declare
    parts text[];
    word text;
    term tsquery;
    asked tsquery := ''::tsquery;
    ending text;
    last_place bigint;
    place bigint;
begin
    select max(t.place) into last_place
        from regexp_matches(left(words, 200), '(-?)(?:"([^"]*)"|([^\s"]+))', 'g') with ordinality t (m, place);
    for parts, place in
        select t.m, t.place
            from regexp_matches(left(words, 200), '(-?)(?:"([^"]*)"|([^\s"]+))', 'g') with ordinality t (m, place)
            limit 20
    loop
        term := ''::tsquery;
        if parts[2] is not null then
            term := phraseto_tsquery('norwegian', parts[2]) || phraseto_tsquery('english', parts[2]);
        else
            ending := case when place = last_place or parts[3] like '%*' then ':*' else '' end;
            for word in select m[1] from regexp_matches(parts[3], '[[:alnum:]]+', 'g') m loop
                term := term && (to_tsquery('norwegian', word || ending) || to_tsquery('english', word || ending));
            end loop;
        end if;
        continue when numnode(term) = 0;
        asked := asked && case when parts[1] = '-' then !!term else term end;
    end loop;
    return asked;
end $$;

CREATE FUNCTION public.at_micros(bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$ select timestamptz 'epoch' + $1 * interval '1 microsecond' $_$;

CREATE FUNCTION public.awaits_hearing(process bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select exists (select from consultees e join consultations c on c.id = e.consultation_id
        where c.process_id = process and c.published_at is not null
          and e.must_be_heard and e.heard_at is null and e.waived_at is null)
$$;

CREATE FUNCTION public.ballot_rules_are_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.state <> 'draft' and (new.process_id, new.document_id, new.question, new.description, new.kind, new.disclosure,
            new.results_visible, new.admits_participants, new.opens_at, new.closes_at, new.opened_at, new.electorate_size,
            new.created_by)
        is distinct from (old.process_id, old.document_id, old.question, old.description, old.kind, old.disclosure,
            old.results_visible, old.admits_participants, old.opens_at, old.closes_at, old.opened_at, old.electorate_size,
            old.created_by) then
        raise exception 'the rules of ballot % are fixed', old.id using errcode = 'check_violation', constraint = 'ballot_rules_fixed';
    end if;
    if old.state = 'closed' and new is distinct from old then
        raise exception 'ballot % is closed', old.id using errcode = 'check_violation', constraint = 'ballot_closed';
    end if;
    return new;
end $$;

CREATE FUNCTION public.ballot_takes_rows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    at_fault bigint;
begin
    select b.id into at_fault from ballots b
        where b.id in (select distinct ballot_id from touched) and b.state <> tg_argv[0] limit 1;
    if found then
        raise exception 'ballot % takes no % in this state', at_fault, tg_table_name
            using errcode = 'check_violation', constraint = 'ballot_rules_fixed';
    end if;
    return null;
end $$;

CREATE FUNCTION public.ballot_waits_for_hearing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if awaits_hearing(new.process_id) then
        raise exception 'ballot % waits for bodies that must be heard', new.id
            using errcode = 'check_violation', constraint = 'ballot_waits_for_hearing';
    end if;
    return new;
end $$;

CREATE FUNCTION public.count_answer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    was boolean := tg_op = 'UPDATE' and old.state = 'submitted';
    is_now boolean := new.state = 'submitted';
begin
    -- What is erased on its day has been counted, and stays so: a number names nobody.
    if was and new.state = 'erased' then return null; end if;
    if was and is_now and old.counted = new.counted and old.voice = new.voice then return null; end if;
    if was then
        insert into tally_changes (consultation_id, voice, change, cells)
        values (old.consultation_id, old.voice, -1, old.counted);
    end if;
    if is_now then
        insert into tally_changes (consultation_id, voice, change, cells)
        values (new.consultation_id, new.voice, 1, new.counted);
    end if;
    return null;
end $$;

CREATE FUNCTION public.follow_answer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.state in ('withdrawn', 'erased') then
        new.shown := null;
        delete from redactions where answer_id = new.id;
        delete from read_answers where answer_id = new.id;
        delete from answer_families where answer_id = new.id;
        if new.state = 'withdrawn' then
            delete from marks where answer_id = new.id;
        else
            update marks set stems = null where answer_id = new.id;
        end if;
    end if;
    if new.state = 'submitted' or old.state = 'submitted' then
        insert into unsorted_answers values (new.id, new.consultation_id) on conflict do nothing;
    end if;
    return new;
end $$;

CREATE FUNCTION public.forget_outcome_links() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    delete from outcome_links where answer_id = new.id;
    return new;
end $$;

CREATE FUNCTION public.micros(timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$ select (extract(epoch from $1) * 1000000)::bigint $_$;

CREATE FUNCTION public.submitted_wording_is_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.state <> 'draft' and (new.document_id, new.number, new.version, new.kind, new.change, new.instruction, new.submitted_at, new.amends, new.amended_change, new.whole)
        is distinct from (old.document_id, old.number, old.version, old.kind, old.change, old.instruction, old.submitted_at, old.amends, old.amended_change, old.whole) then
        raise exception 'the wording of amendment % is fixed', old.id using errcode = 'check_violation', constraint = 'amendment_wording_fixed';
    end if;
    return new;
end $$;

CREATE TABLE public.accounts (
    id bigint NOT NULL,
    name text NOT NULL,
    email text,
    password_hash text,
    language text DEFAULT 'nb'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    erased_at timestamp with time zone,
    CONSTRAINT email_length CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
    CONSTRAINT erased_keeps_nothing CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (password_hash IS NULL)))),
    CONSTRAINT language_known CHECK ((language = ANY (ARRAY['nb'::text, 'en'::text]))),
    CONSTRAINT name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
);

COMMENT ON TABLE public.accounts IS 'A person who can sign in. Without a standing it is a participant.';

COMMENT ON COLUMN public.accounts.name IS 'The display name, shown with everything the person writes. "#17" once the account is erased: told as "Erased account 17" in the reader''s language.';

COMMENT ON COLUMN public.accounts.email IS 'Where mail goes; unique without regard to case; null after erasure.';

COMMENT ON COLUMN public.accounts.password_hash IS 'Argon2id in libsodium''s own string form; null where no password was set yet.';

COMMENT ON COLUMN public.accounts.confirmed_at IS 'When the address was confirmed; nobody signs in before.';

ALTER TABLE public.accounts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.accounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.address_keys (
    day date NOT NULL,
    key bytea NOT NULL
);

COMMENT ON TABLE public.address_keys IS 'The key of one day under which addresses are hashed; deleted when the day is over, so that no hash can be linked to an address or to another day.';

CREATE TABLE public.address_uses (
    consultation_id bigint NOT NULL,
    day date NOT NULL,
    address_hash bytea NOT NULL,
    answers integer NOT NULL
);

COMMENT ON TABLE public.address_uses IS 'How many answers came from a network address today; deleted when the day is over.';

CREATE TABLE public.amendment_collisions (
    amendment_id bigint NOT NULL,
    later_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.amendment_collisions IS 'That an amendment, as it was submitted, taken over or said anew, collides with one that was before the committee already: news for those who sponsor that one.';

CREATE TABLE public.amendment_comments (
    amendment_id bigint NOT NULL,
    comment_id bigint NOT NULL
);

COMMENT ON TABLE public.amendment_comments IS 'The comments on the text that an amendment answers, as its sponsor names them.';

CREATE TABLE public.amendment_sponsors (
    amendment_id bigint NOT NULL,
    account_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.amendment_sponsors IS 'Co-sponsors: their names stand beside the first sponsor''s, and one of them can take it over.';

CREATE TABLE public.amendment_supports (
    amendment_id bigint NOT NULL,
    account_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    member boolean DEFAULT true NOT NULL,
    units bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    wording integer DEFAULT 1 NOT NULL,
    CONSTRAINT supported_wording_counts CHECK ((wording >= 1)),
    CONSTRAINT supporter_units_length CHECK ((cardinality(units) <= 100))
);

COMMENT ON TABLE public.amendment_supports IS 'Who supports which amendment, in which wording.';

COMMENT ON COLUMN public.amendment_supports.member IS 'Whether the supporter was a member, with a standing in the party''s own tree, when they supported it.';

COMMENT ON COLUMN public.amendment_supports.units IS 'The units in which the supporter had a standing when they supported it, the most local first.';

COMMENT ON COLUMN public.amendment_supports.wording IS 'Which wording was supported. It counts as long as that is the last one; an older one is kept so that the supporter is told.';

CREATE TABLE public.amendment_wordings (
    amendment_id bigint NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    change text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT number_is_anew CHECK ((number > 1))
);

COMMENT ON TABLE public.amendment_wordings IS 'Each wording in which a sponsor said an amendment anew. Append only.';

COMMENT ON COLUMN public.amendment_wordings.version IS 'The version that it was written on, which its change is of.';

CREATE TABLE public.amendments (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    number integer,
    version integer NOT NULL,
    kind text NOT NULL,
    change text,
    instruction text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    sponsor_id bigint NOT NULL,
    sponsor_unit_id bigint,
    state text DEFAULT 'draft'::text NOT NULL,
    supports integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    submitted_at timestamp with time zone,
    decided_version integer,
    now_version integer NOT NULL,
    now_change text,
    carried text DEFAULT 'clean'::text NOT NULL,
    line_from integer DEFAULT 0 NOT NULL,
    line_to integer DEFAULT 0 NOT NULL,
    forwarded_from bigint,
    comment_count integer DEFAULT 0 NOT NULL,
    amends bigint,
    amended_change text,
    member_supports integer DEFAULT 0 NOT NULL,
    taken_words text DEFAULT ''::text NOT NULL,
    whole boolean DEFAULT false NOT NULL,
    carried_answer text,
    joined_into bigint,
    decided_at timestamp with time zone,
    decided_reason text DEFAULT ''::text NOT NULL,
    extent text,
    lost_to bigint,
    decided_by bigint,
    wording integer DEFAULT 1 NOT NULL,
    CONSTRAINT amended_wording_is_kept CHECK (((amends IS NULL) = (amended_change IS NULL))),
    CONSTRAINT amends_another CHECK ((amends <> id)),
    CONSTRAINT carried_answer_known CHECK ((carried_answer = ANY (ARRAY['confirmed'::text, 'objected'::text]))),
    CONSTRAINT carried_known CHECK ((carried = ANY (ARRAY['clean'::text, 'needs_sponsor'::text, 'moot'::text]))),
    CONSTRAINT comment_count_counts CHECK ((comment_count >= 0)),
    CONSTRAINT decided_alone_tells CHECK (((decided_version IS NOT NULL) OR ((decided_at IS NULL) AND (decided_reason = ''::text)))),
    CONSTRAINT decided_names_body CHECK (((decided_by IS NOT NULL) = (decided_version IS NOT NULL))),
    CONSTRAINT decided_names_version CHECK (((state = ANY (ARRAY['adopted'::text, 'rejected'::text])) = (decided_version IS NOT NULL))),
    CONSTRAINT decided_reason_size CHECK ((octet_length(decided_reason) <= 20480)),
    CONSTRAINT extent_is_decided CHECK (((extent IS NULL) OR (state =
CASE extent
    WHEN 'none'::text THEN 'rejected'::text
    ELSE 'adopted'::text
END))),
    CONSTRAINT extent_known CHECK ((extent = ANY (ARRAY['none'::text, 'part'::text, 'whole'::text]))),
    CONSTRAINT instruction_size CHECK ((octet_length(instruction) <= 20480)),
    CONSTRAINT joined_another CHECK ((joined_into <> id)),
    CONSTRAINT joined_is_withdrawn CHECK (((joined_into IS NULL) OR (state = 'withdrawn'::text))),
    CONSTRAINT kind_known CHECK ((kind = ANY (ARRAY['text'::text, 'principle'::text]))),
    CONSTRAINT lost_is_left_out CHECK (((lost_to IS NULL) OR (extent = 'none'::text) OR (extent = 'part'::text))),
    CONSTRAINT member_supports_count CHECK ((member_supports >= 0)),
    CONSTRAINT numbered_when_submitted CHECK ((((state = 'draft'::text) = (number IS NULL)) AND ((number IS NULL) = (submitted_at IS NULL)))),
    CONSTRAINT reason_size CHECK ((octet_length(reason) <= 20480)),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'withdrawn'::text, 'adopted'::text, 'rejected'::text]))),
    CONSTRAINT supports_count CHECK ((supports >= 0)),
    CONSTRAINT taken_words_size CHECK ((octet_length(taken_words) <= 20480)),
    CONSTRAINT text_has_change CHECK (((kind = 'text'::text) = (change IS NOT NULL))),
    CONSTRAINT wording_counts CHECK ((wording >= 1))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.amendments IS 'A change that somebody wants in a text, or a principle: an instruction without text.';

COMMENT ON COLUMN public.amendments.number IS '"A 214": given when it is submitted, in order, for good.';

COMMENT ON COLUMN public.amendments.change IS 'ChangeSet JSON against the version it was written on; never altered once submitted.';

COMMENT ON COLUMN public.amendments.decided_version IS 'The newest version once it was decided: the one that was made by deciding it, else the one that stood. An adopted text is in it.';

COMMENT ON COLUMN public.amendments.now_change IS 'The same carried to now_version; null where that needs the sponsor, is moot, or for a principle.';

COMMENT ON COLUMN public.amendments.carried IS 'How it stands to the newest version: clean (rebased), needs_sponsor (its passage was changed otherwise), moot (done already, or its passage is gone).';

COMMENT ON COLUMN public.amendments.line_from IS 'With line_to: the official lines of now_version that it touches; 0 for a principle.';

COMMENT ON COLUMN public.amendments.forwarded_from IS 'The amendment of another document that a unit sent on as this one.';

COMMENT ON COLUMN public.amendments.comment_count IS 'Comments that are shown, replies included.';

COMMENT ON COLUMN public.amendments.amends IS 'The amendment that this one amends; its change is then that one as this one would have it.';

COMMENT ON COLUMN public.amendments.amended_change IS 'The wording of the amended one that this was written on, ChangeSet JSON against version; never altered once submitted.';

COMMENT ON COLUMN public.amendments.member_supports IS 'How many of the supporters are members.';

COMMENT ON COLUMN public.amendments.taken_words IS 'The beginning of the words that it takes out of the text, so that a search finds them.';

COMMENT ON COLUMN public.amendments.whole IS 'A counter-draft: another text in the place of the whole document, which excludes every other amendment.';

COMMENT ON COLUMN public.amendments.carried_answer IS 'What its sponsor answered to where it stands in now_version; null: nothing yet.';

COMMENT ON COLUMN public.amendments.joined_into IS 'The amendment with which its sponsors went together, withdrawing this one.';

COMMENT ON COLUMN public.amendments.decided_at IS 'When it was decided; null where that was before it was kept.';

COMMENT ON COLUMN public.amendments.decided_reason IS 'Why editors rejected it, alone or in the merge room; empty where they did not say, and where a meeting decided.';

COMMENT ON COLUMN public.amendments.extent IS 'How much of it stands in the version that a merge made: whole, part (in another wording), none (left out by hand, and so rejected); null where no merge took it.';

COMMENT ON COLUMN public.amendments.lost_to IS 'Where it was left out: the amendment whose words were chosen in the place of its own.';

COMMENT ON COLUMN public.amendments.decided_by IS 'The body that decided: the unit whose meeting voted, else the committee that edits, or the unit whose process it is.';

COMMENT ON COLUMN public.amendments.wording IS 'How many wordings it has had: 1 is amendments.change, the others are in amendment_wordings.';

ALTER TABLE public.amendments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.amendments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.anchors (
    comment_id bigint NOT NULL,
    document_id bigint NOT NULL,
    version integer NOT NULL,
    block integer NOT NULL,
    whole_block boolean NOT NULL,
    quote text NOT NULL,
    made_from integer NOT NULL,
    made_to integer NOT NULL,
    now_block integer,
    now_from integer,
    now_to integer,
    state text NOT NULL,
    CONSTRAINT now_complete CHECK ((((now_block IS NULL) = (now_from IS NULL)) AND ((now_from IS NULL) = (now_to IS NULL)))),
    CONSTRAINT orphaned_is_nowhere CHECK (((state = 'orphaned'::text) = (now_block IS NULL))),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['exact'::text, 'changed'::text, 'orphaned'::text])))
)
WITH (fillfactor='80');

COMMENT ON TABLE public.anchors IS 'Where a comment hangs: as it was made, and carried to the newest version.';

COMMENT ON COLUMN public.anchors.made_from IS 'With made_to: range in the visible text of the block, UTF-16 code units, in the version it was made on.';

COMMENT ON COLUMN public.anchors.now_from IS 'With now_to: the same in the newest version. Relative to the block, so that only anchors in changed blocks are written.';

CREATE TABLE public.answer_confirmations (
    token_hash bytea NOT NULL,
    answer_id bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

COMMENT ON TABLE public.answer_confirmations IS 'Mailed links, each for one use, that make an answer count which came without a proof of work.';

CREATE TABLE public.answer_families (
    answer_id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    family_id bigint NOT NULL,
    sketch bytea
);

COMMENT ON TABLE public.answer_families IS 'The families of nearly identical answers; all of it can be found anew from the answers.';

COMMENT ON COLUMN public.answer_families.family_id IS 'The answer after which the family is named: its first. One that is like no other is its own.';

COMMENT ON COLUMN public.answer_families.sketch IS 'Of those that new answers are compared with: the numbers of its runs of three words, four bytes each, little end first.';

CREATE TABLE public.answer_files (
    id bigint NOT NULL,
    answer_id bigint NOT NULL,
    question text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes bytea NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    withheld_at timestamp with time zone,
    withheld_by bigint,
    withheld_reason text,
    CONSTRAINT bytes_size CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 10485760))),
    CONSTRAINT kind_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text, 'odt'::text, 'docx'::text, 'text'::text]))),
    CONSTRAINT name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
    CONSTRAINT question_length CHECK (((char_length(question) >= 1) AND (char_length(question) <= 40))),
    CONSTRAINT withheld_reason_length CHECK (((char_length(withheld_reason) >= 1) AND (char_length(withheld_reason) <= 500))),
    CONSTRAINT withholding_is_whole CHECK ((((withheld_at IS NULL) = (withheld_by IS NULL)) AND ((withheld_at IS NULL) = (withheld_reason IS NULL))))
);
ALTER TABLE ONLY public.answer_files ALTER COLUMN bytes SET STORAGE EXTERNAL;

COMMENT ON TABLE public.answer_files IS 'Files that came with an answer; served as attachments alone, never as pages.';

COMMENT ON COLUMN public.answer_files.question IS 'The key of the question that asked for it.';

COMMENT ON COLUMN public.answer_files.kind IS 'What the content was found to be, whatever it was called.';

COMMENT ON COLUMN public.answer_files.withheld_at IS 'Since when it is for moderators alone, name and all; who opens it then is on record.';

COMMENT ON COLUMN public.answer_files.withheld_by IS 'The reader who withheld it.';

COMMENT ON COLUMN public.answer_files.withheld_reason IS 'Why; readers see it in the place of the file.';

ALTER TABLE public.answer_files ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.answer_files_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.answer_links (
    token_hash bytea NOT NULL,
    answer_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.answer_links IS 'Further links to an answer: of each who writes on a unit''s, and of an account that has gone on with its own. Only hashes are stored.';

CREATE TABLE public.answer_tallies (
    consultation_id bigint NOT NULL,
    voice text NOT NULL,
    cell text NOT NULL,
    count bigint NOT NULL
);

COMMENT ON TABLE public.answer_tallies IS 'How many answers count in each cell, by voice. The cell "" counts the answers, "#" the changes. What tally_changes holds comes on top.';

CREATE TABLE public.answered_requests (
    scope text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    status integer,
    reply text,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.answered_requests IS 'Idempotency: the answer that a create got, kept for a day, so that the same request again creates nothing.';

COMMENT ON COLUMN public.answered_requests.scope IS 'Whose key it is: "account:12", or "address:<hash>" for somebody not signed in.';

CREATE TABLE public.answers (
    id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    revision integer NOT NULL,
    token_hash bytea NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    receipt bigint,
    voice text DEFAULT 'public'::text NOT NULL,
    account_id bigint,
    author_name text,
    email text,
    typed text DEFAULT '{}'::text NOT NULL,
    content text DEFAULT '{}'::text NOT NULL,
    once boolean DEFAULT true NOT NULL,
    code_hash bytea,
    consent_text text,
    consented_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    held_for text,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    submitted_at timestamp with time zone,
    edits integer DEFAULT 0 NOT NULL,
    search tsvector,
    unit_id bigint,
    body_name text,
    meeting text,
    votes_for integer,
    votes_against integer,
    votes_abstain integer,
    sponsors text[] DEFAULT '{}'::text[] NOT NULL,
    language text DEFAULT 'nb'::text NOT NULL,
    may_publish boolean DEFAULT false NOT NULL,
    wants_outcome boolean DEFAULT false NOT NULL,
    entered_by bigint,
    shown text,
    counted text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT author_name_length CHECK (((char_length(author_name) >= 1) AND (char_length(author_name) <= 100))),
    CONSTRAINT body_name_length CHECK (((char_length(body_name) >= 1) AND (char_length(body_name) <= 200))),
    CONSTRAINT consent_size CHECK ((octet_length(consent_text) <= 20480)),
    CONSTRAINT content_size CHECK ((octet_length(content) <= 1048576)),
    CONSTRAINT email_length CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
    CONSTRAINT erased_keeps_no_person CHECK (((state <> 'erased'::text) OR ((account_id IS NULL) AND (author_name IS NULL) AND (email IS NULL)))),
    CONSTRAINT language_known CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))),
    CONSTRAINT meeting_size CHECK (((octet_length(meeting) >= 1) AND (octet_length(meeting) <= 20480))),
    CONSTRAINT one_body CHECK (((unit_id IS NULL) OR (body_name IS NULL))),
    CONSTRAINT published_with_consent CHECK (((NOT may_publish) OR (consented_at IS NOT NULL))),
    CONSTRAINT shown_size CHECK ((octet_length(shown) <= 3145728)),
    CONSTRAINT sponsors_count CHECK ((cardinality(sponsors) <= 20)),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['draft'::text, 'unconfirmed'::text, 'held'::text, 'submitted'::text, 'refused'::text, 'withdrawn'::text, 'erased'::text]))),
    CONSTRAINT submitted_has_receipt CHECK (((state = ANY (ARRAY['draft'::text, 'unconfirmed'::text, 'erased'::text])) OR (receipt IS NOT NULL))),
    CONSTRAINT typed_size CHECK ((octet_length(typed) <= 1048576)),
    CONSTRAINT voice_known CHECK ((voice = ANY (ARRAY['members'::text, 'units'::text, 'youth_wing'::text, 'unions'::text, 'organisations'::text, 'public'::text]))),
    CONSTRAINT votes_abstain_counts CHECK (((votes_abstain >= 0) AND (votes_abstain <= 1000000))),
    CONSTRAINT votes_against_counts CHECK (((votes_against >= 0) AND (votes_against <= 1000000))),
    CONSTRAINT votes_for_counts CHECK (((votes_for >= 0) AND (votes_for <= 1000000)))
);

COMMENT ON TABLE public.answers IS 'What one person answered to a consultation.';

COMMENT ON COLUMN public.answers.token_hash IS 'The link by which one comes back holds 32 random bytes; the hash of them stands here.';

COMMENT ON COLUMN public.answers.state IS 'unconfirmed: sent without a proof of work, and the mailed link was not used yet; held: waits for a moderator.';

COMMENT ON COLUMN public.answers.receipt IS 'The number on the receipt; given at the first submission.';

COMMENT ON COLUMN public.answers.voice IS 'Whose voice it is counted with. Persons: members of the party, of its youth wing or of a union alone, the public. Bodies: units of the party, or the youth wing, unions and other organisations by their units or by name. Never mixed in a count.';

COMMENT ON COLUMN public.answers.account_id IS 'Who gave it, where that is known. Of an answer for a unit: who sent it last.';

COMMENT ON COLUMN public.answers.author_name IS 'Of a person without account: the name that they gave. Of an organisation outside of the tree: whom to ask there.';

COMMENT ON COLUMN public.answers.typed IS 'What is being written, as it was typed; stored as one goes.';

COMMENT ON COLUMN public.answers.content IS 'What was submitted. Field name to texts, as JSON: {"q1":["yes"],"q2.wording":["…"]}. Only what was asked of this answer.';

COMMENT ON COLUMN public.answers.once IS 'Whether the account may have but one; false where the form takes as many as one likes.';

COMMENT ON COLUMN public.answers.consent_text IS 'What was shown where consent was given, word for word.';

COMMENT ON COLUMN public.answers.held_for IS 'Why it waits for a moderator: moderation, trap.';

COMMENT ON COLUMN public.answers.search IS 'Its texts with Norwegian and English stems.';

COMMENT ON COLUMN public.answers.unit_id IS 'The unit on whose behalf it is.';

COMMENT ON COLUMN public.answers.body_name IS 'An organisation outside of the tree of units, by its name, on whose behalf it is.';

COMMENT ON COLUMN public.answers.meeting IS 'What the minutes say of the meeting that decided it.';

COMMENT ON COLUMN public.answers.sponsors IS 'The names of further bodies that stand behind it.';

COMMENT ON COLUMN public.answers.language IS 'In which of the form''s languages it is answered.';

COMMENT ON COLUMN public.answers.may_publish IS 'Whether its author consented to its being shown to others; the words are part of consent_text.';

COMMENT ON COLUMN public.answers.wants_outcome IS 'Whether to tell when the answers are answered.';

COMMENT ON COLUMN public.answers.entered_by IS 'Of an answer on paper: who typed it in. Consent was given on paper.';

COMMENT ON COLUMN public.answers.shown IS 'What is read of an answer in which something is redacted: `content` with a bar for each unit that is blacked out, so that passages keep their places. Null where nothing is.';

COMMENT ON COLUMN public.answers.counted IS 'The cells of the tables in which this answer counts: "question=" for having answered it, "question=option". What is counted of it follows by trigger.';

ALTER TABLE public.answers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.answers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_trail (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    account_id bigint,
    act text NOT NULL,
    object text NOT NULL,
    details text DEFAULT ''::text NOT NULL
);

COMMENT ON TABLE public.audit_trail IS 'Acts of office: standings, stages, hiding, ballots. Append only.';

ALTER TABLE public.audit_trail ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_trail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ballot_units (
    ballot_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

COMMENT ON TABLE public.ballot_units IS 'The units whose members, and those below them, are the electorate.';

CREATE TABLE public.ballots (
    id bigint NOT NULL,
    process_id bigint NOT NULL,
    document_id bigint,
    question text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    disclosure text NOT NULL,
    results_visible text NOT NULL,
    admits_participants boolean DEFAULT false NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    electorate_size integer DEFAULT 0 NOT NULL,
    voted_members integer DEFAULT 0 NOT NULL,
    voted_participants integer DEFAULT 0 NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT closed_has_time CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
    CONSTRAINT closes_after_opening CHECK (((closes_at IS NULL) OR (opens_at IS NULL) OR (closes_at > opens_at))),
    CONSTRAINT description_size CHECK ((octet_length(description) <= 20480)),
    CONSTRAINT disclosure_known CHECK ((disclosure = ANY (ARRAY['named'::text, 'result_only'::text]))),
    CONSTRAINT electorate_size_counts CHECK ((electorate_size >= 0)),
    CONSTRAINT kind_known CHECK ((kind = ANY (ARRAY['approval'::text, 'options'::text]))),
    CONSTRAINT opened_unless_draft CHECK (((state = 'draft'::text) = (opened_at IS NULL))),
    CONSTRAINT question_length CHECK (((char_length(question) >= 1) AND (char_length(question) <= 300))),
    CONSTRAINT results_visible_known CHECK ((results_visible = ANY (ARRAY['after_close'::text, 'always'::text]))),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
);

COMMENT ON TABLE public.ballots IS 'A question that is voted on. Its rules are fixed from the opening on.';

COMMENT ON COLUMN public.ballots.electorate_size IS 'How many members may vote; counted once, when the electorate is frozen.';

COMMENT ON COLUMN public.ballots.voted_members IS 'Turnout, kept in the transaction of the vote, so that showing it reads no vote.';

ALTER TABLE public.ballots ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ballots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.choices (
    id bigint NOT NULL,
    ballot_id bigint NOT NULL,
    ordinal integer NOT NULL,
    label text NOT NULL,
    CONSTRAINT label_length CHECK (((char_length(label) >= 1) AND (char_length(label) <= 200)))
);

COMMENT ON TABLE public.choices IS 'What can be answered. For an approval: for, against, abstain.';

ALTER TABLE public.choices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.choices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.collisions_seen (
    account_id bigint NOT NULL,
    amendment_id bigint NOT NULL,
    later_id bigint NOT NULL
);

COMMENT ON TABLE public.collisions_seen IS 'To whom that is no news any more. Where the later one is said anew it is news again.';

CREATE TABLE public.comment_edits (
    comment_id bigint NOT NULL,
    ordinal integer NOT NULL,
    text text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.comment_edits IS 'Earlier texts of comments that were edited after their first 15 minutes. Emptied when the comment is deleted.';

CREATE TABLE public.comments (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    parent_id bigint,
    root_id bigint,
    author_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    text text NOT NULL,
    stance text,
    supports integer DEFAULT 0 NOT NULL,
    replies integer DEFAULT 0 NOT NULL,
    state text DEFAULT 'shown'::text NOT NULL,
    hidden_by bigint,
    hidden_reason text,
    appeal text,
    resolved_by bigint,
    resolved_at timestamp with time zone,
    answer text,
    amendment_id bigint,
    CONSTRAINT hidden_has_reason CHECK (((state <> 'hidden'::text) OR (hidden_reason IS NOT NULL))),
    CONSTRAINT replies_count CHECK ((replies >= 0)),
    CONSTRAINT reply_has_root CHECK (((parent_id IS NULL) = (root_id IS NULL))),
    CONSTRAINT resolved_has_answer CHECK (((resolved_at IS NULL) = (answer IS NULL))),
    CONSTRAINT stance_known CHECK ((stance = ANY (ARRAY['for'::text, 'against'::text, 'neutral'::text]))),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['shown'::text, 'hidden'::text, 'deleted'::text]))),
    CONSTRAINT supports_count CHECK ((supports >= 0)),
    CONSTRAINT text_size CHECK ((octet_length(text) <= 20480))
);

COMMENT ON TABLE public.comments IS 'What somebody says about a document, a block or a range of words, or in reply.';

COMMENT ON COLUMN public.comments.root_id IS 'The first comment of the thread; null for that one itself.';

COMMENT ON COLUMN public.comments.state IS 'hidden: by a moderator, with a reason; deleted: by the author, a tombstone whose text is emptied.';

COMMENT ON COLUMN public.comments.amendment_id IS 'The amendment that the thread is about, the same in its replies; null for what is said about the document itself.';

ALTER TABLE public.comments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.consultation_codes (
    consultation_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.consultation_codes IS 'Codes that were handed out, each for one answer. Only a hash is stored.';

CREATE TABLE public.consultations (
    id bigint NOT NULL,
    process_id bigint NOT NULL,
    document_id bigint,
    version integer,
    title text NOT NULL,
    introduction text DEFAULT ''::text NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    once text DEFAULT 'person'::text NOT NULL,
    allows_anonymous boolean DEFAULT true NOT NULL,
    holds_answers boolean DEFAULT false NOT NULL,
    per_address integer DEFAULT 20 NOT NULL,
    purpose text NOT NULL,
    erases_at timestamp with time zone NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    publishes_answers boolean DEFAULT false NOT NULL,
    asks_proof boolean DEFAULT true NOT NULL,
    CONSTRAINT closes_after_opening CHECK ((closes_at > opens_at)),
    CONSTRAINT erases_after_closing CHECK ((erases_at > closes_at)),
    CONSTRAINT introduction_size CHECK ((octet_length(introduction) <= 20480)),
    CONSTRAINT once_known CHECK ((once = ANY (ARRAY['person'::text, 'code'::text, 'unlimited'::text]))),
    CONSTRAINT per_address_range CHECK (((per_address >= 1) AND (per_address <= 10000))),
    CONSTRAINT purpose_length CHECK (((char_length(purpose) >= 1) AND (char_length(purpose) <= 1000))),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
    CONSTRAINT version_of_document CHECK (((version IS NULL) = (document_id IS NULL)))
);

COMMENT ON TABLE public.consultations IS 'An open hearing (høring) with a form, within a process; who may read the process may answer.';

COMMENT ON COLUMN public.consultations.published_at IS 'Null: a draft that editors alone see. From then on it opens and closes by its times.';

COMMENT ON COLUMN public.consultations.once IS 'One answer per person, one per code that was handed out, or as many as one likes.';

COMMENT ON COLUMN public.consultations.holds_answers IS 'Whether a moderator looks at each answer before others see it.';

COMMENT ON COLUMN public.consultations.per_address IS 'Answers that are taken from one network address a day.';

COMMENT ON COLUMN public.consultations.purpose IS 'What the answers are used for; shown where consent is asked.';

COMMENT ON COLUMN public.consultations.erases_at IS 'When the answers are erased; shown where consent is asked.';

COMMENT ON COLUMN public.consultations.revision IS 'The newest revision of its form.';

COMMENT ON COLUMN public.consultations.publishes_answers IS 'Whether answers are shown to everybody who may read the process: those whose author consented to it and that somebody of the process has let in.';

COMMENT ON COLUMN public.consultations.asks_proof IS 'Whether somebody without an account or a code shows a proof of work, or confirms by mail, before an answer counts.';

ALTER TABLE public.consultations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consultations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.consultee_links (
    token_hash bytea NOT NULL,
    consultee_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.consultee_links IS 'The links that were mailed to consultees, one for each mail. Only hashes are stored.';

CREATE TABLE public.consultees (
    id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    unit_id bigint,
    name text,
    email text,
    must_be_heard boolean DEFAULT false NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    opened_at timestamp with time zone,
    reminded_at timestamp with time zone,
    heard_at timestamp with time zone,
    answer_id bigint,
    declined_at timestamp with time zone,
    declined_word text,
    waived_at timestamp with time zone,
    waived_by bigint,
    waiver_reason text,
    CONSTRAINT consultee_email_length CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
    CONSTRAINT consultee_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT declined_word_length CHECK (((char_length(declined_word) >= 1) AND (char_length(declined_word) <= 1000))),
    CONSTRAINT organisation_has_address CHECK (((name IS NULL) OR (email IS NOT NULL))),
    CONSTRAINT reminded_after_sending CHECK (((reminded_at IS NULL) OR (sent_at IS NOT NULL))),
    CONSTRAINT unit_or_organisation CHECK (((unit_id IS NULL) <> (name IS NULL))),
    CONSTRAINT waiver_is_whole CHECK ((((waived_at IS NULL) = (waived_by IS NULL)) AND ((waived_at IS NULL) = (waiver_reason IS NULL)))),
    CONSTRAINT waiver_reason_length CHECK (((char_length(waiver_reason) >= 1) AND (char_length(waiver_reason) <= 1000)))
);

COMMENT ON TABLE public.consultees IS 'Whom a consultation is sent to (høringsinstanser): units, or organisations outside of the tree by name and address.';

COMMENT ON COLUMN public.consultees.email IS 'Of a unit: a further address beside its editors and administrators. Of an organisation: where it is written to.';

COMMENT ON COLUMN public.consultees.must_be_heard IS 'A stage that decides cannot begin before this body has answered or an editor has waived that with a reason.';

COMMENT ON COLUMN public.consultees.opened_at IS 'When a person first did something on the page of its link.';

COMMENT ON COLUMN public.consultees.heard_at IS 'When its answer first counted (a trigger on answers writes it). Stays when the answer is withdrawn or erased: it has been heard, and what has begun since does not end.';

COMMENT ON COLUMN public.consultees.answer_id IS 'The answer that was begun by its link: whoever has such a link writes on it for the body. The answer of a unit is found by the unit as well.';

COMMENT ON COLUMN public.consultees.declined_word IS 'What it said when it declined to answer; shown with its name.';

COMMENT ON COLUMN public.consultees.waiver_reason IS 'Why it need not be heard any more; shown to everybody who may read the process.';

ALTER TABLE public.consultees ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consultees_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.dissents (
    id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    names text NOT NULL,
    text text NOT NULL,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT names_length CHECK (((char_length(names) >= 1) AND (char_length(names) <= 500))),
    CONSTRAINT text_size CHECK (((octet_length(text) >= 1) AND (octet_length(text) <= 20480)))
);

COMMENT ON TABLE public.dissents IS 'A minority''s view beside a recommendation. Append only: no majority can take it away.';

ALTER TABLE public.dissents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.dissents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents (
    id bigint NOT NULL,
    process_id bigint NOT NULL,
    title text NOT NULL,
    head integer DEFAULT 0 NOT NULL,
    line_width integer DEFAULT 80 NOT NULL,
    next_block integer DEFAULT 1 NOT NULL,
    comment_count integer DEFAULT 0 NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    amendment_count integer DEFAULT 0 NOT NULL,
    merge_followed boolean DEFAULT false NOT NULL,
    CONSTRAINT comment_count_counts CHECK ((comment_count >= 0)),
    CONSTRAINT head_counts CHECK ((head >= 0)),
    CONSTRAINT line_width_sane CHECK (((line_width >= 40) AND (line_width <= 200))),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

COMMENT ON TABLE public.documents IS 'A text that a process is about.';

COMMENT ON COLUMN public.documents.head IS 'The number of the newest version.';

COMMENT ON COLUMN public.documents.next_block IS 'The next block number that was never used in this document.';

COMMENT ON COLUMN public.documents.comment_count IS 'Comments that are shown; kept in the transaction that changes them.';

COMMENT ON COLUMN public.documents.amendment_count IS 'The number of the newest amendment: amendments are numbered for good as they are submitted.';

COMMENT ON COLUMN public.documents.merge_followed IS 'Whether readers may see the merge room as it stands; deciding in it is the editors'' alone.';

ALTER TABLE public.documents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.documents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.electorate (
    ballot_id bigint NOT NULL,
    account_id bigint NOT NULL
);

COMMENT ON TABLE public.electorate IS 'The members who may vote, frozen at the opening. Append only.';

CREATE TABLE public.events (
    topic text NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    subject bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.events IS 'What changed, as a kind and the id of the thing. The body is read from the thing as it is now, so that no event can tell what was hidden since. Append only.';

CREATE TABLE public.family_rounds (
    consultation_id bigint NOT NULL,
    round bigint DEFAULT 0 NOT NULL
);

COMMENT ON TABLE public.family_rounds IS 'How often families were brought up to date; a server that missed a round reads them anew.';

CREATE TABLE public.form_revisions (
    consultation_id bigint NOT NULL,
    number integer NOT NULL,
    definition text NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edits integer DEFAULT 1 NOT NULL,
    CONSTRAINT definition_size CHECK (((octet_length(definition) >= 2) AND (octet_length(definition) <= 262144)))
);

COMMENT ON TABLE public.form_revisions IS 'The questions, as JSON (docs/reference/form.schema.json). Append only from the first answer on: each answer names the revision that was answered.';

COMMENT ON COLUMN public.form_revisions.edits IS 'How often it was stored: who stores it names the one that was changed, so that two editors do not write over each other.';

CREATE TABLE public.form_templates (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    shared boolean DEFAULT false NOT NULL,
    created_by bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT definition_size CHECK (((octet_length(definition) >= 2) AND (octet_length(definition) <= 262144))),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

COMMENT ON TABLE public.form_templates IS 'Forms that a unit keeps for use again; the units below it may use them too.';

COMMENT ON COLUMN public.form_templates.definition IS 'The questions, as JSON (docs/reference/form.schema.json).';

COMMENT ON COLUMN public.form_templates.shared IS 'Whether all units of the organisation may use it, as a model municipality shares what it has tried.';

ALTER TABLE public.form_templates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.form_templates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.invitations (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    email text NOT NULL,
    unit_id bigint NOT NULL,
    role text NOT NULL,
    invited_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    used_by bigint,
    CONSTRAINT email_length CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
    CONSTRAINT role_known CHECK ((role = ANY (ARRAY['member'::text, 'editor'::text, 'moderator'::text, 'administrator'::text]))),
    CONSTRAINT used_by_somebody CHECK (((used_at IS NULL) = (used_by IS NULL)))
);

COMMENT ON TABLE public.invitations IS 'A mailed link that gives its one user a standing, once.';

ALTER TABLE public.invitations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invitations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_links (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    purpose text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    name text,
    password_hash text,
    invitation_id bigint,
    CONSTRAINT name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
    CONSTRAINT purpose_known CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text]))),
    CONSTRAINT used_keeps_no_password CHECK (((used_at IS NULL) OR (password_hash IS NULL)))
);

COMMENT ON TABLE public.mail_links IS 'Single-use links that were mailed. Only a hash of the token is stored.';

COMMENT ON COLUMN public.mail_links.name IS 'For confirm: the name that the account gets when the link is used.';

COMMENT ON COLUMN public.mail_links.password_hash IS 'For confirm: the password that the account gets; null once used.';

COMMENT ON COLUMN public.mail_links.invitation_id IS 'For confirm: the invitation that is used with the link, if it still holds then.';

CREATE TABLE public.marks (
    id bigint NOT NULL,
    answer_id bigint NOT NULL,
    field text NOT NULL,
    first integer NOT NULL,
    past integer NOT NULL,
    theme_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    source text DEFAULT 'hand'::text NOT NULL,
    because_of bigint,
    stems text[],
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT field_length CHECK (((char_length(field) >= 1) AND (char_length(field) <= 100))),
    CONSTRAINT passage_is_one CHECK (((first >= 0) AND (past > first))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['hand'::text, 'suggestion'::text, 'family'::text])))
);

COMMENT ON TABLE public.marks IS 'A passage of an answer that a reader gave a theme.';

COMMENT ON COLUMN public.marks.field IS 'Which text of the answer: the name of its field.';

COMMENT ON COLUMN public.marks.first IS 'The passage in UTF-16 units of that text, from here to `past`.';

COMMENT ON COLUMN public.marks.source IS 'By hand, a suggestion that the reader confirmed, or carried to an answer of the same family.';

COMMENT ON COLUMN public.marks.because_of IS 'The mark whose passage was alike, of a suggestion; the mark that was carried, of a family.';

COMMENT ON COLUMN public.marks.stems IS 'The stems of the passage without what is redacted, by which passages like it are found; null once the answer is erased.';

ALTER TABLE public.marks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.marks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.merge_decisions (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    version integer NOT NULL,
    amendment_id bigint NOT NULL,
    decision text NOT NULL,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    reason_by bigint,
    instead_of bigint,
    undone_by bigint,
    CONSTRAINT decision_known CHECK ((decision = ANY (ARRAY['take'::text, 'take_changed'::text, 'leave'::text, 'open'::text]))),
    CONSTRAINT reason_names_who_gave_it CHECK (((reason = ''::text) OR (reason_by IS NOT NULL))),
    CONSTRAINT reason_of_left_ones CHECK (((reason = ''::text) OR (decision = 'leave'::text))),
    CONSTRAINT reason_size CHECK ((octet_length(reason) <= 8192))
);

COMMENT ON TABLE public.merge_decisions IS 'The merge room''s work on a version, decision by decision; of one amendment the last counts. Append only.';

COMMENT ON COLUMN public.merge_decisions.author_id IS 'Who decided; where a reason is given later, who made the decision that it is about.';

COMMENT ON COLUMN public.merge_decisions.reason IS 'Why editors left it; empty where they did not say. A reason that is written or changed later is a row more.';

COMMENT ON COLUMN public.merge_decisions.reason_by IS 'Who gave the reason, or took it back; null where nobody has.';

COMMENT ON COLUMN public.merge_decisions.instead_of IS 'What stood there before this and stands again where its author takes it back; null where nobody had decided. What stands again has that of what it repeats.';

COMMENT ON COLUMN public.merge_decisions.undone_by IS 'Who took back what stood instead of this, so that it stands again; null where it was decided anew.';

ALTER TABLE public.merge_decisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.merge_decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.merge_texts (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    version integer NOT NULL,
    from_at integer NOT NULL,
    to_at integer NOT NULL,
    text text,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    grounds text,
    instead_of bigint,
    undone_by bigint,
    CONSTRAINT grounds_is_fingerprint CHECK ((length(grounds) = 64)),
    CONSTRAINT range_is_one CHECK (((from_at >= 0) AND (to_at >= from_at)))
);

COMMENT ON TABLE public.merge_texts IS 'What is written by hand where amendments collide, for a range of the version''s text; null takes it back. Append only.';

COMMENT ON COLUMN public.merge_texts.grounds IS 'A fingerprint of the amendments that were taken there and of the words of each: the text counts while they are the same. Null: written before this was kept, and counts always.';

COMMENT ON COLUMN public.merge_texts.instead_of IS 'As of merge_decisions: what stood in its place before.';

COMMENT ON COLUMN public.merge_texts.undone_by IS 'As of merge_decisions: who took back what stood instead of this.';

ALTER TABLE public.merge_texts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.merge_texts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outbox (
    id bigint NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    try_at timestamp with time zone DEFAULT now() NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    sent_at timestamp with time zone,
    failure text
);

COMMENT ON TABLE public.outbox IS 'Mails, written in the transaction that causes them and sent by a loop with retries. Emptied of text once sent.';

ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outcome_links (
    token_hash bytea NOT NULL,
    answer_id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.outcome_links IS 'Mailed links that show what became of an answer and let nobody change it. Only a hash is stored.';

CREATE TABLE public.outcome_mailings (
    consultation_id bigint NOT NULL,
    edition integer NOT NULL,
    after_answer bigint DEFAULT 0 NOT NULL,
    told integer DEFAULT 0 NOT NULL,
    done_at timestamp with time zone
);

COMMENT ON TABLE public.outcome_mailings IS 'How far everybody who wanted it is told of an edition. Mails are written in batches, each in one transaction with its step here, so each goes out once.';

COMMENT ON COLUMN public.outcome_mailings.after_answer IS 'Answers up to this one have been seen to.';

COMMENT ON COLUMN public.outcome_mailings.told IS 'How many mails were written.';

CREATE TABLE public.process_units (
    process_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

COMMENT ON TABLE public.process_units IS 'The named units of a process whose audience is "units"; those below them count too.';

CREATE TABLE public.processes (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    title text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    audience text NOT NULL,
    admits_participants boolean DEFAULT false NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    amendments_until timestamp with time zone,
    participants_amend boolean DEFAULT false NOT NULL,
    supporters_needed integer DEFAULT 0 NOT NULL,
    amendments_each integer DEFAULT 0 NOT NULL,
    supporters_from text DEFAULT 'everybody'::text NOT NULL,
    chain bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    supporters_units bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    supporter_units_needed integer DEFAULT 0 NOT NULL,
    CONSTRAINT amendments_each_counts CHECK (((amendments_each >= 0) AND (amendments_each <= 10000))),
    CONSTRAINT audience_known CHECK ((audience = ANY (ARRAY['public'::text, 'members'::text, 'units'::text]))),
    CONSTRAINT chain_length CHECK ((cardinality(chain) <= 20)),
    CONSTRAINT description_size CHECK ((octet_length(description) <= 20480)),
    CONSTRAINT supporter_units_needed_counts CHECK (((supporter_units_needed >= 0) AND (supporter_units_needed <= 1000))),
    CONSTRAINT supporters_from_known CHECK ((supporters_from = ANY (ARRAY['everybody'::text, 'members'::text, 'units'::text]))),
    CONSTRAINT supporters_needed_counts CHECK (((supporters_needed >= 0) AND (supporters_needed <= 10000))),
    CONSTRAINT supporters_units_are_meant CHECK (((supporters_from = 'units'::text) = (cardinality(supporters_units) > 0))),
    CONSTRAINT supporters_units_length CHECK ((cardinality(supporters_units) <= 50)),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

COMMENT ON TABLE public.processes IS 'One piece of policy on its way: documents, stages, votes. Belongs to a unit.';

COMMENT ON COLUMN public.processes.audience IS 'Who may read: everybody, those with a standing in the unit or below it, or those of the named units.';

COMMENT ON COLUMN public.processes.admits_participants IS 'Whether people without a standing may comment (where the audience is public).';

COMMENT ON COLUMN public.processes.amendments_until IS 'The last moment to submit an amendment; null: as long as the stage allows.';

COMMENT ON COLUMN public.processes.participants_amend IS 'Whether people without a standing may submit amendments too.';

COMMENT ON COLUMN public.processes.supporters_needed IS 'How many must support an amendment before a body takes it up.';

COMMENT ON COLUMN public.processes.amendments_each IS 'How many amendments to one document a person may have before the committee, those on behalf of units apart; 0: as many as they like.';

COMMENT ON COLUMN public.processes.supporters_from IS 'Whose support counts: everybody''s, that of members alone, or of people in supporters_units alone.';

COMMENT ON COLUMN public.processes.chain IS 'The units that recommend on amendments, in their order; who stands in none may still recommend.';

COMMENT ON COLUMN public.processes.supporters_units IS 'The units, organisations among them, in which or below which those stand whose support counts; empty unless supporters_from is units.';

COMMENT ON COLUMN public.processes.supporter_units_needed IS 'From how many different units the supporters have to come that count, each person from one; 0: from any.';

ALTER TABLE public.processes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.processes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.proof_keys (
    id bigint NOT NULL,
    key text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT key_length CHECK ((char_length(key) >= 64))
);

COMMENT ON TABLE public.proof_keys IS 'What signs the challenges of proofs of work: the newest signs, the one before still counts. A new one comes every day.';

ALTER TABLE public.proof_keys ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.proof_keys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.read_answers (
    answer_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.read_answers IS 'Which answers a reader has been through.';

CREATE SEQUENCE public.receipt_numbers
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.recommendations (
    id bigint NOT NULL,
    amendment_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    verdict text NOT NULL,
    change text,
    refer_to bigint,
    covered_by bigint,
    reason text DEFAULT ''::text NOT NULL,
    votes_for integer,
    votes_against integer,
    votes_abstain integer,
    author_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    wording integer DEFAULT 1 NOT NULL,
    CONSTRAINT changed_has_wording CHECK (((verdict = 'adopt_changed'::text) = (change IS NOT NULL))),
    CONSTRAINT covered_names_amendment CHECK (((verdict = 'covered'::text) = (covered_by IS NOT NULL))),
    CONSTRAINT reason_size CHECK ((octet_length(reason) <= 20480)),
    CONSTRAINT recommended_wording_counts CHECK ((wording >= 1)),
    CONSTRAINT refer_names_body CHECK (((verdict = 'refer'::text) = (refer_to IS NOT NULL))),
    CONSTRAINT verdict_known CHECK ((verdict = ANY (ARRAY['adopt'::text, 'reject'::text, 'adopt_changed'::text, 'refer'::text, 'covered'::text, 'none'::text]))),
    CONSTRAINT votes_abstain_counts CHECK ((votes_abstain >= 0)),
    CONSTRAINT votes_against_counts CHECK ((votes_against >= 0)),
    CONSTRAINT votes_for_counts CHECK ((votes_for >= 0))
);

COMMENT ON TABLE public.recommendations IS 'What a body recommends on an amendment; of one body, the last published one counts. Never altered but by publishing.';

COMMENT ON COLUMN public.recommendations.change IS 'The wording that the body would adopt instead, ChangeSet JSON against the version of the wording that it had before it.';

COMMENT ON COLUMN public.recommendations.published_at IS 'Null: seen by the body''s own editors alone.';

COMMENT ON COLUMN public.recommendations.wording IS 'Which wording of the amendment the body had before it. It counts as long as that is the last one.';

ALTER TABLE public.recommendations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recommendations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.redactions (
    id bigint NOT NULL,
    answer_id bigint NOT NULL,
    field text NOT NULL,
    first integer NOT NULL,
    past integer NOT NULL,
    reason text NOT NULL,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT field_length CHECK (((char_length(field) >= 1) AND (char_length(field) <= 100))),
    CONSTRAINT passage_is_one CHECK (((first >= 0) AND (past > first))),
    CONSTRAINT reason_length CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)))
);

COMMENT ON TABLE public.redactions IS 'Passages that are blacked out, each with its reason; the original stays in answers.content, for moderators alone.';

COMMENT ON COLUMN public.redactions.first IS 'The passage in UTF-16 units of that field''s text, from here to `past`.';

ALTER TABLE public.redactions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.redactions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_counts (
    consultation_id bigint NOT NULL,
    edition integer NOT NULL,
    theme_id bigint NOT NULL,
    voice text NOT NULL,
    answers integer,
    CONSTRAINT answers_shown CHECK (((answers = 0) OR (answers >= 5))),
    CONSTRAINT voice_known CHECK ((voice = ANY (ARRAY['members'::text, 'units'::text, 'youth_wing'::text, 'unions'::text, 'organisations'::text, 'public'::text])))
);

COMMENT ON TABLE public.report_counts IS 'From how many answers of each voice passages were put under a theme, as the edition tells it.';

COMMENT ON COLUMN public.report_counts.answers IS 'Null: one to four, which are not told.';

CREATE TABLE public.report_editions (
    consultation_id bigint NOT NULL,
    number integer NOT NULL,
    published_by bigint NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT number_counts CHECK ((number >= 1))
);

COMMENT ON TABLE public.report_editions IS 'The response report of a consultation, each time it was published; append only, so that what was said once stays readable.';

CREATE TABLE public.report_themes (
    consultation_id bigint NOT NULL,
    edition integer NOT NULL,
    theme_id bigint NOT NULL,
    ordinal integer NOT NULL,
    level integer NOT NULL,
    title text NOT NULL,
    revision integer,
    open boolean DEFAULT false NOT NULL,
    CONSTRAINT level_range CHECK (((level >= 1) AND (level <= 4))),
    CONSTRAINT open_is_not_answered CHECK (((NOT open) OR (revision IS NULL))),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

COMMENT ON TABLE public.report_themes IS 'The themes of an edition as they stood then.';

COMMENT ON COLUMN public.report_themes.ordinal IS 'Its place in the report, from 1.';

COMMENT ON COLUMN public.report_themes.level IS 'How deep it stands in the tree of themes; 1 at the top.';

COMMENT ON COLUMN public.report_themes.revision IS 'The response that was published; null where the theme is open or stands only as a heading above others.';

COMMENT ON COLUMN public.report_themes.open IS 'Whether the committee says that it has no answer yet.';

CREATE TABLE public.responses (
    theme_id bigint NOT NULL,
    revision integer NOT NULL,
    status text NOT NULL,
    heard text DEFAULT ''::text NOT NULL,
    decided text DEFAULT ''::text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    version integer,
    blocks integer[] DEFAULT '{}'::integer[] NOT NULL,
    quotes bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT blocks_count CHECK ((cardinality(blocks) <= 50)),
    CONSTRAINT blocks_of_version CHECK (((version IS NOT NULL) OR (cardinality(blocks) = 0))),
    CONSTRAINT decided_size CHECK ((octet_length(decided) <= 20480)),
    CONSTRAINT heard_size CHECK ((octet_length(heard) <= 20480)),
    CONSTRAINT quotes_count CHECK ((cardinality(quotes) <= 20)),
    CONSTRAINT revision_counts CHECK ((revision >= 1)),
    CONSTRAINT status_known CHECK ((status = ANY (ARRAY['followed'::text, 'partly'::text, 'not_followed'::text, 'noted'::text, 'later'::text]))),
    CONSTRAINT why_size CHECK ((octet_length(why) <= 20480))
);

COMMENT ON TABLE public.responses IS 'What the committee answers a theme, revision by revision; append only. The newest is what editors work on; a report names the one that it published.';

COMMENT ON COLUMN public.responses.status IS 'What became of what was said: followed, followed in part, not followed, noted, or for later.';

COMMENT ON COLUMN public.responses.heard IS 'What we heard, as plain text.';

COMMENT ON COLUMN public.responses.decided IS 'What we decided, as plain text.';

COMMENT ON COLUMN public.responses.why IS 'Why, as plain text.';

COMMENT ON COLUMN public.responses.version IS 'The outcome: the version of the consultation''s document in which `blocks` changed because of this.';

COMMENT ON COLUMN public.responses.blocks IS 'The numbers of those blocks; they keep them from version to version.';

COMMENT ON COLUMN public.responses.quotes IS 'Marks whose passages the committee would quote. Shown only where the author consents, the answer stands and nothing of the passage is redacted.';

CREATE TABLE public.sample_answers (
    sample_id bigint NOT NULL,
    answer_id bigint NOT NULL
);

COMMENT ON TABLE public.sample_answers IS 'The answers that were drawn.';

CREATE TABLE public.samples (
    id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    first_reader bigint NOT NULL,
    second_reader bigint NOT NULL,
    first_done_at timestamp with time zone,
    second_done_at timestamp with time zone,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT two_readers CHECK ((first_reader <> second_reader))
);

COMMENT ON TABLE public.samples IS 'A random draw of answers that two readers mark each on their own, so that their agreement can be told.';

COMMENT ON COLUMN public.samples.first_done_at IS 'When the reader was done with it; until both are, neither is shown marks of others in its answers.';

ALTER TABLE public.samples ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.samples_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sessions (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);

COMMENT ON TABLE public.sessions IS 'A browser that is signed in. The cookie holds 32 random bytes; the hash of them stands here.';

COMMENT ON COLUMN public.sessions.seen_at IS 'Moved on at most once an hour.';

ALTER TABLE public.sessions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sessions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.shown_tallies (
    consultation_id bigint NOT NULL,
    voice text NOT NULL,
    cell text NOT NULL,
    count bigint NOT NULL
);

COMMENT ON TABLE public.shown_tallies IS 'The same as they were last shown to everybody: renewed for a voice after five changes, so that two looks do not tell what one person answered.';

CREATE TABLE public.stages (
    id bigint NOT NULL,
    process_id bigint NOT NULL,
    ordinal integer NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    starts_at timestamp with time zone,
    CONSTRAINT kind_known CHECK ((kind = ANY (ARRAY['preparing'::text, 'reading'::text, 'discussing'::text, 'amending'::text, 'voting'::text, 'closed'::text]))),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 100)))
);

COMMENT ON TABLE public.stages IS 'The dated stages of a process. The one with the latest start that has passed is the present one.';

COMMENT ON COLUMN public.stages.kind IS 'Decides what may be done: preparing (editors only), reading, discussing (comments), amending (comments and amendments), voting (comments and votes), closed.';

COMMENT ON COLUMN public.stages.starts_at IS 'Null: begins only by an editor''s hand.';

ALTER TABLE public.stages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.stages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.standings (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    role text NOT NULL,
    starts_at timestamp with time zone DEFAULT now() NOT NULL,
    ends_at timestamp with time zone,
    granted_by bigint,
    CONSTRAINT ends_after_start CHECK (((ends_at IS NULL) OR (ends_at >= starts_at))),
    CONSTRAINT role_known CHECK ((role = ANY (ARRAY['member'::text, 'editor'::text, 'moderator'::text, 'administrator'::text])))
);

COMMENT ON TABLE public.standings IS 'A role of a person in a unit, with dates. Ended, never deleted.';

ALTER TABLE public.standings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.standings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.supports (
    comment_id bigint NOT NULL,
    account_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.supports IS 'Who supports which comment.';

CREATE TABLE public.tallies (
    ballot_id bigint NOT NULL,
    electorate text NOT NULL,
    choice_id bigint NOT NULL,
    votes integer NOT NULL,
    CONSTRAINT electorate_known CHECK ((electorate = ANY (ARRAY['members'::text, 'participants'::text])))
);

COMMENT ON TABLE public.tallies IS 'The result, written once at the closing. Append only.';

CREATE TABLE public.tally_changes (
    id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    voice text NOT NULL,
    change integer NOT NULL,
    cells text[] NOT NULL,
    CONSTRAINT change_is_one CHECK ((change = ANY (ARRAY['-1'::integer, 1])))
);

COMMENT ON TABLE public.tally_changes IS 'What answers add and take away, until it is summed up in answer_tallies: no submission waits for another.';

ALTER TABLE public.tally_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tally_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.themes (
    id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    parent_id bigint,
    title text NOT NULL,
    ordinal integer DEFAULT 0 NOT NULL,
    merged_into bigint,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT merged_into_another CHECK ((merged_into <> id)),
    CONSTRAINT merged_is_removed CHECK (((merged_into IS NULL) OR (removed_at IS NOT NULL))),
    CONSTRAINT parent_is_another CHECK ((parent_id <> id)),
    CONSTRAINT title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

COMMENT ON TABLE public.themes IS 'The tree of themes of a consultation, under which readers put passages of the answers.';

COMMENT ON COLUMN public.themes.parent_id IS 'The theme above it; null at the top.';

COMMENT ON COLUMN public.themes.ordinal IS 'Its place among those with the same parent.';

COMMENT ON COLUMN public.themes.merged_into IS 'The theme that has its marks since it was removed; null where it had none.';

ALTER TABLE public.themes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.topics (
    topic text NOT NULL,
    head bigint NOT NULL
);

COMMENT ON TABLE public.topics IS 'The number of the last event of each topic. Its row is the lock that keeps numbers without gaps.';

CREATE TABLE public.traces (
    document_id bigint NOT NULL,
    version integer NOT NULL,
    ordinal integer NOT NULL,
    old_from integer NOT NULL,
    old_to integer NOT NULL,
    new_from integer NOT NULL,
    new_to integer NOT NULL,
    amendments bigint[] NOT NULL
);

COMMENT ON TABLE public.traces IS 'Of a version that was merged: every stretch that changed, and which amendments brought it. Append only.';

COMMENT ON COLUMN public.traces.amendments IS 'Empty for what editors wrote by hand.';

CREATE TABLE public.units (
    id bigint NOT NULL,
    parent_id bigint,
    affiliated_to bigint,
    name text NOT NULL,
    kind text NOT NULL,
    path bigint[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    affiliation text,
    CONSTRAINT affiliation_known CHECK ((affiliation = ANY (ARRAY['youth'::text, 'union'::text, 'other'::text]))),
    CONSTRAINT affiliation_of_affiliates CHECK (((affiliation IS NULL) OR (kind = 'affiliate'::text))),
    CONSTRAINT kind_known CHECK ((kind = ANY (ARRAY['central'::text, 'county'::text, 'municipality'::text, 'branch'::text, 'committee'::text, 'affiliate'::text]))),
    CONSTRAINT name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT path_ends_here CHECK ((path[cardinality(path)] = id)),
    CONSTRAINT root_is_central_or_affiliate CHECK (((parent_id IS NOT NULL) OR (kind = ANY (ARRAY['central'::text, 'affiliate'::text]))))
);

COMMENT ON TABLE public.units IS 'A unit of an organisation (organisasjonsledd), committees included. Affiliated organisations are trees of their own.';

COMMENT ON COLUMN public.units.affiliated_to IS 'For the root of an affiliated organisation: the organisation that it is affiliated to.';

COMMENT ON COLUMN public.units.path IS 'Ids from the root down to the unit itself: "below U" is path @> array[U].';

COMMENT ON COLUMN public.units.affiliation IS 'Of the root of an affiliated organisation: whether it is the youth wing, a union or another organisation. Answers are counted by it.';

ALTER TABLE public.units ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.units_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.unsorted_answers (
    answer_id bigint NOT NULL,
    consultation_id bigint NOT NULL
);

COMMENT ON TABLE public.unsorted_answers IS 'Answers that came, changed or went since families were last brought up to date: found behind the commit, so that nobody who sends an answer waits for it.';

CREATE TABLE public.used_proofs (
    proof_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE public.used_proofs IS 'Proofs of work that were used, kept until they would have run out anyway.';

CREATE TABLE public.versions (
    document_id bigint NOT NULL,
    number integer NOT NULL,
    markdown text NOT NULL,
    change text,
    block_ids integer[] NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    author_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    correction boolean DEFAULT false NOT NULL,
    moves text,
    CONSTRAINT first_has_no_change CHECK (((number = 1) = (change IS NULL))),
    CONSTRAINT markdown_size CHECK ((octet_length(markdown) <= 1048576)),
    CONSTRAINT note_length CHECK ((char_length(note) <= 500)),
    CONSTRAINT number_counts CHECK ((number >= 1))
);

COMMENT ON TABLE public.versions IS 'An immutable, numbered text. Append only.';

COMMENT ON COLUMN public.versions.change IS 'The step from the version before as a ChangeSet in JSON, positions in UTF-16 code units.';

COMMENT ON COLUMN public.versions.block_ids IS 'The block numbers of the text''s blocks in reading order: block 17 is "b17" everywhere.';

COMMENT ON COLUMN public.versions.correction IS 'Whether the step mends errors of typing alone: then every amendment is carried over it.';

COMMENT ON COLUMN public.versions.moves IS 'What the step moved, a line for each: from_a to_a from_b to_b, and the change of the passage as a ChangeSet; null where nothing moved, in a merge, and in versions from before this was kept.';

CREATE TABLE public.votes (
    ballot_id bigint NOT NULL,
    account_id bigint NOT NULL,
    turn integer NOT NULL,
    electorate text NOT NULL,
    choice_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT electorate_known CHECK ((electorate = ANY (ARRAY['members'::text, 'participants'::text])))
);

COMMENT ON TABLE public.votes IS 'What was cast. Append only: a changed vote is a new turn, and the last turn counts.';

CREATE TABLE public.voting_orders (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    version integer NOT NULL,
    amendments bigint[] NOT NULL,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.voting_orders IS 'The order of votes as the chair put it; the last one of a version counts. Append only.';

COMMENT ON COLUMN public.voting_orders.amendments IS 'Amendments in order; those that are not named go where the rule has them. Empty: all by the rule.';

ALTER TABLE public.voting_orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.voting_orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voting_results (
    id bigint NOT NULL,
    document_id bigint NOT NULL,
    version integer NOT NULL,
    amendment_id bigint NOT NULL,
    result text NOT NULL,
    because_of bigint,
    votes_for integer,
    votes_against integer,
    votes_abstain integer,
    ballot_id bigint,
    author_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT fallen_has_cause CHECK (((result <> 'fallen'::text) OR (because_of IS NOT NULL))),
    CONSTRAINT not_because_of_itself CHECK ((because_of <> amendment_id)),
    CONSTRAINT result_known CHECK ((result = ANY (ARRAY['open'::text, 'adopted'::text, 'adopted_changed'::text, 'rejected'::text, 'fallen'::text, 'withdrawn'::text]))),
    CONSTRAINT votes_abstain_counts CHECK ((votes_abstain >= 0)),
    CONSTRAINT votes_against_counts CHECK ((votes_against >= 0)),
    CONSTRAINT votes_for_counts CHECK ((votes_for >= 0))
);

COMMENT ON TABLE public.voting_results IS 'What came of each vote; of one amendment the last row counts, those before stay, so that what was taken back is seen. Append only.';

COMMENT ON COLUMN public.voting_results.version IS 'The version that the meeting had before it.';

COMMENT ON COLUMN public.voting_results.because_of IS 'The amendment that was voted on, where this one was decided with it.';

ALTER TABLE public.voting_results ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.voting_results_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.address_keys
    ADD CONSTRAINT address_keys_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.address_uses
    ADD CONSTRAINT address_uses_pkey PRIMARY KEY (consultation_id, day, address_hash);

ALTER TABLE ONLY public.amendment_collisions
    ADD CONSTRAINT amendment_collisions_pkey PRIMARY KEY (amendment_id, later_id);

ALTER TABLE ONLY public.amendment_comments
    ADD CONSTRAINT amendment_comments_pkey PRIMARY KEY (amendment_id, comment_id);

ALTER TABLE ONLY public.amendment_sponsors
    ADD CONSTRAINT amendment_sponsors_pkey PRIMARY KEY (amendment_id, account_id);

ALTER TABLE ONLY public.amendment_supports
    ADD CONSTRAINT amendment_supports_pkey PRIMARY KEY (amendment_id, account_id);

ALTER TABLE ONLY public.amendment_wordings
    ADD CONSTRAINT amendment_wordings_pkey PRIMARY KEY (amendment_id, number);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.anchors
    ADD CONSTRAINT anchors_pkey PRIMARY KEY (comment_id);

ALTER TABLE ONLY public.answer_confirmations
    ADD CONSTRAINT answer_confirmations_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.answer_families
    ADD CONSTRAINT answer_families_pkey PRIMARY KEY (answer_id);

ALTER TABLE ONLY public.answer_files
    ADD CONSTRAINT answer_files_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.answer_links
    ADD CONSTRAINT answer_links_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.answer_tallies
    ADD CONSTRAINT answer_tallies_pkey PRIMARY KEY (consultation_id, voice, cell);

ALTER TABLE ONLY public.answered_requests
    ADD CONSTRAINT answered_requests_pkey PRIMARY KEY (scope, key);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_receipt_key UNIQUE (receipt);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.audit_trail
    ADD CONSTRAINT audit_trail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ballot_units
    ADD CONSTRAINT ballot_units_pkey PRIMARY KEY (ballot_id, unit_id);

ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.choices
    ADD CONSTRAINT choice_of_ballot UNIQUE (ballot_id, id);

ALTER TABLE ONLY public.choices
    ADD CONSTRAINT choice_order UNIQUE (ballot_id, ordinal);

ALTER TABLE ONLY public.choices
    ADD CONSTRAINT choices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.collisions_seen
    ADD CONSTRAINT collisions_seen_pkey PRIMARY KEY (account_id, amendment_id, later_id);

ALTER TABLE ONLY public.comment_edits
    ADD CONSTRAINT comment_edits_pkey PRIMARY KEY (comment_id, ordinal);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consultation_codes
    ADD CONSTRAINT consultation_codes_pkey PRIMARY KEY (consultation_id, code_hash);

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consultee_links
    ADD CONSTRAINT consultee_links_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.consultees
    ADD CONSTRAINT consultees_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dissents
    ADD CONSTRAINT dissents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.electorate
    ADD CONSTRAINT electorate_pkey PRIMARY KEY (ballot_id, account_id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (topic, number);

ALTER TABLE ONLY public.family_rounds
    ADD CONSTRAINT family_rounds_pkey PRIMARY KEY (consultation_id);

ALTER TABLE ONLY public.form_revisions
    ADD CONSTRAINT form_revisions_pkey PRIMARY KEY (consultation_id, number);

ALTER TABLE ONLY public.form_templates
    ADD CONSTRAINT form_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT mark_once UNIQUE (answer_id, field, first, past, theme_id, reader_id);

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT marks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.merge_texts
    ADD CONSTRAINT merge_texts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT number_unique UNIQUE (document_id, number);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outcome_links
    ADD CONSTRAINT outcome_links_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.outcome_mailings
    ADD CONSTRAINT outcome_mailings_pkey PRIMARY KEY (consultation_id, edition);

ALTER TABLE ONLY public.outcome_links
    ADD CONSTRAINT outcome_told_once UNIQUE (answer_id, edition);

ALTER TABLE ONLY public.process_units
    ADD CONSTRAINT process_units_pkey PRIMARY KEY (process_id, unit_id);

ALTER TABLE ONLY public.processes
    ADD CONSTRAINT processes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proof_keys
    ADD CONSTRAINT proof_keys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.read_answers
    ADD CONSTRAINT read_answers_pkey PRIMARY KEY (reader_id, answer_id);

ALTER TABLE ONLY public.recommendations
    ADD CONSTRAINT recommendations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.redactions
    ADD CONSTRAINT redactions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_counts
    ADD CONSTRAINT report_counts_pkey PRIMARY KEY (consultation_id, edition, theme_id, voice);

ALTER TABLE ONLY public.report_editions
    ADD CONSTRAINT report_editions_pkey PRIMARY KEY (consultation_id, number);

ALTER TABLE ONLY public.report_themes
    ADD CONSTRAINT report_themes_pkey PRIMARY KEY (consultation_id, edition, theme_id);

ALTER TABLE ONLY public.responses
    ADD CONSTRAINT responses_pkey PRIMARY KEY (theme_id, revision);

ALTER TABLE ONLY public.sample_answers
    ADD CONSTRAINT sample_answers_pkey PRIMARY KEY (sample_id, answer_id);

ALTER TABLE ONLY public.samples
    ADD CONSTRAINT samples_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.shown_tallies
    ADD CONSTRAINT shown_tallies_pkey PRIMARY KEY (consultation_id, voice, cell);

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stage_order UNIQUE (process_id, ordinal) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.standings
    ADD CONSTRAINT standings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.supports
    ADD CONSTRAINT supports_pkey PRIMARY KEY (comment_id, account_id);

ALTER TABLE ONLY public.tallies
    ADD CONSTRAINT tallies_pkey PRIMARY KEY (ballot_id, electorate, choice_id);

ALTER TABLE ONLY public.tally_changes
    ADD CONSTRAINT tally_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.themes
    ADD CONSTRAINT themes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.topics
    ADD CONSTRAINT topics_pkey PRIMARY KEY (topic);

ALTER TABLE ONLY public.traces
    ADD CONSTRAINT traces_pkey PRIMARY KEY (document_id, version, ordinal);

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.unsorted_answers
    ADD CONSTRAINT unsorted_answers_pkey PRIMARY KEY (answer_id);

ALTER TABLE ONLY public.used_proofs
    ADD CONSTRAINT used_proofs_pkey PRIMARY KEY (proof_hash);

ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (document_id, number);

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (ballot_id, account_id, turn);

ALTER TABLE ONLY public.voting_orders
    ADD CONSTRAINT voting_orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voting_results
    ADD CONSTRAINT voting_results_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX accounts_email ON public.accounts USING btree (lower(email));

CREATE INDEX amendment_collisions_later ON public.amendment_collisions USING btree (later_id);

CREATE INDEX amendment_comments_comment ON public.amendment_comments USING btree (comment_id);

CREATE INDEX amendment_sponsors_account ON public.amendment_sponsors USING btree (account_id);

CREATE INDEX amendment_supports_account ON public.amendment_supports USING btree (account_id);

CREATE INDEX amendments_amends ON public.amendments USING btree (amends) WHERE (amends IS NOT NULL);

CREATE UNIQUE INDEX amendments_forwarded ON public.amendments USING btree (document_id, forwarded_from);

CREATE INDEX amendments_forwarded_on ON public.amendments USING btree (forwarded_from) WHERE (forwarded_from IS NOT NULL);

CREATE INDEX amendments_joined ON public.amendments USING btree (joined_into) WHERE (joined_into IS NOT NULL);

CREATE INDEX amendments_lines ON public.amendments USING btree (document_id, line_from, number) WHERE (state <> 'draft'::text);

CREATE INDEX amendments_sponsor ON public.amendments USING btree (sponsor_id);

CREATE INDEX amendments_sponsor_unit ON public.amendments USING btree (sponsor_unit_id) WHERE (sponsor_unit_id IS NOT NULL);

CREATE INDEX anchors_now ON public.anchors USING btree (document_id, now_block, comment_id) WHERE (now_block IS NOT NULL);

CREATE INDEX answer_confirmations_answer ON public.answer_confirmations USING btree (answer_id);

CREATE INDEX answer_families_delegates ON public.answer_families USING btree (consultation_id) WHERE (sketch IS NOT NULL);

CREATE INDEX answer_families_family ON public.answer_families USING btree (family_id, answer_id);

CREATE INDEX answer_files_answer ON public.answer_files USING btree (answer_id);

CREATE INDEX answer_links_answer ON public.answer_links USING btree (answer_id);

CREATE INDEX answered_requests_at ON public.answered_requests USING btree (at);

CREATE INDEX answers_account ON public.answers USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE UNIQUE INDEX answers_one_per_code ON public.answers USING btree (consultation_id, code_hash) WHERE ((code_hash IS NOT NULL) AND (state <> ALL (ARRAY['draft'::text, 'withdrawn'::text, 'erased'::text, 'refused'::text])));

CREATE UNIQUE INDEX answers_one_per_person ON public.answers USING btree (consultation_id, account_id) WHERE ((account_id IS NOT NULL) AND once AND (unit_id IS NULL) AND (body_name IS NULL) AND (entered_by IS NULL) AND (state <> ALL (ARRAY['withdrawn'::text, 'erased'::text, 'refused'::text])));

CREATE UNIQUE INDEX answers_one_per_unit ON public.answers USING btree (consultation_id, unit_id) WHERE ((unit_id IS NOT NULL) AND (state <> ALL (ARRAY['withdrawn'::text, 'erased'::text, 'refused'::text])));

CREATE INDEX answers_published ON public.answers USING btree (consultation_id, id) WHERE ((state = 'submitted'::text) AND may_publish);

CREATE INDEX answers_read ON public.answers USING btree (consultation_id, id) WHERE (state = 'submitted'::text);

CREATE INDEX answers_search ON public.answers USING gin (search);

CREATE INDEX answers_state ON public.answers USING btree (consultation_id, state);

CREATE INDEX answers_unit ON public.answers USING btree (unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX ballots_clock ON public.ballots USING btree (state, opens_at, closes_at) WHERE (state <> 'closed'::text);

CREATE INDEX ballots_document ON public.ballots USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX ballots_process ON public.ballots USING btree (process_id);

CREATE INDEX collisions_seen_of ON public.collisions_seen USING btree (amendment_id, later_id);

CREATE INDEX comments_amendment ON public.comments USING btree (amendment_id, id) WHERE ((root_id IS NULL) AND (amendment_id IS NOT NULL));

CREATE INDEX comments_author ON public.comments USING btree (author_id, document_id);

CREATE INDEX comments_hidden ON public.comments USING btree (document_id, id) WHERE (state = 'hidden'::text);

CREATE INDEX comments_roots ON public.comments USING btree (document_id, id) WHERE ((root_id IS NULL) AND (amendment_id IS NULL));

CREATE INDEX comments_thread ON public.comments USING btree (root_id, id) WHERE (root_id IS NOT NULL);

CREATE INDEX consultations_process ON public.consultations USING btree (process_id);

CREATE INDEX consultee_links_consultee ON public.consultee_links USING btree (consultee_id);

CREATE UNIQUE INDEX consultees_address_once ON public.consultees USING btree (consultation_id, lower(email)) WHERE (name IS NOT NULL);

CREATE INDEX consultees_answer ON public.consultees USING btree (answer_id) WHERE (answer_id IS NOT NULL);

CREATE INDEX consultees_awaited ON public.consultees USING btree (consultation_id) WHERE (must_be_heard AND (heard_at IS NULL) AND (waived_at IS NULL));

CREATE INDEX consultees_unit ON public.consultees USING btree (unit_id) WHERE (unit_id IS NOT NULL);

CREATE UNIQUE INDEX consultees_unit_once ON public.consultees USING btree (consultation_id, unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX dissents_recommendation ON public.dissents USING btree (recommendation_id);

CREATE INDEX documents_process ON public.documents USING btree (process_id);

CREATE UNIQUE INDEX form_templates_title ON public.form_templates USING btree (unit_id, lower(title));

CREATE INDEX form_templates_unit ON public.form_templates USING btree (unit_id);

CREATE INDEX invitations_unit ON public.invitations USING btree (unit_id);

CREATE INDEX mail_links_account ON public.mail_links USING btree (account_id) WHERE (used_at IS NULL);

CREATE INDEX marks_because ON public.marks USING btree (because_of) WHERE (because_of IS NOT NULL);

CREATE INDEX marks_stems ON public.marks USING gin (stems);

CREATE INDEX marks_theme ON public.marks USING btree (theme_id);

CREATE INDEX merge_decisions_of ON public.merge_decisions USING btree (document_id, version, amendment_id, id);

CREATE INDEX merge_texts_of ON public.merge_texts USING btree (document_id, version, from_at, to_at, id);

CREATE INDEX outbox_waiting ON public.outbox USING btree (try_at) WHERE (sent_at IS NULL);

CREATE INDEX outcome_mailings_under_way ON public.outcome_mailings USING btree (consultation_id, edition) WHERE (done_at IS NULL);

CREATE INDEX processes_unit ON public.processes USING btree (unit_id);

CREATE INDEX read_answers_answer ON public.read_answers USING btree (answer_id);

CREATE INDEX recommendations_amendment ON public.recommendations USING btree (amendment_id, id);

CREATE INDEX recommendations_covered_by ON public.recommendations USING btree (covered_by) WHERE (covered_by IS NOT NULL);

CREATE INDEX redactions_answer ON public.redactions USING btree (answer_id);

CREATE INDEX report_themes_response ON public.report_themes USING btree (theme_id, revision);

CREATE INDEX sample_answers_answer ON public.sample_answers USING btree (answer_id);

CREATE INDEX samples_consultation ON public.samples USING btree (consultation_id);

CREATE INDEX sessions_account ON public.sessions USING btree (account_id) WHERE (ended_at IS NULL);

CREATE INDEX standings_account ON public.standings USING btree (account_id);

CREATE INDEX standings_unit ON public.standings USING btree (unit_id);

CREATE INDEX tally_changes_of ON public.tally_changes USING btree (consultation_id);

CREATE INDEX themes_consultation ON public.themes USING btree (consultation_id);

CREATE INDEX units_parent ON public.units USING btree (parent_id);

CREATE INDEX units_path ON public.units USING gin (path);

CREATE INDEX unsorted_answers_consultation ON public.unsorted_answers USING btree (consultation_id, answer_id);

CREATE INDEX used_proofs_expires ON public.used_proofs USING btree (expires_at);

CREATE INDEX voting_orders_of ON public.voting_orders USING btree (document_id, version, id);

CREATE INDEX voting_results_of ON public.voting_results USING btree (document_id, amendment_id, id);

CREATE TRIGGER answer_is_heard AFTER INSERT OR UPDATE OF state ON public.answers FOR EACH ROW WHEN ((new.state = 'submitted'::text)) EXECUTE FUNCTION public.answer_is_heard();

CREATE TRIGGER ballot_rules_are_fixed BEFORE UPDATE ON public.ballots FOR EACH ROW EXECUTE FUNCTION public.ballot_rules_are_fixed();

CREATE TRIGGER ballot_waits_for_hearing BEFORE UPDATE OF state ON public.ballots FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'open'::text))) EXECUTE FUNCTION public.ballot_waits_for_hearing();

CREATE TRIGGER choices_are_fixed_1 AFTER INSERT ON public.choices REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER choices_are_fixed_2 AFTER UPDATE ON public.choices REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER choices_are_fixed_3 AFTER DELETE ON public.choices REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER count_answer AFTER INSERT OR UPDATE OF state, counted, voice ON public.answers FOR EACH ROW EXECUTE FUNCTION public.count_answer();

CREATE TRIGGER electorate_is_frozen AFTER INSERT ON public.electorate REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER follow_answer BEFORE UPDATE OF state, content, shown ON public.answers FOR EACH ROW WHEN (((new.state IS DISTINCT FROM old.state) OR (new.content IS DISTINCT FROM old.content) OR (new.shown IS DISTINCT FROM old.shown))) EXECUTE FUNCTION public.follow_answer();

CREATE TRIGGER forget_outcome_links AFTER UPDATE OF state ON public.answers FOR EACH ROW WHEN (((new.state = ANY (ARRAY['withdrawn'::text, 'erased'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION public.forget_outcome_links();

CREATE TRIGGER submitted_wording_is_fixed BEFORE UPDATE ON public.amendments FOR EACH ROW EXECUTE FUNCTION public.submitted_wording_is_fixed();

CREATE TRIGGER tallies_at_the_closing AFTER INSERT ON public.tallies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('open');

CREATE TRIGGER units_are_fixed_1 AFTER INSERT ON public.ballot_units REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER units_are_fixed_2 AFTER UPDATE ON public.ballot_units REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER units_are_fixed_3 AFTER DELETE ON public.ballot_units REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('draft');

CREATE TRIGGER votes_while_open AFTER INSERT ON public.votes REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.ballot_takes_rows('open');

ALTER TABLE ONLY public.address_uses
    ADD CONSTRAINT address_uses_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.amendment_collisions
    ADD CONSTRAINT amendment_collisions_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendment_collisions
    ADD CONSTRAINT amendment_collisions_later_id_fkey FOREIGN KEY (later_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendment_comments
    ADD CONSTRAINT amendment_comments_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.amendment_comments
    ADD CONSTRAINT amendment_comments_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

ALTER TABLE ONLY public.amendment_sponsors
    ADD CONSTRAINT amendment_sponsors_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.amendment_sponsors
    ADD CONSTRAINT amendment_sponsors_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendment_supports
    ADD CONSTRAINT amendment_supports_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.amendment_supports
    ADD CONSTRAINT amendment_supports_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendment_wordings
    ADD CONSTRAINT amendment_wordings_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_amends_fkey FOREIGN KEY (amends) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.units(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES public.versions(document_id, number);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_forwarded_from_fkey FOREIGN KEY (forwarded_from) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_joined_into_fkey FOREIGN KEY (joined_into) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_lost_to_fkey FOREIGN KEY (lost_to) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.amendments
    ADD CONSTRAINT amendments_sponsor_unit_id_fkey FOREIGN KEY (sponsor_unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.anchors
    ADD CONSTRAINT anchors_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

ALTER TABLE ONLY public.anchors
    ADD CONSTRAINT anchors_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.anchors
    ADD CONSTRAINT anchors_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES public.versions(document_id, number);

ALTER TABLE ONLY public.answer_confirmations
    ADD CONSTRAINT answer_confirmations_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id);

ALTER TABLE ONLY public.answer_families
    ADD CONSTRAINT answer_families_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.answer_families
    ADD CONSTRAINT answer_families_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.answer_files
    ADD CONSTRAINT answer_files_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id);

ALTER TABLE ONLY public.answer_files
    ADD CONSTRAINT answer_files_withheld_by_fkey FOREIGN KEY (withheld_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.answer_links
    ADD CONSTRAINT answer_links_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id);

ALTER TABLE ONLY public.answer_tallies
    ADD CONSTRAINT answer_tallies_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_consultation_id_revision_fkey FOREIGN KEY (consultation_id, revision) REFERENCES public.form_revisions(consultation_id, number);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.audit_trail
    ADD CONSTRAINT audit_trail_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.ballot_units
    ADD CONSTRAINT ballot_units_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES public.ballots(id);

ALTER TABLE ONLY public.ballot_units
    ADD CONSTRAINT ballot_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.ballots
    ADD CONSTRAINT ballots_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.processes(id);

ALTER TABLE ONLY public.choices
    ADD CONSTRAINT choices_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES public.ballots(id);

ALTER TABLE ONLY public.collisions_seen
    ADD CONSTRAINT collisions_seen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.collisions_seen
    ADD CONSTRAINT collisions_seen_amendment_id_later_id_fkey FOREIGN KEY (amendment_id, later_id) REFERENCES public.amendment_collisions(amendment_id, later_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.comment_edits
    ADD CONSTRAINT comment_edits_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_hidden_by_fkey FOREIGN KEY (hidden_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.comments(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_root_id_fkey FOREIGN KEY (root_id) REFERENCES public.comments(id);

ALTER TABLE ONLY public.consultation_codes
    ADD CONSTRAINT consultation_codes_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES public.versions(document_id, number);

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.processes(id);

ALTER TABLE ONLY public.consultee_links
    ADD CONSTRAINT consultee_links_consultee_id_fkey FOREIGN KEY (consultee_id) REFERENCES public.consultees(id);

ALTER TABLE ONLY public.consultees
    ADD CONSTRAINT consultees_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id);

ALTER TABLE ONLY public.consultees
    ADD CONSTRAINT consultees_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.consultees
    ADD CONSTRAINT consultees_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.consultees
    ADD CONSTRAINT consultees_waived_by_fkey FOREIGN KEY (waived_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.dissents
    ADD CONSTRAINT dissents_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.dissents
    ADD CONSTRAINT dissents_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES public.recommendations(id);

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.processes(id);

ALTER TABLE ONLY public.electorate
    ADD CONSTRAINT electorate_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.electorate
    ADD CONSTRAINT electorate_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES public.ballots(id);

ALTER TABLE ONLY public.family_rounds
    ADD CONSTRAINT family_rounds_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.form_revisions
    ADD CONSTRAINT form_revisions_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.form_revisions
    ADD CONSTRAINT form_revisions_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.form_templates
    ADD CONSTRAINT form_templates_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.form_templates
    ADD CONSTRAINT form_templates_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_used_by_fkey FOREIGN KEY (used_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES public.invitations(id);

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT marks_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT marks_because_of_fkey FOREIGN KEY (because_of) REFERENCES public.marks(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT marks_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT marks_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES public.themes(id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_instead_of_fkey FOREIGN KEY (instead_of) REFERENCES public.merge_decisions(id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_reason_by_fkey FOREIGN KEY (reason_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.merge_decisions
    ADD CONSTRAINT merge_decisions_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.merge_texts
    ADD CONSTRAINT merge_texts_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.merge_texts
    ADD CONSTRAINT merge_texts_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.merge_texts
    ADD CONSTRAINT merge_texts_instead_of_fkey FOREIGN KEY (instead_of) REFERENCES public.merge_texts(id);

ALTER TABLE ONLY public.merge_texts
    ADD CONSTRAINT merge_texts_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.outcome_links
    ADD CONSTRAINT outcome_links_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.outcome_links
    ADD CONSTRAINT outcome_links_consultation_id_edition_fkey FOREIGN KEY (consultation_id, edition) REFERENCES public.report_editions(consultation_id, number);

ALTER TABLE ONLY public.outcome_mailings
    ADD CONSTRAINT outcome_mailings_consultation_id_edition_fkey FOREIGN KEY (consultation_id, edition) REFERENCES public.report_editions(consultation_id, number);

ALTER TABLE ONLY public.process_units
    ADD CONSTRAINT process_units_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.processes(id);

ALTER TABLE ONLY public.process_units
    ADD CONSTRAINT process_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.processes
    ADD CONSTRAINT processes_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.processes
    ADD CONSTRAINT processes_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.read_answers
    ADD CONSTRAINT read_answers_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.read_answers
    ADD CONSTRAINT read_answers_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.recommendations
    ADD CONSTRAINT recommendations_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.recommendations
    ADD CONSTRAINT recommendations_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.recommendations
    ADD CONSTRAINT recommendations_covered_by_fkey FOREIGN KEY (covered_by) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.recommendations
    ADD CONSTRAINT recommendations_refer_to_fkey FOREIGN KEY (refer_to) REFERENCES public.units(id);

ALTER TABLE ONLY public.recommendations
    ADD CONSTRAINT recommendations_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.redactions
    ADD CONSTRAINT redactions_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.redactions
    ADD CONSTRAINT redactions_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.report_counts
    ADD CONSTRAINT report_counts_consultation_id_edition_theme_id_fkey FOREIGN KEY (consultation_id, edition, theme_id) REFERENCES public.report_themes(consultation_id, edition, theme_id);

ALTER TABLE ONLY public.report_editions
    ADD CONSTRAINT report_editions_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.report_editions
    ADD CONSTRAINT report_editions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.report_themes
    ADD CONSTRAINT report_themes_consultation_id_edition_fkey FOREIGN KEY (consultation_id, edition) REFERENCES public.report_editions(consultation_id, number);

ALTER TABLE ONLY public.report_themes
    ADD CONSTRAINT report_themes_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES public.themes(id);

ALTER TABLE ONLY public.report_themes
    ADD CONSTRAINT report_themes_theme_id_revision_fkey FOREIGN KEY (theme_id, revision) REFERENCES public.responses(theme_id, revision);

ALTER TABLE ONLY public.responses
    ADD CONSTRAINT responses_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.responses
    ADD CONSTRAINT responses_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES public.themes(id);

ALTER TABLE ONLY public.sample_answers
    ADD CONSTRAINT sample_answers_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sample_answers
    ADD CONSTRAINT sample_answers_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES public.samples(id);

ALTER TABLE ONLY public.samples
    ADD CONSTRAINT samples_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.samples
    ADD CONSTRAINT samples_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.samples
    ADD CONSTRAINT samples_first_reader_fkey FOREIGN KEY (first_reader) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.samples
    ADD CONSTRAINT samples_second_reader_fkey FOREIGN KEY (second_reader) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.shown_tallies
    ADD CONSTRAINT shown_tallies_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.processes(id);

ALTER TABLE ONLY public.standings
    ADD CONSTRAINT standings_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.standings
    ADD CONSTRAINT standings_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.standings
    ADD CONSTRAINT standings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.supports
    ADD CONSTRAINT supports_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.supports
    ADD CONSTRAINT supports_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

ALTER TABLE ONLY public.tallies
    ADD CONSTRAINT tallies_ballot_id_choice_id_fkey FOREIGN KEY (ballot_id, choice_id) REFERENCES public.choices(ballot_id, id);

ALTER TABLE ONLY public.tallies
    ADD CONSTRAINT tallies_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES public.ballots(id);

ALTER TABLE ONLY public.tally_changes
    ADD CONSTRAINT tally_changes_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.themes
    ADD CONSTRAINT themes_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.themes
    ADD CONSTRAINT themes_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.themes
    ADD CONSTRAINT themes_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.themes(id);

ALTER TABLE ONLY public.themes
    ADD CONSTRAINT themes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.themes(id);

ALTER TABLE ONLY public.traces
    ADD CONSTRAINT traces_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES public.versions(document_id, number);

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_affiliated_to_fkey FOREIGN KEY (affiliated_to) REFERENCES public.units(id);

ALTER TABLE ONLY public.units
    ADD CONSTRAINT units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.units(id);

ALTER TABLE ONLY public.unsorted_answers
    ADD CONSTRAINT unsorted_answers_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.answers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unsorted_answers
    ADD CONSTRAINT unsorted_answers_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id);

ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_ballot_id_choice_id_fkey FOREIGN KEY (ballot_id, choice_id) REFERENCES public.choices(ballot_id, id);

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES public.ballots(id);

ALTER TABLE ONLY public.voting_orders
    ADD CONSTRAINT voting_orders_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.voting_orders
    ADD CONSTRAINT voting_orders_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.voting_results
    ADD CONSTRAINT voting_results_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.voting_results
    ADD CONSTRAINT voting_results_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.voting_results
    ADD CONSTRAINT voting_results_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES public.ballots(id);

ALTER TABLE ONLY public.voting_results
    ADD CONSTRAINT voting_results_because_of_fkey FOREIGN KEY (because_of) REFERENCES public.amendments(id);

ALTER TABLE ONLY public.voting_results
    ADD CONSTRAINT voting_results_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

GRANT USAGE ON SCHEMA public TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.accounts TO samrad_server;

GRANT USAGE ON SEQUENCE public.accounts_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.address_keys TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.address_uses TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.amendment_collisions TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.amendment_comments TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.amendment_sponsors TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.amendment_supports TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.amendment_wordings TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.amendments TO samrad_server;

GRANT USAGE ON SEQUENCE public.amendments_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.anchors TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answer_confirmations TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answer_families TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answer_files TO samrad_server;

GRANT USAGE ON SEQUENCE public.answer_files_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answer_links TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answer_tallies TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answered_requests TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.answers TO samrad_server;

GRANT USAGE ON SEQUENCE public.answers_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.audit_trail TO samrad_server;

GRANT USAGE ON SEQUENCE public.audit_trail_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ballot_units TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ballots TO samrad_server;

GRANT USAGE ON SEQUENCE public.ballots_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.choices TO samrad_server;

GRANT USAGE ON SEQUENCE public.choices_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.collisions_seen TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.comment_edits TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.comments TO samrad_server;

GRANT USAGE ON SEQUENCE public.comments_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.consultation_codes TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.consultations TO samrad_server;

GRANT USAGE ON SEQUENCE public.consultations_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.consultee_links TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consultees TO samrad_server;

GRANT USAGE ON SEQUENCE public.consultees_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.dissents TO samrad_server;

GRANT USAGE ON SEQUENCE public.dissents_id_seq TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents TO samrad_server;

GRANT USAGE ON SEQUENCE public.documents_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.electorate TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.events TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.family_rounds TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.form_revisions TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.form_templates TO samrad_server;

GRANT USAGE ON SEQUENCE public.form_templates_id_seq TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invitations TO samrad_server;

GRANT USAGE ON SEQUENCE public.invitations_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_links TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.marks TO samrad_server;

GRANT USAGE ON SEQUENCE public.marks_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.merge_decisions TO samrad_server;

GRANT USAGE ON SEQUENCE public.merge_decisions_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.merge_texts TO samrad_server;

GRANT USAGE ON SEQUENCE public.merge_texts_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox TO samrad_server;

GRANT USAGE ON SEQUENCE public.outbox_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE ON TABLE public.outcome_links TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.outcome_mailings TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.process_units TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.processes TO samrad_server;

GRANT USAGE ON SEQUENCE public.processes_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.proof_keys TO samrad_server;

GRANT USAGE ON SEQUENCE public.proof_keys_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.read_answers TO samrad_server;

GRANT USAGE ON SEQUENCE public.receipt_numbers TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.recommendations TO samrad_server;

GRANT USAGE ON SEQUENCE public.recommendations_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.redactions TO samrad_server;

GRANT USAGE ON SEQUENCE public.redactions_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.report_counts TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.report_editions TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.report_themes TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.responses TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.sample_answers TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.samples TO samrad_server;

GRANT USAGE ON SEQUENCE public.samples_id_seq TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.sessions TO samrad_server;

GRANT USAGE ON SEQUENCE public.sessions_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.shown_tallies TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stages TO samrad_server;

GRANT USAGE ON SEQUENCE public.stages_id_seq TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.standings TO samrad_server;

GRANT USAGE ON SEQUENCE public.standings_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.supports TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.tallies TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tally_changes TO samrad_server;

GRANT USAGE ON SEQUENCE public.tally_changes_id_seq TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.themes TO samrad_server;

GRANT USAGE ON SEQUENCE public.themes_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.topics TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.traces TO samrad_server;

GRANT SELECT,INSERT,UPDATE ON TABLE public.units TO samrad_server;

GRANT USAGE ON SEQUENCE public.units_id_seq TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unsorted_answers TO samrad_server;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.used_proofs TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.versions TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.votes TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.voting_orders TO samrad_server;

GRANT USAGE ON SEQUENCE public.voting_orders_id_seq TO samrad_server;

GRANT SELECT,INSERT ON TABLE public.voting_results TO samrad_server;

GRANT USAGE ON SEQUENCE public.voting_results_id_seq TO samrad_server;

