#include "app/import_command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>
#include <sstream>

#include "app/config.hpp"
#include "app/files.hpp"
#include "features/new_version.hpp"
#include "storage/accounts.hpp"
#include "storage/documents.hpp"
#include "storage/processes.hpp"

namespace samrad::app {

namespace {

struct Arguments {
    std::string file;
    std::int64_t process = 0;
    std::int64_t document = 0;
    std::string title;
    std::string note;
    std::string author;
};

struct Text {
    std::string markdown;
    std::string note;
};

std::vector<Text> read_texts(const Arguments& told) {
    const auto content = read_file(told.file);
    if (!told.file.ends_with(".jsonl")) return {{content, told.note}};
    std::vector<Text> texts;
    std::istringstream lines(content);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        const auto object = boost::json::parse(line).as_object();
        const auto* note = object.if_contains("note");
        texts.push_back({std::string(object.at("text").as_string()),
                         note && note->is_string() ? std::string(note->as_string()) : told.note});
    }
    return texts;
}

DocumentId document_for(storage::Transaction& tx, const Arguments& told, AccountId author) {
    if (told.document > 0) {
        if (!storage::find_document(tx, DocumentId{told.document}))
            throw std::runtime_error("there is no such document");
        return DocumentId{told.document};
    }
    if (!storage::find_process(tx, ProcessId{told.process})) throw std::runtime_error("there is no such process");
    if (told.title.empty()) throw std::runtime_error("a new document needs a --title");
    return storage::add_document(tx, ProcessId{told.process}, told.title, author);
}

void import(const Arguments& told, const Config& config) {
    const auto texts = read_texts(told);
    storage::Pool pool(config.database, 1, storage::As::owner);
    storage::Transaction tx(pool, storage::Mode::write);
    const auto author = storage::find_credentials(tx, told.author);
    if (!author) throw std::runtime_error("there is no account with the address of --author");
    const auto document = document_for(tx, told, author->account.id);
    features::Texts rendered;
    int version = 0;
    for (const auto& text : texts) {
        version = features::store_version(tx, *storage::lock_document(tx, document),
                                          {text.markdown, text.note, author->account.id}, rendered);
    }
    tx.commit();
    std::cout << "document " << document.value << " has version " << version << "\n";
}

}  // namespace

void add_import_command(CLI::App& program, const Config& config) {
    auto* command = program.add_subcommand("import", "Import Markdown as a document, or as its next version");
    const auto told = std::make_shared<Arguments>();
    command->add_option("file", told->file, "Markdown, or .jsonl with one text a line")->required();
    command->add_option("--process", told->process, "The process that a new document belongs to");
    command->add_option("--document", told->document, "The document that gets new versions");
    command->add_option("--title", told->title, "The title of a new document");
    command->add_option("--note", told->note, "What changed");
    command->add_option("--author", told->author, "The address of the account that is the author")->required();
    command->callback([told, &config] { import(*told, config); });
}

}  // namespace samrad::app
