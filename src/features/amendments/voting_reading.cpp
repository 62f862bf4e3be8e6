// The reading half of the voting list: what everybody who reads the document may see of it.
#include <boost/json.hpp>

#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/voting_list.hpp"
#include "features/query.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::VotingResult;

http::Reply show_voting_list(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const int version = number_in(work, "version", 999'999);
    if (version != 0 && version != at.document.head) return reply_json(voted_list_json(work, at.document, version));
    work.limits.take("voting_list:" + work.asker(), 60, 120);
    return reply_json(voting_list_json(work, at.document, open_voting_list(work, at.document, texts)));
}

http::Reply show_voting_consequence(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    work.limits.take("voting_list:" + work.asker(), 60, 120);
    const auto list = open_voting_list(work, at.document, texts);
    const auto found = list.index_of.find(work.id<AmendmentId>("amendment"));
    if (found == list.index_of.end()) throw missing();
    const auto asked = work.request.query.find("result");
    const auto result = from_name<VotingResult>(asked == work.request.query.end() ? "adopted" : asked->second);
    if (!result) throw invalid("input.not_a_choice", "result");
    const auto consequence = consequence_of(work, at.document, list, found->second, *result, texts);
    auto object = supposed_text_json(work, at.document, list, found->second, *result, consequence, texts);
    json::array along;
    for (const auto i : consequence.along) {
        along.push_back(json::object{{"id", list.pending[i].id.value}, {"number", list.pending[i].number}});
    }
    json::array falls;
    for (const auto& fall : consequence.falls) {
        const auto& amendment = list.pending[fall.contender];
        falls.push_back(
            json::object{{"id", amendment.id.value}, {"number", amendment.number}, {"reason", name_of(fall.reason)}});
    }
    object["version"] = at.document.head;
    object["amendment"] = found->first.value;
    object["result"] = name_of(*result);
    object["along"] = std::move(along);
    object["falls"] = std::move(falls);
    return reply_json(object);
}

json::object voting_list_event(storage::Transaction& tx, DocumentId id) {
    const auto document = storage::find_document(tx, id);
    if (!document) return {};
    return {{"document", id.value}, {"order", storage::voting_order(tx, id, document->head).number}};
}

json::object voting_result_event(storage::Transaction& tx, AmendmentId id) {
    const auto amendment = storage::find_amendment(tx, id);
    if (!amendment || amendment->state == domain::AmendmentState::draft) return {};
    const auto result = storage::voting_result(tx, amendment->document, id);
    if (result.id == 0) return {};
    return std::move(results_json(tx, {result}).front().as_object());
}

}  // namespace samrad::features
