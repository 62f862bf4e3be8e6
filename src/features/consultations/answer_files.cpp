// The files of answers as their readers have them: that part of answer_help.hpp.
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/consultations/answer_help.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/json.hpp"
#include "features/query.hpp"
#include "features/reach_consultation.hpp"
#include "storage/answer_files.hpp"
#include "storage/answers.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

struct ReachedFile {
    storage::Answer answer;
    storage::AnswerFile file;
    domain::Scope scope;
};

storage::Answer reach_read_answer(Work& work, domain::Scope& scope) {
    auto answer = storage::find_answer(work.tx, work.id<AnswerId>("answer"));
    if (!answer) throw missing();
    scope = reach_answers(work, answer->consultation).scope;
    return *std::move(answer);
}

ReachedFile reach_file(Work& work) {
    ReachedFile reached;
    reached.answer = reach_read_answer(work, reached.scope);
    const auto& number = work.request.arguments.at("file");
    for (auto& file : storage::files_of_answer(work.tx, reached.answer.id)) {
        if (std::to_string(file.id) != number) continue;
        reached.file = std::move(file);
        return reached;
    }
    throw missing();
}

json::value withheld_json(const storage::AnswerFile& file) {
    if (!file.withheld) return nullptr;
    return json::object{
        {"reason", file.withheld->reason}, {"by", file.withheld->by}, {"at", to_iso(file.withheld->at)}};
}

http::Reply reply_files(Work& work, AnswerId answer, const domain::Scope& scope) {
    const bool moderates = domain::may(work.actor, domain::Act::moderate, scope);
    json::array items;
    for (const auto& file : storage::files_of_answer(work.tx, answer)) {
        items.push_back(json::object{{"id", file.id},
                                     {"question", file.question},
                                     {"name", file.withheld && !moderates ? "" : file.name},
                                     {"kind", name_of(file.kind)},
                                     {"bytes", file.size},
                                     {"withheld", withheld_json(file)}});
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

std::string object_of(const storage::AnswerFile& file) {
    return "answer:" + std::to_string(file.answer.value) + "/file:" + std::to_string(file.id);
}

void tell_answer(Work& work, const storage::Answer& answer) {
    work.tell("consultation:" + std::to_string(answer.consultation.value), "marks", answer.id.value);
}

}  // namespace

http::Reply list_answer_files(Work& work) {
    domain::Scope scope;
    const auto answer = reach_read_answer(work, scope);
    return reply_files(work, answer.id, scope);
}

http::Reply show_answer_file(Work& work) {
    const auto reached = reach_file(work);
    if (reached.file.withheld) {
        require(domain::refuse(work.actor, domain::Act::moderate, reached.scope));
        work.record("show_original", object_of(reached.file));
    }
    return file_reply(work, reached.file);
}

http::Reply withhold_answer_file(Work& work) {
    const auto reached = reach_file(work);
    Body body(work.request);
    const auto reason = body.line("reason", 500);
    body.done();
    storage::withhold_file(work.tx, reached.file.id, reason, work.actor.account);
    work.record("withhold", object_of(reached.file), reason);
    tell_answer(work, reached.answer);
    return reply_files(work, reached.answer.id, reached.scope);
}

http::Reply give_answer_file_back(Work& work) {
    const auto reached = reach_file(work);
    require(domain::refuse(work.actor, domain::Act::moderate, reached.scope));
    Body(work.request).done();
    storage::give_file_back(work.tx, reached.file.id);
    work.record("give_back", object_of(reached.file));
    tell_answer(work, reached.answer);
    return reply_files(work, reached.answer.id, reached.scope);
}

}  // namespace samrad::features
