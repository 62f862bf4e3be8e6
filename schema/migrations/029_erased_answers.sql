-- Of an answer that was withdrawn or erased nothing is left that says what was answered or leads to it; its code goes
-- with an erased one, which stays counted. A link mailed to an address that was mended goes as well.
grant delete on consultation_codes, consultee_links to samrad_server;
delete from consultation_codes c using answers a
where a.state = 'erased' and a.consultation_id = c.consultation_id and a.code_hash = c.code_hash;
update answers set counted = '{}', code_hash = null, token_hash = sha256(uuid_send(gen_random_uuid()))
where state in ('withdrawn', 'erased');
