// How every act is carried out: who asks, begin, act, commit, announce.
//
// An action is a plain function on a Work. It reads as six beats: permit, load, decide, store, tell, return. What it
// refuses it throws as a Problem; perform turns that into a reply and takes the transaction back.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/permission/permission.hpp"
#include "features/limits.hpp"
#include "http/router.hpp"
#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// What an action is given.
struct Work {
    storage::Transaction& tx;
    const http::Request& request;
    const domain::Actor& actor;  // nobody: a default one
    SessionId session;           // 0 where nobody is signed in
    Time now;
    Limits& limits;
    std::vector<live::Topic> told;
    std::vector<std::function<void()>> after_commit;  // for what must not happen unless the act is stored

    // Appends an event to a topic; it is announced after the commit.
    void tell(const live::Topic& topic, std::string_view kind, std::int64_t subject);
    // An id from the path ("/api/documents/{document}"). One that is no number is `missing`, as one that does not
    // exist.
    template <class IdType>
    IdType id(const std::string& argument) const {
        return IdType{number(argument)};
    }
    // Throws `unauthenticated` where nobody is signed in.
    void require_sign_in() const;
    // Who asks, for limits: the account, or the address of somebody who is not signed in.
    std::string asker() const;
    // The audit trail: an act of office, with its object ("comment:12").
    void record(std::string_view act, std::string_view object, std::string_view details = {});

private:
    std::int64_t number(const std::string& argument) const;
};

// Throws the problem where there is one.
void require(const std::optional<Problem>& problem);
template <class T>
T require(Result<T> result) {
    if (!result) throw result.problem();
    return *std::move(result);
}

using Action = std::function<http::Reply(Work&)>;

// What a route needs at the least, in one word; the generated test of all routes in all roles holds the actions against
// it.
enum class Needs { anyone, account, reader, commenter, author, voter, editor, moderator, administrator };

struct ActionRoute {
    http::Verb verb = http::Verb::get;
    std::string pattern;
    Needs needs = Needs::anyone;
    Action action;
    std::size_t body_limit = 64 * 1024;
    http::Lane lane = http::Lane::work;
    // How a refusal is answered; as JSON where it is not set. Pages answer with a page.
    std::function<http::Reply(const Problem&, const http::Request&)> failure = {};
    // Whether it takes what a plain HTML form of ours sends, instead of JSON.
    bool plain_form = false;
    // Whether such a form may bring files.
    bool takes_files = false;
};

// Carries out actions. Thread-safe; outlives the server that it makes routes for.
class Performer {
public:
    struct Settings {
        std::vector<std::string> origins;  // the only Origins of state-changing requests
    };
    // `announce` is called after a commit with the topics that have new events; it must return at once.
    Performer(Settings settings, storage::Pool& pool, Limits& limits,
              std::function<void(const std::vector<live::Topic>&)> announce);

    http::Reply perform(const ActionRoute& route, const http::Request& request) const;
    // The route as http knows it.
    http::Route bind(ActionRoute route) const;

private:
    http::Reply attempt(const ActionRoute& route, const http::Request& request) const;

    Settings settings_;
    storage::Pool& pool_;
    Limits& limits_;
    std::function<void(const std::vector<live::Topic>&)> announce_;
};

// The name of the session's cookie. The prefix makes browsers insist on Secure, Path=/ and no Domain; they take it from
// http://localhost as well.
inline constexpr std::string_view session_cookie = "__Host-samrad";

}  // namespace samrad::features
