// What is taken away of answers: that part of answers.hpp.
#include <pqxx/pqxx>

#include "storage/answers.hpp"

namespace samrad::storage {

namespace {

// All that a person or a body said and all by which they can be found, the link's and the code's hashes too. That there
// was an answer, for which voice and when, stays, and so does the unit, which is no person. What was counted of an
// erased answer stays counted (a trigger sees to both).
constexpr const char* empty_it =
    "counted = '{}', code_hash = null, token_hash = sha256(uuid_send(gen_random_uuid())), "
    "content = '{}', typed = '{}', author_name = null, email = null, account_id = null, search = null, held_for = "
    "null, "
    "body_name = null, meeting = null, votes_for = null, votes_against = null, votes_abstain = null, sponsors = '{}', "
    "may_publish = false, wants_outcome = false ";

// What hangs on answers that match; `those` is a query of ids.
void drop_parts(Transaction& tx, const std::string& those, const pqxx::params& params) {
    for (const char* table : {"answer_files", "answer_links", "answer_confirmations"}) {
        tx.sql().exec(std::string("delete from ") + table + " where answer_id in (" + those + ")", params);
    }
}

// An erased answer stays counted, so its code is used up for good. `those` is a condition on answers a.
void drop_codes(Transaction& tx, const std::string& those, const pqxx::params& params) {
    tx.sql().exec(
        "delete from consultation_codes k using answers a, consultations c where c.id = a.consultation_id and "
        "k.consultation_id = a.consultation_id and k.code_hash = a.code_hash and " +
            those,
        params);
}

}  // namespace

void withdraw_answer(Transaction& tx, AnswerId answer) {
    tx.sql().exec(std::string("update answers set state = 'withdrawn', withdrawn_at = now(), receipt = "
                              "coalesce(receipt, nextval('receipt_numbers')), ") +
                      empty_it + "where id = $1",
                  pqxx::params{answer.value});
    drop_parts(tx, "$1", pqxx::params{answer.value});
}

long erase_due_answers(Transaction& tx) {
    drop_codes(tx, "c.erases_at <= now() and a.state <> 'erased'", {});
    drop_parts(tx,
               "select a.id from answers a join consultations c on c.id = a.consultation_id where c.erases_at <= now() "
               "and a.state <> 'erased'",
               {});
    return long(tx.sql()
                    .exec(std::string("update answers a set state = 'erased', entered_by = null, ") + empty_it +
                          "from consultations c where c.id = a.consultation_id and c.erases_at <= now() and a.state <> "
                          "'erased'")
                    .affected_rows());
}

long erase_answers_of(Transaction& tx, AccountId account) {
    const pqxx::params params{account.value};
    drop_codes(tx, "a.account_id = $1 and a.unit_id is null and a.body_name is null and a.state <> 'erased'", params);
    drop_parts(tx,
               "select id from answers where account_id = $1 and unit_id is null and body_name is null and state <> "
               "'erased'",
               params);
    const auto erased =
        tx.sql()
            .exec(std::string("update answers set state = 'erased', entered_by = null, ") + empty_it +
                      "where account_id = $1 and unit_id is null and body_name is null and state <> 'erased'",
                  params)
            .affected_rows();
    // What a body said stays its own; who sent it is not told any more, nor who was about to.
    tx.sql().exec(
        "update answers set account_id = null, author_name = null, email = null, "
        "typed = (typed::jsonb - '#name' - '#email')::text where account_id = $1",
        params);
    return long(erased);
}

}  // namespace samrad::storage
