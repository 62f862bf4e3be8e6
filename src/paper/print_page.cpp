// From a Paper or a Report to a page of HTML that prints.
#include "paper/paper.hpp"
#include "paper/report.hpp"

namespace samrad::paper {

namespace {

using std::string;
using std::string_view;

constexpr string_view style = R"(
@page { size: A4; margin: 18mm 16mm 20mm; font-family: "Liberation Sans", "DejaVu Sans", sans-serif; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; }
        @bottom-left { content: string(title); font-size: 8pt; } }
@page synopsis { size: A4 landscape; }
body { font: 10pt/1.4 "Liberation Serif", "DejaVu Serif", serif; margin: 0; }
body.synopsis { page: synopsis; font-size: 8.5pt; }
h1 { font-size: 18pt; line-height: 1.15; margin: 0; string-set: title content(); }
h2, h3 { font-family: "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 1.05em; margin: 0 0 .2em; break-after: avoid; }
p { margin: 0 0 .35em; overflow-wrap: anywhere; orphans: 2; widows: 2; }
.subtitle, .by { color: #444; }
.by { break-after: avoid; }
.subtitle { margin-bottom: 1.5em; }
article { margin: 0 0 1.2em; padding-top: .5em; border-top: .5pt solid #999; }
td article:first-child { padding-top: 0; border-top: 0; }
article h2, article h3, .by, .difference { break-inside: avoid; }
.difference { margin: .3em 0; padding-left: .8em; border-left: 2pt solid #bbb; white-space: pre-wrap; }
del { color: #8c1c13; text-decoration: line-through; }
ins { color: #0b5d2e; text-decoration: underline; }
del + ins { margin-left: .2em; }
.dissent { padding-left: .8em; border-left: 1.5pt solid #8c1c13; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { text-align: left; font-size: .9em; border-bottom: 1pt solid #000; padding: 0 2mm 1mm; }
th:first-child { width: 11mm; }
td { vertical-align: top; padding: .6mm 2mm; }
.item span { display: inline-block; width: 5mm; margin-left: -5mm; }
td.n { text-align: right; color: #555; font-variant-numeric: tabular-nums; }
tr.heading td { font-weight: bold; padding-top: 2.5mm; break-after: avoid; }
tr.end td { padding-bottom: 2mm; border-bottom: .3pt solid #ccc; }
.report h2 { font-size: 14pt; margin-top: 1.2em; } .report h3 { font-size: 12pt; margin-top: 1em; } .report h4 { font-size: 11pt; margin: .8em 0 .2em; }
blockquote { margin: .3em 0 .6em; padding-left: .8em; border-left: 2pt solid #bbb; break-inside: avoid; }
.report .status { font: bold 9pt "Liberation Sans", "DejaVu Sans", sans-serif; margin-bottom: .5em; }
.report .head { break-after: avoid; }
.report .counts { font-size: 9pt; color: #333; }
.report a { color: #0b5d4c; }
)";

void escape(string& out, string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
}

void element(string& out, string_view open, string_view text, string_view close) {
    out += open;
    escape(out, text);
    out += close;
}

void add_text(string& out, string_view head, const string& text, string_view kind = "") {
    const string open = kind.empty() ? "<p>" : "<p class=\"" + string(kind) + "\">";
    bool first = true;
    for (const auto& line : lines_in(text)) {
        out += open;
        if (first && !head.empty()) element(out, "<strong>", head, "</strong> ");
        element(out, "", line, "</p>\n");
        first = false;
    }
    if (first && !head.empty()) element(out, open + "<strong>", head, "</strong></p>\n");
}

void add_difference(string& out, const std::vector<std::vector<Piece>>& rows) {
    for (const auto& row : rows) {
        out += "<p class=\"difference\">";
        for (const auto& piece : row) {
            const string name = piece.mark == Piece::deleted ? "del" : "ins";
            if (piece.mark == Piece::kept) {
                escape(out, piece.text);
            } else {
                element(out, "<" + name + ">", piece.text, "</" + name + ">");
            }
        }
        out += "</p>\n";
    }
}

void add_entry(string& out, const Paper& paper, const Entry& entry) {
    element(out, "<article><h2>", entry.place.empty() ? entry.name : entry.name + ", " + entry.place, "</h2>\n");
    element(out, "<p class=\"by\">", entry.state.empty() ? entry.by : entry.by + " · " + entry.state, "</p>\n");
    add_difference(out, entry.difference);
    add_text(out, "", entry.instruction, "difference");
    if (!entry.reason.empty()) add_text(out, paper.reason_word + ":", entry.reason);
    for (const auto& opinion : entry.opinions) {
        add_text(out, opinion.head, opinion.text, opinion.dissent ? "dissent" : "");
        add_difference(out, opinion.wording);
    }
    out += "</article>\n";
}

// The official lines of a block, and the amendments beside them.
void add_passage(string& out, const Paper& paper, const Passage& passage) {
    out += passage.level > 0 ? "<tr class=\"end heading\"><td class=\"n\">" : "<tr class=\"end\"><td class=\"n\">";
    for (const auto& [number, words] : passage.lines) out += std::to_string(number) + "<br>";
    out += "</td><td>";
    if (!passage.mark.empty()) {
        const auto left = std::to_string(5 * passage.depth);
        element(out, "<div class=\"item\" style=\"margin-left: " + left + "mm\"><span>", passage.mark, "</span>");
    }
    for (const auto& [number, words] : passage.lines) element(out, "", words, "<br>");
    if (!passage.mark.empty()) out += "</div>";
    out += "</td><td>";
    for (const auto& entry : passage.entries) add_entry(out, paper, entry);
    out += "</td></tr>\n";
}

void add_section(string& out, const Report& report, const ReportSection& section) {
    const auto tag = "h" + std::to_string(section.level + 1) + ">";
    element(out, "<" + tag, section.title, "</" + tag + "\n");
    if (!section.status.empty()) element(out, "<p class=\"status\">", section.status, "</p>\n");
    add_text(out, "", section.note, "by");
    if (!section.heard.empty()) add_text(out, report.heard_word + ":", section.heard);
    for (const auto& [words, by] : section.quotes) {
        out += "<blockquote>";
        add_text(out, "", words);
        element(out, "<p class=\"by\">", by, "</p></blockquote>\n");
    }
    if (!section.decided.empty()) add_text(out, report.decided_word + ":", section.decided);
    if (!section.why.empty()) add_text(out, report.why_word + ":", section.why);
    for (const auto& change : section.changed) {
        element(out, "<p class=\"head\"><strong>", report.changed_word + ",", "</strong> <a href=\"");
        element(out, "", change.address, "\">");
        element(out, "", change.place, "</a></p>\n<blockquote>");
        add_text(out, "", change.words);
        out += "</blockquote>\n";
    }
    if (section.answers.empty()) return;
    string counts;
    for (const auto& [voice, count] : section.answers) counts += (counts.empty() ? "" : " · ") + voice + " " + count;
    add_text(out, report.answers_word + ":", counts, "counts");
}

void open_page(string& out, const string& language, const string& title, string_view body) {
    out = "<!doctype html>\n<html lang=\"";
    escape(out, language);
    element(out, "\"><head><meta charset=\"utf-8\"><title>", title, "</title><style>");
    out += style;
    out += "</style></head>";
    out += body;
    out += '\n';
    element(out, "<h1>", title, "</h1>\n");
}

}  // namespace

std::string print_page(const Report& report) {
    string out;
    open_page(out, report.language, report.title, "<body class=\"report\">");
    element(out, "<p class=\"subtitle\">", report.subtitle, "</p>\n");
    add_text(out, "", report.note);
    for (const auto& section : report.sections) add_section(out, report, section);
    out += "</body></html>\n";
    return out;
}

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<string> lines;
    string line;
    for (const char c : text + "\n") {
        if (c == '\n') {
            if (line.find_first_not_of(' ') != string::npos) lines.push_back(line);
            line.clear();
        } else {
            line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return lines;
}

std::string print_page(const Paper& paper) {
    string out;
    open_page(out, paper.language, paper.title, paper.synopsis() ? "<body class=\"synopsis\">" : "<body>");
    element(out, "<p class=\"subtitle\">", paper.subtitle, "</p>\n");
    if (paper.synopsis()) {
        element(out, "<table><thead><tr><th>", paper.line_word, "</th>");
        element(out, "<th>", paper.text_word, "</th>");
        element(out, "<th>", paper.amendments_word, "</th></tr></thead><tbody>\n");
    }
    for (const auto& passage : paper.passages) {
        if (paper.synopsis()) {
            add_passage(out, paper, passage);
        } else {
            for (const auto& entry : passage.entries) add_entry(out, paper, entry);
        }
    }
    if (paper.synopsis()) out += "</tbody></table>\n";
    out += "</body></html>\n";
    return out;
}

}  // namespace samrad::paper
