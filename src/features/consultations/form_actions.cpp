#include "features/consultations/form_actions.hpp"

#include <boost/json.hpp>

#include "domain/consultation/consultation.hpp"
#include "features/body.hpp"
#include "features/consultations/answer_page.hpp"
#include "features/consultations/asked_paragraphs.hpp"
#include "features/consultations/consultation_json.hpp"
#include "features/form_json.hpp"
#include "features/json.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "features/reach_consultation.hpp"
#include "features/texts.hpp"
#include "storage/consultations.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

http::Reply reply_consultation(Work& work, ConsultationId id, const domain::Scope& scope) {
    return reply_json(consultation_json(work, storage::find_consultation(work.tx, id).value(), scope));
}

std::string object_of(ConsultationId id) { return "consultation:" + std::to_string(id.value); }

// A key that an earlier revision had means what it meant there, also where the one before has it not.
void require_meanings(Work& work, const domain::Consultation& consultation, const domain::Form& form) {
    for (int number = consultation.revision; number >= 1; --number) {
        if (const auto before = storage::find_form(work.tx, consultation.id, number)) {
            require(domain::check_revision(form_of(*before), form));
        }
    }
}

}  // namespace

void require_blocks(Work& work, const domain::Form& form, const domain::ConsultationRules& rules) {
    std::shared_ptr<const Text> text;
    for (std::size_t s = 0; s < form.sections.size(); ++s) {
        for (std::size_t q = 0; q < form.sections[s].questions.size(); ++q) {
            const auto& question = form.sections[s].questions[q];
            if (question.block.empty()) continue;
            if (!text && rules.document) {
                const auto document = storage::find_document(work.tx, *rules.document).value();
                const auto version = storage::find_version(work.tx, document.id, rules.version).value();
                text = render_version(version, document.line_width);
            }
            if (!text || !text->block(question.block)) {
                throw invalid("form.block_unknown",
                              "sections[" + std::to_string(s) + "].questions[" + std::to_string(q) + "].block");
            }
        }
    }
}

http::Reply show_form(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    const int revision = number_in(work, "revision", consultation.revision);
    const int number = revision == 0 ? consultation.revision : revision;
    auto object = form_json(form_of(storage::find_form(work.tx, consultation.id, number).value()));
    object["revision"] = number;
    object["edit"] = storage::form_edits(work.tx, consultation.id, number);
    return reply_json(object);
}

http::Reply store_form(Work& work) {
    const auto [consultation, scope] =
        reach_locked_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
    Body body(work.request);
    const auto base = body.number("base", 1, INT32_MAX);
    const int edits = storage::form_edits(work.tx, consultation.id, consultation.revision);
    const auto edit = body.maybe_number("edit", 1, INT32_MAX).value_or(edits);
    const auto form = read_form(body);
    body.done();
    if (base != consultation.revision || edit != edits) {
        auto problem = conflict("form.stale_base");
        problem.facts = {{"revision", std::to_string(consultation.revision)}};
        throw problem;
    }
    require_blocks(work, form, consultation.rules);
    int revision = consultation.revision;
    const auto before = form_of(storage::find_form(work.tx, consultation.id, revision).value());
    if (storage::has_answers(work.tx, consultation.id)) {
        require_meanings(work, consultation, form);
        if (!(before == form)) ++revision;
    }
    if (!(before == form)) {
        storage::store_form(work.tx, consultation.id, revision, json::serialize(form_json(form)), work.actor.account);
        work.record("store_form", object_of(consultation.id), std::to_string(revision));
    }
    return reply_consultation(work, consultation.id, scope);
}

http::Reply list_revisions(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
    json::array items;
    for (const auto& revision : storage::form_revisions_of(work.tx, consultation.id)) {
        items.push_back(json::object{{"revision", revision.number},
                                     {"at", to_iso(revision.at)},
                                     {"by", revision.author},
                                     {"answers", revision.answers}});
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

http::Reply preview_form(Work& work, const PlainPages& pages, Texts& texts) {
    const auto [process, scope] = reach_process(work, work.id<ProcessId>("process"), domain::Act::edit);
    work.limits.take("preview:" + work.asker(), 4, 40);
    Body body(work.request);
    ReachedAnswer shown;
    shown.form = read_form(body);
    const auto page = body.maybe_number("page", 1, std::int64_t(shown.form.sections.size())).value_or(1);
    shown.language = body.maybe_name<domain::FormLanguage>("language").value_or(domain::FormLanguage::nb);
    shown.consultation.rules.title = body.maybe_line("title", 200).value_or(process.title);
    // Of which paragraphs it asks: of a document of the same process.
    if (const auto document = body.maybe_number("document", 1, INT64_MAX)) {
        shown.consultation.rules.document = DocumentId{*document};
        shown.consultation.rules.version = int(body.number("version", 1, 1'000'000));
        const auto reached = reach_document(work, DocumentId{*document}, domain::Act::read);
        if (reached.process.id != process.id) throw missing();
    }
    body.done();
    shown.consultation.process = process.id;
    put_paragraphs(work, shown, texts);
    return reply_json({{"html", pages.fragment(section_page(shown, std::size_t(page - 1), {}))}});
}

}  // namespace samrad::features
