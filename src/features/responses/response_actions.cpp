#include "features/responses/response_actions.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/form_json.hpp"
#include "features/merged_themes.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "features/reach_consultation.hpp"
#include "features/responses/response_json.hpp"
#include "features/responses/told_report.hpp"
#include "storage/consultations.hpp"
#include "storage/documents.hpp"
#include "storage/events.hpp"
#include "storage/outcomes.hpp"
#include "storage/themes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

using domain::Act;
using std::string;

string topic_of(const domain::Consultation& consultation) {
    return "process:" + std::to_string(consultation.process.value);
}

// The living theme in the path, of that consultation.
domain::Theme reach_theme(Work& work, ConsultationId consultation) {
    auto theme = storage::find_theme(work.tx, work.id<ThemeId>("theme"));
    if (!theme || theme->consultation != consultation || theme->removed) throw missing();
    return *std::move(theme);
}

std::optional<domain::Document> document_of(Work& work, const domain::Consultation& consultation) {
    if (!consultation.rules.document) return std::nullopt;
    return storage::find_document(work.tx, *consultation.rules.document);
}

json::object whole_json(Work& work, const std::optional<domain::Document>& document, ConsultationId consultation,
                        const domain::Response& response, Texts& texts) {
    const auto allowed = storage::quotable_passages(work.tx, consultation, response.quotes);
    std::vector<MarkId> quotes;
    for (const auto mark : response.quotes) {
        if (allowed.contains(mark)) quotes.push_back(mark);
    }
    return response_json(response, document ? told_blocks(work, *document, response, texts) : std::vector<ToldBlock>{},
                         quotes);
}

json::array editions_json(Work& work, ConsultationId consultation) {
    json::array all;
    for (const auto& one : storage::editions_of(work.tx, consultation)) {
        const auto mails = storage::count_mailing(work.tx, consultation, one.number);
        all.push_back(json::object{
            {"edition", one.number}, {"at", to_iso(one.at)}, {"told", mails.told}, {"all_told", mails.done}});
    }
    return all;
}

// What somebody sent, held against the text and the passages that it names.
domain::Response read_response(Work& work, const domain::Consultation& consultation, const domain::Theme& theme,
                               Body& body, Texts& texts) {
    domain::Response response;
    response.theme = theme.id;
    response.status = body.name<domain::ResponseStatus>("status");
    response.heard = domain::trimmed(body.text("heard", 0, 20000));
    response.decided = domain::trimmed(body.text("decided", 0, 20000));
    response.why = domain::trimmed(body.maybe_text("why", 0, 20000).value_or(""));
    response.version = int(body.maybe_number("version", 0, 1'000'000).value_or(0));
    const auto blocks = body.maybe_texts("blocks", domain::most_changed_blocks, 12).value_or(std::vector<string>{});
    for (const auto number : body.maybe_numbers("quotes", domain::most_quotes).value_or(std::vector<std::int64_t>{})) {
        response.quotes.push_back(MarkId{number});
    }
    for (const auto& name : blocks) response.blocks.push_back(block_number(name));
    require(domain::check_response(response, consultation.rules));
    if (response.version > 0) {
        const auto document = document_of(work, consultation);
        if (!document || response.version > document->head) throw invalid("response.no_such_version", "version");
        const auto text = text_of_version(work, *document, response.version, texts);
        for (const auto& name : blocks) {
            if (!text->block(name)) throw invalid("response.no_such_block", "blocks");
        }
    }
    std::sort(response.blocks.begin(), response.blocks.end());
    response.blocks.erase(std::unique(response.blocks.begin(), response.blocks.end()), response.blocks.end());
    const auto allowed = storage::quotable_passages(work.tx, consultation.id, response.quotes);
    for (const auto mark : response.quotes) {
        const auto found = allowed.find(mark);
        if (found == allowed.end() || found->second.theme != theme.id) {
            throw invalid("response.not_quotable", "quotes");
        }
    }
    return response;
}

}  // namespace

http::Reply list_responses(Work& work, Texts& texts) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const auto document = document_of(work, consultation);
    const auto themes = domain::in_tree_order(storage::themes_of(work.tx, consultation.id));
    const auto responses = storage::newest_responses(work.tx, consultation.id);
    const auto counts = storage::count_voices(work.tx, consultation.id, work.actor.account);
    json::array all;
    for (const auto& theme : themes) {
        const auto counted = counts.find(theme.id);
        json::object voices;
        for (std::size_t i = 0; i < domain::voice_count; ++i) {
            voices[name_of(domain::Voice(i))] = counted == counts.end() ? 0 : counted->second[i];
        }
        const auto found = responses.find(theme.id);
        all.push_back(json::object{
            {"id", theme.id.value},
            {"title", theme.title},
            {"parent", theme.parent ? json::value(theme.parent->value) : json::value(nullptr)},
            {"answers", std::move(voices)},
            {"response", found == responses.end()
                             ? json::value(nullptr)
                             : json::value(whole_json(work, document, consultation.id, found->second, texts))}});
    }
    return reply_json(
        {{"consultation", json::object{{"id", consultation.id.value},
                                       {"title", consultation.rules.title},
                                       {"process", consultation.process.value},
                                       {"version", consultation.rules.version}}},
         {"document", document ? json::value(json::object{
                                     {"id", document->id.value}, {"title", document->title}, {"head", document->head}})
                               : json::value(nullptr)},
         {"themes", std::move(all)},
         {"merged", merged_json(work, consultation.id)},
         {"editions", editions_json(work, consultation.id)},
         {"may", json::object{{"edit", domain::may(work.actor, Act::edit, scope)}}},
         {"last_event", storage::event_head(work.tx, topic_of(consultation))}});
}

