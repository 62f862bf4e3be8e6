#include "features/amendments/paper_actions.hpp"

#include "features/amendments/amendment_paper.hpp"
#include "features/amendments/amendment_query.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/attachment.hpp"
#include "features/me.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "paper/workbook.hpp"

namespace samrad::features {

using domain::Act;

namespace {

enum class Form { csv, xlsx, json, docx, odt, pdf };
constexpr std::string_view forms[] = {"csv", "xlsx", "json", "docx", "odt", "pdf"};
constexpr std::string_view content_types[] = {"text/csv; charset=utf-8",
                                              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                              "application/json",
                                              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                              "application/vnd.oasis.opendocument.text",
                                              "application/pdf"};

Form form_of(const Work& work, bool tables) {
    const auto asked = parameter(work, "form");
    for (std::size_t i = tables ? 0 : std::size_t(Form::docx); i < std::size(forms); ++i) {
        if (asked == forms[i]) return Form(i);
    }
    throw invalid(asked.empty() ? "input.missing" : "input.not_a_choice", "form");
}

// What ?language= says (a link may be sent on), else the reader's own.
Language language_of_reader(const Work& work) {
    const auto asked = parameter(work, "language");
    if (const auto known = from_name<Language>(asked)) return *known;
    if (!asked.empty()) throw invalid("input.not_a_choice", "language");
    return work.actor.account ? work.actor.language : language_of(work.request);
}

http::Reply file(std::string bytes, Form form, const std::string& title) {
    return attachment(std::move(bytes), content_types[std::size_t(form)], title, forms[std::size_t(form)]);
}

// A file of thousands of amendments costs seconds: a person may ask for some, not for hundreds.
void limit_export(Work& work) { work.limits.take("paper:" + work.asker(), 30, 30); }

std::string printed(paper::Press& press, const paper::Paper& paper, Form form) {
    if (form == Form::docx) return require(press.docx(paper));
    if (form == Form::odt) return require(press.odt(paper));
    return require(press.pdf(paper));
}

std::string workbook_of(const std::vector<ToldAmendment>& told, Language language) {
    paper::Workbook book;
    book.sheet_name = paper_word(PaperWord::amendments, language);
    book.rows = table_of(told, language);
    book.widths = {8, 10, 8, 10, 14, 50, 50, 40, 50, 24, 24, 24, 9, 12, 40, 40, 10, 24, 40, 50};
    return require(paper::write_workbook(book));
}

}  // namespace

http::Reply export_amendments(Work& work, Texts& texts, paper::Press& press) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const auto form = form_of(work, true);
    const auto language = language_of_reader(work);
    const auto query = read_filters(work, at.document.id);
    limit_export(work);
    const auto told =
        told_amendments(work, at.document, query, texts, form < Form::docx ? most_in_table : most_printed);
    const std::string title = std::string(paper_word(PaperWord::amendments, language)) + " " + at.document.title;
    switch (form) {
        case Form::csv: return file(domain::write_csv(table_of(told, language)), form, title);
        case Form::xlsx: return file(workbook_of(told, language), form, title);
        case Form::json: return file(json_of(told, at.document, work.now), form, title);
        default: break;
    }
    return file(printed(press, list_paper(told, at.document, work.now, language), form), form, title);
}

http::Reply export_synopsis(Work& work, Texts& texts, paper::Press& press) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const auto form = form_of(work, false);
    const auto language = language_of_reader(work);
    limit_export(work);
    auto query = read_lines(work, at.document.id);
    query.state = domain::AmendmentState::submitted;
    const auto told = told_amendments(work, at.document, query, texts, most_printed);
    const auto text = text_of_version(work, at.document, at.document.head, texts);
    const auto paper = synopsis_paper(told, at.document, *text, {query.line_from, query.line_to}, work.now, language);
    const std::string title = std::string(paper_word(PaperWord::synopsis, language)) + " " + at.document.title;
    return file(printed(press, paper, form), form, title);
}

std::vector<ActionRoute> paper_routes(Texts& texts, paper::Press& press) {
    const auto with = [&](auto action) {
        return [&texts, &press, action](Work& work) { return action(work, texts, press); };
    };
    return {
        {http::Verb::get, "/api/documents/{document}/amendments/export", Needs::reader, with(export_amendments)},
        {http::Verb::get, "/api/documents/{document}/synopsis", Needs::reader, with(export_synopsis)},
        {http::Verb::post, "/api/documents/{document}/amendments/import", Needs::editor,
         [&texts](Work& work) { return import_amendments(work, texts); }, 6 * 1024 * 1024},
    };
}

}  // namespace samrad::features
