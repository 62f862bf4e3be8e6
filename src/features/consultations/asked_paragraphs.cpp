#include "features/consultations/asked_paragraphs.hpp"

#include "domain/permission/permission.hpp"
#include "features/plain_page.hpp"
#include "storage/documents.hpp"
#include "storage/processes.hpp"

namespace samrad::features {

void put_paragraphs(Work& work, ReachedAnswer& reached, Texts& texts) {
    const auto& rules = reached.consultation.rules;
    if (!rules.document) return;
    std::shared_ptr<const Text> text;
    for (const auto& section : reached.form.sections) {
        for (const auto& question : section.questions) {
            if (question.block.empty()) continue;
            if (!text) {
                const auto document = storage::find_document(work.tx, *rules.document).value();
                const auto process = storage::find_process(work.tx, document.process).value();
                if (!domain::may(work.actor, domain::Act::read, domain::scope_of(process, work.now))) return;
                text = text_of_version(work, document, rules.version, texts);
                reached.document_title = document.title;
            }
            const auto* block = text->block(question.block);
            if (block == nullptr) continue;
            reached.paragraphs[question.block] = {domain::html_of_block(text->rendering.html, block->id),
                                                  block->first_line, block->last_line};
        }
    }
}

void put_paragraph(Fields& fields, const ReachedAnswer& reached, const domain::Question& question) {
    const auto found = reached.paragraphs.find(question.block);
    if (found == reached.paragraphs.end()) return;
    const auto& paragraph = found->second;
    const auto& rules = reached.consultation.rules;
    const auto version = std::to_string(rules.version);
    fields.texts["paragraph_html"] = paragraph.html;
    if (paragraph.first_line > 0) {
        fields.texts["lines"] = std::to_string(paragraph.first_line);
        if (paragraph.last_line > paragraph.first_line)
            fields.texts["lines"] += "–" + std::to_string(paragraph.last_line);
    }
    fields.texts["document_title"] = reached.document_title;
    fields.texts["version"] = version;
    fields.texts["paragraph_link"] =
        "/documents/" + std::to_string(rules.document->value) + "/versions/" + version + "#" + question.block;
}

}  // namespace samrad::features
