#include "features/responses/report_pages.hpp"

#include "features/attachment.hpp"
#include "features/dates.hpp"
#include "features/me.hpp"
#include "features/query.hpp"
#include "features/reach_consultation.hpp"
#include "features/responses/report_fields.hpp"
#include "features/responses/report_words.hpp"
#include "features/voice_word.hpp"

namespace samrad::features {

namespace {

using domain::Act;
using domain::Language;
using std::string;

Language language_asked(const Work& work) {
    const auto asked = parameter(work, "language");
    if (const auto known = from_name<Language>(asked)) return *known;
    if (!asked.empty()) throw invalid("input.not_a_choice", "language");
    return work.actor.signed_in() ? work.actor.language : language_of(work.request);
}

ToldReport reach_report(Work& work, Texts& texts) {
    const auto [consultation, scope] = reach_consultation(work, work.id<ConsultationId>("consultation"), Act::read);
    return told_report(work, consultation, number_in(work, "edition", 1'000'000), texts);
}

string edition_word(const ToldReport& report, Language language) {
    return string(language == Language::en ? "Edition " : "Utgave ") + std::to_string(report.edition.number) + ", " +
           date_for_people(to_iso(report.edition.at), name_of(language));
}

// The path of a changed block: where it stands now, or, where it is gone, in the version in which it stood.
string path_of(const ToldReport& report, const ToldBlock& block) {
    const int version = block.gone || !report.document ? block.version : report.document->head;
    return "/documents/" + std::to_string(report.document ? report.document->id.value : 0) + "/versions/" +
           std::to_string(version) + "#" + block.name;
}

paper::Report on_paper(const ToldReport& report, Language language, const string& address) {
    const bool en = language == Language::en;
    paper::Report paper;
    paper.language = name_of(language);
    paper.title = string(en ? "Answers to the consultation: " : "Svar på høringen: ") + report.consultation.rules.title;
    paper.subtitle = edition_word(report, language);
    paper.note = count_note(language);
    paper.heard_word = en ? "What we heard" : "Hva vi hørte";
    paper.decided_word = en ? "What we decided" : "Hva vi bestemte";
    paper.why_word = en ? "Why" : "Hvorfor";
    paper.answers_word = en ? "Answers" : "Svar";
    paper.changed_word = en ? "Changed in the text" : "Endret i teksten";
    for (const auto& theme : report.themes) {
        paper::ReportSection section;
        section.level = theme.theme.level;
        section.title = theme.theme.title;
        if (theme.theme.open) section.note = open_note(language);
        section.answers = count_words(theme.theme.counts, language);
        if (theme.response) {
            section.status = status_word(theme.response->status, language);
            section.heard = theme.response->heard;
            section.decided = theme.response->decided;
            section.why = theme.response->why;
        }
        for (const auto& block : theme.blocks) {
            section.changed.push_back({place_word(block, language), block.words, address + path_of(report, block)});
        }
        for (const auto& quote : theme.quotes) {
            section.quotes.emplace_back(quote.words, voice_word(quote.voice, language));
        }
        paper.sections.push_back(std::move(section));
    }
    return paper;
}

}  // namespace

Fields theme_fields(const ToldReport& report, const ToldTheme& told, Language language) {
    Fields fields;
    auto& texts = fields.texts;
    texts = {{"theme", std::to_string(told.theme.theme.value)},
             {"theme_title", told.theme.title},
             {"h", std::to_string(told.theme.level + 1)}};
    fields.truths["heading"] = !told.theme.open && !told.response;
    if (told.theme.open) texts["open_note"] = open_note(language);
    if (told.response) {
        texts["status"] = status_word(told.response->status, language);
        texts["status_key"] = name_of(told.response->status);
        texts["heard"] = told.response->heard;
        texts["decided"] = told.response->decided;
        texts["why"] = told.response->why;
    }
    for (const auto& block : told.blocks) {
        Fields one;
        one.texts = {{"words", block.words}, {"place", place_word(block, language)}, {"href", path_of(report, block)}};
        fields.lists["changed"].push_back(std::move(one));
    }
    for (const auto& quote : told.quotes) {
        Fields one;
        one.texts = {{"quote", quote.words}, {"by", voice_word(quote.voice, language)}};
        fields.lists["quotes"].push_back(std::move(one));
    }
    for (const auto& [voice, count] : count_words(told.theme.counts, language)) {
        Fields one;
        one.texts = {{"voice", voice}, {"count", count}};
        fields.lists["counts"].push_back(std::move(one));
    }
    fields.truths["has_changed"] = !told.blocks.empty();
    fields.truths["has_quotes"] = !told.quotes.empty();
    fields.truths["has_counts"] = fields.lists.contains("counts");
    return fields;
}

http::Reply report_page(Work& work, const PlainPages& pages, Texts& texts) {
    const auto report = reach_report(work, texts);
    const auto language = language_asked(work);
    const auto id = std::to_string(report.consultation.id.value);
    const bool newest = report.edition.number == report.editions.front().number;
    PlainPage page{"report",
                   (language == Language::en ? "Report: " : "Rapport: ") + report.consultation.rules.title,
                   {},
                   200,
                   language};
    page.fields.texts = {{"consultation", id},
                         {"consultation_title", report.consultation.rules.title},
                         {"edition_word", edition_word(report, language)},
                         {"edition", std::to_string(report.edition.number)},
                         {"note", count_note(language)},
                         {"document", report.document ? std::to_string(report.document->id.value) : ""},
                         {"document_title", report.document ? report.document->title : ""}};
    page.fields.truths["old"] = !newest;
    for (const auto& theme : report.themes) {
        page.fields.lists["themes"].push_back(theme_fields(report, theme, language));
    }
    for (const auto& one : report.editions) {
        if (report.editions.size() < 2) break;
        Fields fields;
        fields.texts = {{"number", std::to_string(one.number)},
                        {"on", date_for_people(to_iso(one.at), name_of(language))}};
        fields.truths["this"] = one.number == report.edition.number;
        page.fields.lists["editions"].push_back(std::move(fields));
    }
    auto reply = pages.make(work, std::move(page));
    // Consent can be taken back, and then the words are gone from here within the minute.
    reply.headers.emplace_back("cache-control", "private, no-cache");
    return reply;
}

http::Reply export_report(Work& work, Texts& texts, paper::Press& press, const Site& site) {
    const auto report = reach_report(work, texts);
    const auto language = language_asked(work);
    const auto form = parameter(work, "form");
    if (form.empty()) throw invalid("input.missing", "form");
    if (form != "docx" && form != "pdf" && form != "md") throw invalid("input.not_a_choice", "form");
    work.limits.take("paper:" + work.asker(), 30, 30);
    const auto paper = on_paper(report, language, site.public_address);
    if (form == "md")
        return attachment(require(press.markdown(paper)), "text/markdown; charset=utf-8", paper.title, form);
    if (form == "pdf") return attachment(require(press.pdf(paper)), "application/pdf", paper.title, form);
    return attachment(require(press.docx(paper)),
                      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper.title, form);
}

}  // namespace samrad::features
