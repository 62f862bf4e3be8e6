#include "domain/text/block_html.hpp"

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <utility>

#include "base/utf8.hpp"
#include "domain/text/html_tag.hpp"
#include "domain/text/link.hpp"
#include "domain/text/table_html.hpp"

namespace samrad::domain {

namespace {

std::string cmark_html(std::string_view markdown) {
    const std::unique_ptr<char, void (*)(void*)> html(
        cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8),
        [](void* memory) { std::free(memory); });
    return html ? html.get() : "";
}

class Pass {
public:
    Pass(std::string_view html, const PassOptions& options) : html_(html), options_(options) {
        passed_.html.reserve(html.size() + html.size() / 4);
    }

    Passed run() {
        while (at_ < html_.size()) {
            if (html_[at_] != '<') {
                text();
                continue;
            }
            if (html_.substr(at_).starts_with("<!--")) {  // "raw HTML omitted": says nothing to a reader
                const auto end = html_.find("-->", at_);
                at_ = end == std::string_view::npos ? html_.size() : end + 3;
                continue;
            }
            const auto end = html_.find('>', at_);
            const auto whole = html_.substr(at_, end - at_ + 1);
            at_ = end == std::string_view::npos ? html_.size() : end + 1;
            const Tag tag = read_tag(whole);
            tag.closing ? close(tag) : open(tag, whole);
        }
        return std::move(passed_);
    }

private:
    static constexpr int no_block = -1;

    bool inside_item() const { return !items_.empty(); }

    void open(const Tag& tag, std::string_view whole) {
        // What ends or begins here does so outside of the element.
        if (!tags_.empty()) draw_tables(passed_.blocks[open_.back()].visible.size());
        if (tag.name == "img") return image(tag);
        if (is_inline(tag.name)) ++marks_;
        if (tag.name == "a") {
            ++links_;
            const bool leads = is_harmless_link(attribute(tag.attributes, "href"));
            passed_.html.append("<a").append(leads ? tag.attributes : "").append(" rel=\"nofollow noopener ugc\">");
            return;
        }
        const int level = heading_level(tag.name);
        BlockKind kind{};
        bool is_block = options_.blocks && !tag.sourcepos.empty();
        if (level > 0) {
            kind = BlockKind::heading;
        } else if (tag.name == "p") {
            kind = BlockKind::paragraph;
            is_block = is_block && !inside_item();  // an item is the block of its own paragraphs
        } else if (tag.name == "li") {
            kind = BlockKind::item;
            if (!lists_.empty() && lists_.back()) ++*lists_.back();
        } else if (tag.name == "pre") {
            kind = BlockKind::code;
        } else if (tag.name == "hr") {
            kind = BlockKind::rule;
        } else {
            is_block = false;
        }
        if (tag.name == "ul") lists_.emplace_back();
        if (tag.name == "ol") lists_.emplace_back(first_number(tag.attributes) - 1);
        const bool empty_element = tag.name == "hr" || tag.name == "br";
        passed_.html.append("<").append(name_of_element(tag.name));
        if (is_block) begin_block(kind, level, tag.sourcepos);
        passed_.html.append(tag.sourcepos.empty() && !is_block ? whole.substr(1 + tag.name.size()) : after_name(tag));
        if (empty_element) {
            if (is_block) open_.pop_back();
        } else if (tag.name == "li") {
            items_.push_back(is_block);
        }
        if (!empty_element && (level > 0 || tag.name == "p" || tag.name == "pre")) ends_block_.push_back(is_block);
    }

    std::string after_name(const Tag& tag) const { return std::string(tag.attributes) + ">"; }

    std::string name_of_element(std::string_view name) const {
        const int level = heading_level(name);
        if (level == 0) return std::string(name);
        return "h" + std::to_string(std::min(6, level + options_.heading_shift));
    }

    void close(const Tag& tag) {
        if (is_inline(tag.name)) --marks_;
        if (tag.name == "p") end_tables();
        if ((tag.name == "ul" || tag.name == "ol") && !lists_.empty()) lists_.pop_back();
        passed_.html.append("</").append(name_of_element(tag.name)).append(">");
        if (tag.name == "a") {
            --links_;
        } else if (tag.name == "li") {
            if (!items_.empty() && items_.back()) open_.pop_back();
            if (!items_.empty()) items_.pop_back();
        } else if (heading_level(tag.name) > 0 || tag.name == "p" || tag.name == "pre") {
            if (!ends_block_.empty() && ends_block_.back()) open_.pop_back();
            if (!ends_block_.empty()) ends_block_.pop_back();
        }
    }

    static bool is_inline(std::string_view name) {
        return name == "a" || name == "em" || name == "strong" || name == "code";
    }

