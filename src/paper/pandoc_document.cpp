// From a Paper or a Report to pandoc's JSON. A string of it is a string: pandoc reads no markup out of it.
#include <boost/json.hpp>

#include "paper/paper.hpp"
#include "paper/report.hpp"

namespace samrad::paper {

namespace json = boost::json;

namespace {

using std::string;

json::object node(const char* name, json::value content) { return {{"t", name}, {"c", std::move(content)}}; }
json::object node(const char* name) { return {{"t", name}}; }

json::array no_attributes() { return {"", json::array{}, json::array{}}; }

// One string for each line, spaces and all: a node for each word would cost pandoc and us ten times the memory.
json::array inlines_of(std::string_view text) {
    json::array all;
    string line;
    const auto flush = [&] {
        if (!line.empty()) all.push_back(node("Str", json::string(line)));
        line.clear();
    };
    for (const char c : text) {
        if (c == '\n') {
            flush();
            all.push_back(node("LineBreak"));
        } else {
            line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    flush();
    return all;
}

void append(json::array& all, json::array more) {
    for (auto& one : more) all.push_back(std::move(one));
}

json::object paragraph(json::array inlines) { return node("Para", std::move(inlines)); }

json::object strong(std::string_view text) { return node("Strong", inlines_of(text)); }
json::object emphasis(std::string_view text) { return node("Emph", inlines_of(text)); }

json::object heading(int level, json::array inlines) {
    return node("Header", json::array{level, no_attributes(), std::move(inlines)});
}

json::object marked(const Piece& piece, const Entry& entry, bool tracked) {
    const bool gone = piece.mark == Piece::deleted;
    if (!tracked) return node(gone ? "Strikeout" : "Underline", inlines_of(piece.text));
    json::array attributes{
        "", json::array{gone ? "deletion" : "insertion"},
        json::array{json::array{"author", json::string(entry.author)}, json::array{"date", json::string(entry.date)}}};
    return node("Span", json::array{std::move(attributes), inlines_of(piece.text)});
}

// A paragraph for each line of what somebody wrote, the first behind a word of ours.
void add_text(json::array& blocks, std::string_view head, const string& text) {
    bool first = true;
    for (const auto& line : lines_in(text)) {
        json::array inlines;
        if (first && !head.empty()) {
            inlines.push_back(strong(head));
            inlines.push_back(node("Space"));
        }
        append(inlines, inlines_of(line));
        blocks.push_back(paragraph(std::move(inlines)));
        first = false;
    }
    if (first && !head.empty()) blocks.push_back(paragraph({strong(head)}));
}

json::array difference(const std::vector<std::vector<Piece>>& rows, const Entry& entry, bool tracked) {
    json::array paragraphs;
    for (const auto& row : rows) {
        json::array inlines;
        for (const auto& piece : row) {
            if (piece.mark == Piece::kept) {
                append(inlines, inlines_of(piece.text));
            } else {
                inlines.push_back(marked(piece, entry, tracked));
            }
        }
        paragraphs.push_back(paragraph(std::move(inlines)));
    }
    return paragraphs;
}

void add_entry(json::array& blocks, const Paper& paper, const Entry& entry, bool tracked) {
    const string title = entry.place.empty() ? entry.name : entry.name + ", " + entry.place;
    blocks.push_back(heading(paper.synopsis() ? 4 : 2, inlines_of(title)));
    blocks.push_back(paragraph({emphasis(entry.state.empty() ? entry.by : entry.by + " · " + entry.state)}));
    auto changes = difference(entry.difference, entry, tracked);
    add_text(changes, "", entry.instruction);
    if (!changes.empty()) blocks.push_back(node("BlockQuote", std::move(changes)));
    if (!entry.reason.empty()) add_text(blocks, paper.reason_word + ":", entry.reason);
    for (const auto& opinion : entry.opinions) {
        json::array said;
        add_text(said, opinion.head, opinion.text);
        if (!opinion.dissent) {
            append(blocks, std::move(said));
        } else {
            blocks.push_back(node("BlockQuote", std::move(said)));
        }
        // Underlined and struck: two tracked changes of one passage could not both be accepted.
        if (!opinion.wording.empty()) {
            blocks.push_back(node("BlockQuote", difference(opinion.wording, entry, false)));
        }
    }
}

// The official lines of a block, each with its number, one under the other.
json::object numbered(const Passage& passage) {
    json::array inlines;
    for (const auto& [number, words] : passage.lines) {
        // An item stands further in, with its mark before its first line.
        string before = std::to_string(number) + "\u2003";
        for (int i = 1; i < passage.depth; ++i) before += "\u2003";
        if (!passage.mark.empty()) before += inlines.empty() ? passage.mark + "\u2002" : "\u2003";
        if (!inlines.empty()) inlines.push_back(node("LineBreak"));
        inlines.push_back(node("Str", json::string(before)));
        if (passage.level > 0) {
            inlines.push_back(strong(words));
        } else {
            append(inlines, inlines_of(words));
        }
    }
    return paragraph(std::move(inlines));
}

string document_of(const string& title, const string& subtitle, const string& language, const string& api_version,
                   json::array blocks) {
    json::object meta{{"title", node("MetaInlines", inlines_of(title))},
                      {"subtitle", node("MetaInlines", inlines_of(subtitle))},
                      {"lang", node("MetaString", json::string(language))}};
    return json::serialize(json::object{
        {"pandoc-api-version", json::parse(api_version)}, {"meta", std::move(meta)}, {"blocks", std::move(blocks)}});
}

void add_section(json::array& blocks, const Report& report, const ReportSection& section, int below) {
    blocks.push_back(heading(section.level + below, inlines_of(section.title)));
    if (!section.status.empty()) blocks.push_back(paragraph({strong(section.status)}));
    add_text(blocks, "", section.note);
    if (!section.heard.empty()) add_text(blocks, report.heard_word + ":", section.heard);
    for (const auto& [words, by] : section.quotes) {
        json::array said;
        add_text(said, "", words);
        said.push_back(paragraph({emphasis(by)}));
        blocks.push_back(node("BlockQuote", std::move(said)));
    }
    if (!section.decided.empty()) add_text(blocks, report.decided_word + ":", section.decided);
    if (!section.why.empty()) add_text(blocks, report.why_word + ":", section.why);
    for (const auto& change : section.changed) {
        blocks.push_back(paragraph({strong(report.changed_word + ","), node("Space"),
                                    node("Link", json::array{no_attributes(), inlines_of(change.place),
                                                             json::array{json::string(change.address), ""}})}));
        json::array text;
        add_text(text, "", change.words);
        blocks.push_back(node("BlockQuote", std::move(text)));
    }
    string counts;
    for (const auto& [voice, count] : section.answers) counts += (counts.empty() ? "" : " · ") + voice + " " + count;
    if (!counts.empty()) add_text(blocks, report.answers_word + ":", counts);
}

}  // namespace

std::string pandoc_document(const Report& report, const std::string& api_version, bool plain) {
    json::array blocks;
    if (plain) {
        blocks.push_back(heading(1, inlines_of(report.title)));
        blocks.push_back(paragraph({emphasis(report.subtitle)}));
    }
    add_text(blocks, "", report.note);
    for (const auto& section : report.sections) add_section(blocks, report, section, plain ? 1 : 0);
    return document_of(report.title, report.subtitle, report.language, api_version, std::move(blocks));
}

std::string pandoc_document(const Paper& paper, const std::string& api_version, bool tracked) {
    json::array blocks;
    for (const auto& passage : paper.passages) {
        if (!passage.lines.empty()) blocks.push_back(numbered(passage));
        for (const auto& entry : passage.entries) add_entry(blocks, paper, entry, tracked);
    }
    return document_of(paper.title, paper.subtitle, paper.language, api_version, std::move(blocks));
}

}  // namespace samrad::paper
