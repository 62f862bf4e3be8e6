// Rendered texts, each rendered once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/problem.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::features {

class ServedText;
struct Work;

// A version as people read it.
struct Text {
    std::string markdown;
    std::u16string source;  // the same in UTF-16, for positions
    std::vector<domain::Block> blocks;
    int line_width = 80;
    domain::Rendering rendering;
    std::shared_ptr<ServedText> served;  // never null; see features/served_text.hpp

    // The block with an id such as "b17"; null where this version has none.
    const domain::Block* block(std::string_view id) const;
};

// The official lines that a change of the text touches, as (from, to); (0, 0) where the text has none.
std::pair<int, int> lines_touched(const domain::Change& change, const Text& text);

std::shared_ptr<const Text> render_version(const domain::Version& version, int line_width);

// The texts that are read most, by document and version. A version that is committed never changes, so an entry is
// never stale; one whose commit fails gives its number to another, so it is kept only after the commit. Thread-safe.
class Texts {
public:
    // Keeps at most `most_bytes` of Markdown (the rendered and served forms take about eight times as much).
    explicit Texts(std::size_t most_bytes = 32 * 1024 * 1024);
    ~Texts();
    // The text of a committed version, from memory or rendered now.
    std::shared_ptr<const Text> get(DocumentId document, const domain::Version& version, int line_width);
    // The same without a version at hand: null where it is not in memory.
    std::shared_ptr<const Text> find(DocumentId document, int number);
    void keep(DocumentId document, int number, std::shared_ptr<const Text> text);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The text of a version of the document; missing where there is no such version.
std::shared_ptr<const Text> text_of_version(Work& work, const domain::Document& document, int version, Texts& texts);

// Short Markdown, such as a comment or a description: checked before it is stored (at most 20 kB), rendered when shown.
std::optional<Problem> check_passage(std::string_view markdown, std::string_view field);
std::string render_passage(std::string_view markdown);

// "b17" for 17, and back; 0 for anything that is no block id.
std::string block_name(int number);
int block_number(std::string_view name);

}  // namespace samrad::features
