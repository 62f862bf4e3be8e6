#include "features/texts.hpp"

#include <charconv>
#include <list>
#include <map>
#include <mutex>

#include "base/utf8.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/touched_lines.hpp"
#include "features/perform.hpp"
#include "features/served_text.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

const domain::Block* Text::block(std::string_view id) const {
    const int number = block_number(id);
    for (const auto& block : blocks) {
        if (number > 0 && block.id == number) return &block;
    }
    return nullptr;
}

struct Texts::Inside {
    using Key = std::pair<std::int64_t, int>;
    struct Entry {
        Key key;
        std::shared_ptr<const Text> text;
    };
    std::size_t most_bytes = 0;
    std::mutex mutex;
    std::size_t bytes = 0;
    std::list<Entry> entries;  // the one used last stands first
    std::map<Key, std::list<Entry>::iterator> places;

    std::shared_ptr<const Text> find(const Key& key) {
        const std::lock_guard lock(mutex);
        const auto place = places.find(key);
        if (place == places.end()) return nullptr;
        entries.splice(entries.begin(), entries, place->second);
        return entries.front().text;
    }

    void keep(const Key& key, std::shared_ptr<const Text> text) {
        const std::lock_guard lock(mutex);
        if (places.contains(key)) return;
        bytes += text->markdown.size();
        entries.push_front({key, std::move(text)});
        places[key] = entries.begin();
        while (bytes > most_bytes && entries.size() > 1) {
            bytes -= entries.back().text->markdown.size();
            places.erase(entries.back().key);
            entries.pop_back();
        }
    }
};

Texts::Texts(std::size_t most_bytes) : inside_(std::make_unique<Inside>()) { inside_->most_bytes = most_bytes; }
Texts::~Texts() = default;

std::shared_ptr<const Text> Texts::find(DocumentId document, int number) {
    return inside_->find({document.value, number});
}

std::shared_ptr<const Text> Texts::get(DocumentId document, const domain::Version& version, int line_width) {
    if (auto found = find(document, version.about.number)) return found;
    auto text = render_version(version, line_width);
    keep(document, version.about.number, text);
    return text;
}

void Texts::keep(DocumentId document, int number, std::shared_ptr<const Text> text) {
    inside_->keep({document.value, number}, std::move(text));
}

std::shared_ptr<const Text> render_version(const domain::Version& version, int line_width) {
    auto text = std::make_shared<Text>();
    text->served = std::make_shared<ServedText>();
    text->markdown = version.markdown;
    text->source = to_utf16(version.markdown);
    text->blocks = domain::read_blocks(version.markdown, line_width);
    for (std::size_t i = 0; i < text->blocks.size() && i < version.block_ids.size(); ++i) {
        text->blocks[i].id = version.block_ids[i];
    }
    text->line_width = line_width;
    text->rendering = domain::render(version.markdown, text->blocks, line_width);
    return text;
}

std::shared_ptr<const Text> text_of_version(Work& work, const domain::Document& document, int version, Texts& texts) {
    if (auto text = texts.find(document.id, version)) return text;
    const auto found = storage::find_version(work.tx, document.id, version);
    if (!found) throw missing();
    return texts.get(document.id, *found, document.line_width);
}

std::pair<int, int> lines_touched(const domain::Change& change, const Text& text) {
    return domain::touched_lines(change, text.source, text.blocks, text.line_width);
}

std::optional<Problem> check_passage(std::string_view markdown, std::string_view field) {
    return domain::check_text(markdown, domain::most_comment, field);
}

std::string render_passage(std::string_view markdown) { return domain::render_passage(markdown); }

std::string block_name(int number) { return "b" + std::to_string(number); }

int block_number(std::string_view name) {
    if (name.size() < 2 || name[0] != 'b') return 0;
    int number = 0;
    const auto read = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    return read.ec == std::errc{} && read.ptr == name.data() + name.size() ? number : 0;
}

}  // namespace samrad::features