    // What draws tables and stands before this place of the visible text.
    void draw_tables(std::size_t offset) {
        for (; next_tag_ < tags_.size() && tags_[next_tag_].offset <= offset; ++next_tag_) {
            const auto& tag = tags_[next_tag_];
            // Emphasis that reaches from one cell into the next would be cut in two.
            const auto block = open_.back();
            if (marks_ > 0 && (passed_.undrawable.empty() || passed_.undrawable.back() != block)) {
                passed_.undrawable.push_back(block);
            }
            passed_.html += tag.html;
            in_frame_ = tag.kind == TableTag::Kind::frame;
            if (tag.kind == TableTag::Kind::cell) passed_.html += std::exchange(held_lines_, {});
        }
    }

    void end_tables() {
        if (tags_.empty()) return;
        draw_tables(std::u16string::npos);
        passed_.html += std::exchange(held_lines_, {});
        tags_.clear();
        next_tag_ = 0;
        in_frame_ = false;
    }

    void begin_block(BlockKind kind, int level, std::string_view sourcepos) {
        MetBlock block;
        block.kind = kind;
        block.level = level;
        if (kind == BlockKind::item) {
            block.level = int(lists_.size());
            block.ordinal = lists_.empty() ? std::nullopt : lists_.back();
        }
        block.place = place_of(sourcepos);
        const auto index = passed_.blocks.size();
        if (!open_.empty() && passed_.blocks[open_.back()].inner == no_block) {
            passed_.blocks[open_.back()].inner = int(index);
        }
        passed_.blocks.push_back(std::move(block));
        open_.push_back(index);
        if (options_.attributes) passed_.html += options_.attributes(index);
        const auto* tables = options_.tables_of && kind == BlockKind::paragraph ? options_.tables_of(index) : nullptr;
        if (tables) tags_ = tags_of(*tables);
    }

    // An image is a link to it: a reader's browser asks no foreign server by itself.
    void image(const Tag& tag) {
        const auto source = attribute(tag.attributes, "src");
        auto words = attribute(tag.attributes, "alt");
        if (words.empty()) words = source;
        const bool leads = links_ == 0 && !source.empty() && is_harmless_link(source);
        if (leads) {
            passed_.html.append("<a href=\"").append(source).append("\" rel=\"nofollow noopener ugc\">");
        }
        ++marks_;
        characters(words);
        --marks_;
        if (leads) passed_.html += "</a>";
    }

    void text() {
        const auto end = std::min(html_.find('<', at_), html_.size());
        characters(html_.substr(at_, end - at_));
        at_ = end;
    }

    // Text of the innermost block: copied, counted in UTF-16 units, an official line's mark put where it begins.
    void characters(std::string_view piece) {
        if (open_.empty()) {
            passed_.html += piece;
            return;
        }
        const auto block = open_.back();
        std::u16string& visible = passed_.blocks[block].visible;
        while (!piece.empty()) {
            std::size_t length = 1;
            std::u16string unit;
            if (piece[0] == '&') {
                length = std::min(piece.find(';'), piece.size() - 1) + 1;
                const auto entity = piece.substr(0, length);
                unit = entity == "&amp;" ? u"&" : entity == "&lt;" ? u"<" : entity == "&gt;" ? u">" : u"\"";
            } else {
                while (length < piece.size() && (static_cast<unsigned char>(piece[length]) & 0xC0U) == 0x80U) ++length;
                unit = to_utf16(piece.substr(0, length));
            }
            draw_tables(visible.size());
            if (options_.line_at) {
                if (const int line = options_.line_at(block, visible.size())) {
                    // A line that begins in the frame, which nobody sees, is marked where the next cell begins.
                    (in_frame_ ? held_lines_ : passed_.html) +=
                        "<span class=\"ln\" data-n=\"" + std::to_string(line) + "\"></span>";
                }
            }
            visible += unit;
            passed_.html += piece.substr(0, length);
            piece.remove_prefix(length);
        }
    }

    std::string_view html_;
    const PassOptions& options_;
    std::size_t at_ = 0;
    Passed passed_;
    std::vector<std::size_t> open_;          // indexes of the open blocks
    std::vector<std::optional<int>> lists_;  // for each open list the number of its last item, none for bullets
    std::vector<bool> items_;                // for each open li, whether it is a block
    std::vector<bool> ends_block_;           // for each open h, p and pre, the same
    int links_ = 0;
    int marks_ = 0;               // how many inline elements are open
    std::vector<TableTag> tags_;  // of the open paragraph
    std::size_t next_tag_ = 0;
    bool in_frame_ = false;
    std::string held_lines_;
};

}  // namespace

Passed pass_over(std::string_view markdown, const PassOptions& options) {
    const std::string html = cmark_html(markdown);
    return Pass(html, options).run();
}

}  // namespace samrad::domain