http::Reply list_passages(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const auto theme = reach_theme(work, consultation.id);
    const int limit = page_limit(work.request);
    auto passages =
        storage::passages_of(work.tx, theme.id, work.actor.account, MarkId{page_cursor(work.request)}, limit + 1);
    const bool more = int(passages.size()) > limit;
    if (more) passages.pop_back();
    json::array items;
    for (const auto& one : passages) {
        items.push_back(json::object{{"mark", one.mark.value},
                                     {"answer", one.answer.value},
                                     {"receipt", one.receipt ? json::value(*one.receipt) : json::value(nullptr)},
                                     {"voice", name_of(one.voice)},
                                     {"words", words_of(one)},
                                     {"quotable", one.quotable}});
    }
    return reply_json(page_json(std::move(items), more ? std::optional(passages.back().mark.value) : std::nullopt));
}

http::Reply list_revisions(Work& work, Texts& texts) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const auto theme = reach_theme(work, consultation.id);
    const auto document = document_of(work, consultation);
    json::array items;
    for (const auto& one : storage::revisions_of(work.tx, theme.id)) {
        items.push_back(whole_json(work, document, consultation.id, one, texts));
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

http::Reply store_response(Work& work, Texts& texts) {
    const auto [consultation, scope] = reach_consultation(work, work.id<ConsultationId>("consultation"), Act::edit);
    const auto theme = reach_theme(work, consultation.id);
    Body body(work.request);
    const auto base = body.number("base", 0, 1'000'000);
    auto response = read_response(work, consultation, theme, body, texts);
    body.done();
    const auto newest = storage::newest_responses(work.tx, consultation.id);
    const auto found = newest.find(theme.id);
    const int stands = found == newest.end() ? 0 : found->second.revision;
    response.revision = int(base) + 1;
    if (base != stands || !storage::add_response(work.tx, response, work.actor.account)) {
        throw conflict("response.stale_base");
    }
    response.author = person_of(work.actor);
    response.at = work.now;
    work.record("respond", "theme:" + std::to_string(theme.id.value), "revision " + std::to_string(response.revision));
    work.tell(topic_of(consultation), "responses", consultation.id.value);
    return reply_json(whole_json(work, document_of(work, consultation), consultation.id, response, texts));
}

http::Reply publish_report(Work& work) {
    const auto [consultation, scope] =
        reach_locked_consultation(work, work.id<ConsultationId>("consultation"), Act::edit);
    Body body(work.request);
    const auto base = body.number("base", 0, 1'000'000);
    std::set<ThemeId> open;
    for (const auto number : body.maybe_numbers("open", domain::most_themes).value_or(std::vector<std::int64_t>{})) {
        open.insert(ThemeId{number});
    }
    body.done();
    if (!consultation.published) throw conflict("consultation.not_open_yet");
    const auto editions = storage::editions_of(work.tx, consultation.id);
    const int stands = editions.empty() ? 0 : editions.front().number;
    if (base != stands) throw conflict("report.stale_base");
    const auto before = storage::themes_in_edition(work.tx, consultation.id, stands);
    const auto report = require(domain::plan_report(
        storage::themes_of(work.tx, consultation.id), storage::newest_responses(work.tx, consultation.id),
        // Everybody is told of every mark, whoever publishes.
        storage::count_voices(work.tx, consultation.id, std::nullopt), open, before));
    if (stands > 0 && domain::says_the_same(before, report)) throw conflict("report.unchanged");
    storage::add_edition(work.tx, consultation.id, stands + 1, report, work.actor.account);
    work.record("publish_report", "consultation:" + std::to_string(consultation.id.value),
                "edition " + std::to_string(stands + 1));
    work.tell(topic_of(consultation), "responses", consultation.id.value);
    return reply_json({{"edition", stands + 1}, {"editions", editions_json(work, consultation.id)}}, 201);
}

http::Reply show_report(Work& work, Texts& texts) {
    const auto [consultation, scope] = reach_consultation(work, work.id<ConsultationId>("consultation"), Act::read);
    return reply_json(report_json(told_report(work, consultation, number_in(work, "edition", 1'000'000), texts)));
}

}  // namespace samrad::features
