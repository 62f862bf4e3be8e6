// The files of answers as their readers have them: that part of answer_help.hpp.
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/consultations/answer_help.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/form_json.hpp"
#include "features/json.hpp"
#include "features/query.hpp"
#include "features/read_answer.hpp"
#include "storage/answer_files.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// Those that were sent in with the answer; what its author has put beside it since is no reader's yet.
std::vector<storage::AnswerFile> files_for_readers(Work& work, const ReadAnswer& reached) {
    auto files = storage::files_of_answer(work.tx, reached.item.id);
    const auto sent = fields_of(reached.item.shown);
    std::erase_if(files, [&](const auto& file) { return !is_sent(file, sent); });
    return files;
}

struct ReachedFile {
    ReadAnswer answer;
    storage::AnswerFile file;
};

ReachedFile reach_file(Work& work) {
    auto answer = reach_read_answer(work, work.id<AnswerId>("answer"));
    const auto& number = work.request.arguments.at("file");
    for (const auto& file : files_for_readers(work, answer)) {
        if (std::to_string(file.id) == number) return {std::move(answer), file};
    }
    throw missing();
}

json::value withheld_json(const storage::AnswerFile& file) {
    if (!file.withheld) return nullptr;
    return json::object{
        {"reason", file.withheld->reason}, {"by", file.withheld->by}, {"at", to_iso(file.withheld->at)}};
}

http::Reply reply_files(Work& work, const ReadAnswer& answer) {
    const bool moderates = domain::may(work.actor, domain::Act::moderate, answer.scope);
    json::array items;
    for (const auto& file : files_for_readers(work, answer)) {
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

void tell_answer(Work& work, const ReadAnswer& answer) {
    work.tell(topic_of(answer.consultation.id), "marks", answer.item.id.value);
}

}  // namespace

http::Reply list_answer_files(Work& work) {
    return reply_files(work, reach_read_answer(work, work.id<AnswerId>("answer")));
}

http::Reply show_answer_file(Work& work) {
    const auto reached = reach_file(work);
    if (reached.file.withheld) {
        require(domain::refuse(work.actor, domain::Act::moderate, reached.answer.scope));
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
    return reply_files(work, reached.answer);
}

http::Reply give_answer_file_back(Work& work) {
    const auto reached = reach_file(work);
    require(domain::refuse(work.actor, domain::Act::moderate, reached.answer.scope));
    Body(work.request).done();
    storage::give_file_back(work.tx, reached.file.id);
    work.record("give_back", object_of(reached.file));
    tell_answer(work, reached.answer);
    return reply_files(work, reached.answer);
}

}  // namespace samrad::features
