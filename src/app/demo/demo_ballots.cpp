#include "app/demo/demo_ballots.hpp"

#include "storage/ballots.hpp"
#include "storage/votes.hpp"

namespace samrad::app {

namespace {

using namespace std::chrono_literals;

// Who votes what: the place of a choice for each member in turn, from a pattern that repeats; -1 does not vote.
void cast(storage::Transaction& tx, const domain::Ballot& ballot, const DemoOrganisation& all,
          const std::vector<int>& pattern) {
    for (std::size_t i = 0; i < all.members.size(); ++i) {
        const int place = pattern[i % pattern.size()];
        const auto part = storage::find_part(tx, ballot.id, all.members[i]);
        if (place < 0 || !part.voter.in_electorate || part.turns > 0) continue;
        storage::add_turn(tx, ballot.id,
                          {all.members[i], 1, domain::Electorate::members, ballot.choices[std::size_t(place)].id});
    }
}

domain::Ballot opened(storage::Transaction& tx, ProcessId process, const domain::BallotRules& rules, AccountId author) {
    const auto id = storage::add_ballot(tx, process, rules, author);
    storage::open_ballot(tx, id);
    return storage::find_ballot(tx, id).value();
}

}  // namespace

void add_demo_ballots(storage::Transaction& tx, ProcessId process, DocumentId document, const DemoOrganisation& all,
                      Time today) {
    domain::BallotRules order;
    order.question = "Hvilket krav skal stå først i uttalelsen?";
    order.description = "Kravene er med alle tre. Avstemningen avgjør bare **rekkefølgen**.";
    order.kind = domain::BallotKind::options;
    order.labels = {"Lavere fart ved skolene", "Lys og brøyting på gangveiene", "Skoleskyss der veien er farlig"};
    order.disclosure = domain::Disclosure::named;
    order.units = {all.party};
    const auto first = opened(tx, process, order, all.secretary);
    cast(tx, first, all, {0, 2, 1, 0, -1, 2, 0, 1, 0, 2, -1});
    storage::close_ballot(tx, storage::lock_ballot(tx, first.id).value());

    domain::BallotRules adoption;
    adoption.document = document;
    adoption.question = "Skal uttalelsen «Trygg skolevei» vedtas?";
    adoption.description = "Stemmen kan endres til avstemningen lukker. Resultatet vises når den er lukket.";
    adoption.units = {all.party};
    adoption.closes = today + 5 * 24h;
    cast(tx, opened(tx, process, adoption, all.secretary), all, {-1, 0, 0, 1, -1, 0, 2, 0, -1, 1, 0, -1, 0});

    domain::BallotRules sending;
    sending.question = "Skal uttalelsen sendes kommunestyrene samlet?";
    sending.units = {all.party};
    storage::add_ballot(tx, process, sending, all.secretary);
}

}  // namespace samrad::app
