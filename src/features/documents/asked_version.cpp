#include "features/documents/asked_version.hpp"

#include "storage/documents.hpp"

namespace samrad::features {

int version_in_path(const Work& work) {
    const auto number = work.id<Id<struct VersionNoun>>("version").value;
    if (number > 1'000'000) throw missing();
    return int(number);
}

domain::Version find_version(Work& work, DocumentId document, int number) {
    auto version = storage::find_version(work.tx, document, number);
    if (!version) throw missing();
    return *std::move(version);
}

std::shared_ptr<const Text> text_of(Work& work, const domain::Document& document, int number, Texts& texts) {
    if (auto text = texts.find(document.id, number)) return text;
    auto text = render_version(find_version(work, document.id, number), document.line_width);
    work.after_commit.push_back([=, &texts] { texts.keep(document.id, number, text); });
    return text;
}

}  // namespace samrad::features
