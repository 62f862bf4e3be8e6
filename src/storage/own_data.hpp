// All that the tables hold about one account, and its erasure.
#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// What one table has of an account.
struct OwnRows {
    std::string table;
    std::string column;  // by which a row is the account's: "author_id", "hidden_by"
    std::string rows;    // a JSON array of objects, a column each
};

// Every row of every table that names the account, found by the foreign keys to accounts, so that no table is
// forgotten; and what hangs on its own rows: earlier texts of its comments, files and links of its answers. Whole rows
// where the account is who wrote them; of acts on what others wrote (hidden_by, resolved_by, entered_by and the like)
// the row's number alone. Never secrets (hashes, tokens) and never bytes of files. Tables without rows are left out.
std::vector<OwnRows> own_data(Transaction& tx, AccountId account);

// The account becomes "#17" (domain::is_pseudonym): its name, address, password, sessions, standings, links, mails,
// drafts and what it answered for itself are gone; what it said in public keeps its words, date and number under that
// name.
void erase_account(Transaction& tx, AccountId account);

}  // namespace samrad::storage
