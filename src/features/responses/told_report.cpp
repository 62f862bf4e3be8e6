#include "features/responses/told_report.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "features/form_json.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

std::vector<ToldBlock> told_blocks(Work& work, const domain::Document& document, const domain::Response& response,
                                   Texts& texts) {
    std::vector<ToldBlock> told;
    if (response.version == 0) return told;
    const auto then = text_of_version(work, document, response.version, texts);
    const auto now = text_of_version(work, document, document.head, texts);
    for (const int number : response.blocks) {
        ToldBlock one;
        one.name = block_name(number);
        one.version = response.version;
        if (const auto* block = then->block(one.name)) {
            one.words = to_utf8(block->visible);
            one.line = block->first_line;
        }
        one.gone = !now->block(one.name);
        told.push_back(std::move(one));
    }
    return told;
}

std::string words_of(const storage::ThemedPassage& passage) {
    const auto fields = fields_of(passage.content);
    const auto text = to_utf16(domain::text_of(fields, passage.passage.field));
    const auto past = std::min<std::size_t>(std::size_t(passage.passage.past), text.size());
    const auto first = std::min<std::size_t>(std::size_t(passage.passage.first), past);
    const auto words = std::u16string_view(text).substr(first, past - first);
    return is_utf16(words) ? to_utf8(words) : std::string();
}

ToldReport told_report(Work& work, const domain::Consultation& consultation, int edition, Texts& texts) {
    ToldReport told;
    told.consultation = consultation;
    told.editions = storage::editions_of(work.tx, consultation.id);
    const auto found = std::find_if(told.editions.begin(), told.editions.end(),
                                    [&](const auto& one) { return edition == 0 || one.number == edition; });
    if (found == told.editions.end()) throw missing();
    told.edition = *found;
    if (consultation.rules.document) told.document = storage::find_document(work.tx, *consultation.rules.document);
    auto responses = storage::responses_in_edition(work.tx, consultation.id, told.edition.number);
    std::vector<MarkId> quoted;
    for (const auto& [theme, response] : responses) {
        quoted.insert(quoted.end(), response.quotes.begin(), response.quotes.end());
    }
    const auto passages = storage::quotable_passages(work.tx, consultation.id, quoted);
    for (auto& theme : storage::themes_in_edition(work.tx, consultation.id, told.edition.number)) {
        ToldTheme one;
        one.theme = std::move(theme);
        if (const auto response = responses.find(one.theme.theme); response != responses.end()) {
            one.response = std::move(response->second);
            if (told.document) one.blocks = told_blocks(work, *told.document, *one.response, texts);
            for (const auto mark : one.response->quotes) {
                const auto passage = passages.find(mark);
                if (passage == passages.end()) continue;
                if (auto words = words_of(passage->second); !words.empty()) {
                    one.quotes.push_back({mark, std::move(words), passage->second.voice});
                }
            }
        }
        told.themes.push_back(std::move(one));
    }
    return told;
}

}  // namespace samrad::features
