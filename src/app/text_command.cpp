#include "app/text_command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "app/files.hpp"
#include "base/utf8.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/compare.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown.hpp"
#include "domain/text/merge.hpp"

namespace samrad::app {

namespace {

// What the subcommands are told; shared by their callbacks.
struct Arguments {
    std::string file;
    std::string other;
    std::string third;
    int width = 80;
    bool json = false;
};

std::string read_markdown(const std::string& path) {
    auto text = domain::normalise(read_file(path));
    if (const auto problem = domain::check_text(text, domain::most_markdown, path)) throw *problem;
    return text;
}

std::vector<domain::Block> named_blocks(const std::string& markdown, int width) {
    auto blocks = domain::read_blocks(markdown, width);
    domain::name_blocks(blocks, 1);
    return blocks;
}

void print_lines(const Arguments& told) {
    const auto blocks = named_blocks(read_markdown(told.file), told.width);
    for (const auto& line : domain::lines_of(blocks, told.width)) {
        auto words = blocks[line.block].visible.substr(line.visible.from, line.visible.to - line.visible.from);
        while (!words.empty() && (words.back() == u' ' || words.back() == u'\n')) words.pop_back();
        std::printf("%5d  %s\n", line.number, to_utf8(words).c_str());
    }
}

std::vector<domain::ComparedBlock> compared(const std::string& markdown) {
    std::vector<domain::ComparedBlock> blocks;
    for (const auto& block : named_blocks(markdown, 80)) blocks.push_back({"", block.first_line, block.visible});
    return blocks;
}

void print_side(const std::optional<domain::Side>& side, char sign) {
    if (!side) return;
    std::cout << sign << " ";
    for (const auto& piece : side->pieces) {
        const char* open = piece.mark == domain::Piece::deleted    ? "[-"
                           : piece.mark == domain::Piece::inserted ? "{+"
                                                                   : "";
        const char* close = piece.mark == domain::Piece::deleted    ? "-]"
                            : piece.mark == domain::Piece::inserted ? "+}"
                                                                    : "";
        std::cout << open << to_utf8(piece.text) << close;
    }
    std::cout << "\n";
}

void print_diff(const Arguments& told) {
    const auto before = read_markdown(told.file);
    const auto after = read_markdown(told.other);
    if (told.json) {
        std::cout << domain::to_json(domain::step_between(to_utf16(before), to_utf16(after)).change) << "\n";
        return;
    }
    for (const auto& row : domain::compare(compared(before), compared(after))) {
        if (row.kind == domain::Row::Kind::same) {
            std::cout << "  (" << row.count << " the same)\n";
            continue;
        }
        print_side(row.before, '-');
        print_side(row.after, '+');
    }
}

void print_applied(const Arguments& told) {
    const auto text = to_utf16(domain::normalise(read_file(told.file)));
    const auto change = domain::change_from_json(read_file(told.other), text.size());
    if (!change) throw change.problem();
    const auto applied = change->apply(text);
    if (!applied) throw applied.problem();
    std::cout << to_utf8(*applied);
}

// Prints the merged text, or the collisions as JSON and ends with 1.
void print_merged(const Arguments& told) {
    const auto read = [](const std::string& path) { return to_utf16(read_markdown(path)); };
    const auto base = read(told.file);
    const auto merged = domain::merge(base, read(told.other), read(told.third));
    if (merged.open.empty()) {
        std::cout << to_utf8(domain::text_of(merged.woven, base));
        return;
    }
    boost::json::array collisions;
    for (const auto& dispute : merged.open) {
        boost::json::object collision{{"from", dispute.base.from}, {"to", dispute.base.to}};
        for (std::size_t i = 0; i < dispute.changes.size(); ++i) {
            collision[dispute.changes[i] == 0 ? "ours" : "theirs"] = to_utf8(dispute.readings[i]);
        }
        collisions.push_back(std::move(collision));
    }
    std::cout << boost::json::serialize(boost::json::object{{"collisions", collisions}}) << "\n";
    throw CLI::RuntimeError(1);
}

}  // namespace

void add_text_command(CLI::App& program) {
    auto* text = program.add_subcommand("text", "Work on texts in files, without a database");
    text->require_subcommand(1);
    const auto told = std::make_shared<Arguments>();
    const auto add = [&](const char* name, const char* what) {
        auto* command = text->add_subcommand(name, what);
        command->add_option("file", told->file, "The text, in Markdown; - is standard input")->required();
        return command;
    };
    auto* render = add("render", "Print the page's HTML");
    render->callback([told] {
        const auto markdown = read_markdown(told->file);
        std::cout << domain::render(markdown, named_blocks(markdown, told->width), told->width).html;
    });
    auto* lines = add("lines", "Print the official lines");
    lines->callback([told] { print_lines(*told); });
    for (auto* command : {render, lines}) {
        command->add_option("--width", told->width, "Columns of an official line")->check(CLI::Range(1, 1000));
    }
    auto* diff = add("diff", "Print what changed from one text to another");
    diff->add_option("other", told->other, "The later text")->required();
    diff->add_flag("--json", told->json, "Print the change as a ChangeSet");
    diff->callback([told] { print_diff(*told); });
    auto* apply = add("apply", "Print a text after a change");
    apply->add_option("change", told->other, "A ChangeSet in JSON")->required();
    apply->callback([told] { print_applied(*told); });
    auto* merge =
        add("merge", "Print what two texts made from one make together; 1 and the collisions where they collide");
    merge->add_option("ours", told->other, "The one text")->required();
    merge->add_option("theirs", told->third, "The other text")->required();
    merge->callback([told] { print_merged(*told); });
}

}  // namespace samrad::app
