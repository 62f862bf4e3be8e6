// What is blacked out, of reading_actions.hpp. The original stays in the answer; every reader is handed `shown`.
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/consultation/passage.hpp"
#include "features/body.hpp"
#include "features/form_json.hpp"
#include "features/read_answer.hpp"
#include "features/reading/reading_actions.hpp"
#include "features/reading/reading_json.hpp"
#include "features/redacted_answer.hpp"
#include "storage/redactions.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

std::string object_of(AnswerId answer) { return "answer:" + std::to_string(answer.value); }

void tell_answer(Work& work, const ReadAnswer& reached) {
    work.tell(topic_of(reached.consultation.id), "marks", reached.item.id.value);
}

http::Reply reply_redactions(Work& work, AnswerId answer, int status) {
    json::array items;
    for (const auto& one : storage::redactions_of(work.tx, answer)) items.push_back(redaction_json(one));
    return reply_json(json::object{{"items", std::move(items)}}, status);
}

}  // namespace

http::Reply redact(Work& work) {
    const auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    Body body(work.request);
    const auto passage = read_passage(body);
    const auto reason = body.line("reason", 500);
    const int edits = read_edits(body);
    body.done();
    const auto original = storage::lock_original(work.tx, reached.item.id).value();
    require_unchanged(edits, original.edits);
    const auto texts = texts_of(work, original.consultation, original.revision, original.content);
    require(domain::check_passage(passage, text_of_field(texts, passage.field)));
    if (storage::redactions_of(work.tx, reached.item.id).size() >= 200) throw conflict("redaction.too_many");
    storage::add_redaction(work.tx, reached.item.id, passage, reason, work.actor.account);
    show_with_bars(work, reached.item.id);
    work.record("redact", object_of(reached.item.id), reason);
    tell_answer(work, reached);
    return reply_redactions(work, reached.item.id, 201);
}

// Who takes a bar away has seen what is behind it: for those who may.
http::Reply unredact(Work& work) {
    const auto redaction = storage::find_redaction(work.tx, work.id<RedactionId>("redaction"));
    if (!redaction) throw missing();
    const auto reached = reach_read_answer(work, redaction->answer);
    require(domain::refuse(work.actor, domain::Act::moderate, reached.scope));
    Body(work.request).done();
    storage::lock_original(work.tx, redaction->answer);
    storage::remove_redaction(work.tx, redaction->id);
    show_with_bars(work, redaction->answer);
    work.record("unredact", object_of(redaction->answer), redaction->reason);
    tell_answer(work, reached);
    return reply_redactions(work, redaction->answer, 200);
}

http::Reply show_original(Work& work) {
    const auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    require(domain::refuse(work.actor, domain::Act::moderate, reached.scope));
    Body(work.request).done();
    const auto original = storage::lock_original(work.tx, reached.item.id).value();
    json::array texts;
    for (const auto& one : texts_of(work, original.consultation, original.revision, original.content)) {
        texts.push_back(json::object{{"field", one.field}, {"text", one.text}});
    }
    work.record("show_original", object_of(reached.item.id));
    auto reply = reply_json(json::object{{"texts", std::move(texts)}});
    reply.headers.emplace_back("cache-control", "no-store");
    return reply;
}

}  // namespace samrad::features
