#include "app/demo_command.hpp"

#include <sodium.h>

#include <iostream>

#include "app/config.hpp"
#include "app/demo/demo_amendments.hpp"
#include "app/demo/demo_ballots.hpp"
#include "app/demo/demo_consultation.hpp"
#include "app/demo/demo_consultees.hpp"
#include "app/demo/demo_people.hpp"
#include "app/demo/demo_programme.hpp"
#include "app/demo/demo_responses.hpp"
#include "app/demo/demo_texts.hpp"
#include "base/utf8.hpp"
#include "features/new_version.hpp"
#include "features/passwords.hpp"
#include "storage/accounts.hpp"
#include "storage/comments.hpp"
#include "storage/documents.hpp"
#include "storage/processes.hpp"
#include "storage/units.hpp"

namespace samrad::app {

namespace {

using namespace std::chrono_literals;
using domain::StageKind;
constexpr auto day = 24h;
constexpr const char* password = "samtale i lag";

ProcessId add_process(storage::Transaction& tx, UnitId unit, AccountId author, const char* title,
                      const char* description, domain::Audience audience, bool admits_participants,
                      std::vector<domain::Stage> stages) {
    domain::Process process;
    process.unit = unit;
    process.title = title;
    process.description = description;
    process.audience = audience;
    process.admits_participants = admits_participants;
    process.stages = std::move(stages);
    return storage::add_process(tx, process, author);
}

domain::Stage stage(const char* title, StageKind kind, std::optional<Time> starts) {
    return {StageId{}, title, kind, starts};
}

DocumentId add_document(storage::Transaction& tx, ProcessId process, const char* title, std::string_view text,
                        AccountId author, features::Texts& texts) {
    const auto id = storage::add_document(tx, process, title, author);
    features::store_version(tx, *storage::lock_document(tx, id), {std::string(text), "Første utkast", author}, texts);
    return id;
}

// Where a comment of the demo hangs on version 1.
std::optional<domain::Place> place_of(const DemoComment& comment, const features::Text& text) {
    const auto wanted = to_utf16(comment.block_with);
    if (wanted.empty()) return std::nullopt;
    for (const auto& block : text.blocks) {
        if (block.visible.find(wanted) == std::u16string::npos) continue;
        const auto words = to_utf16(comment.words);
        const auto from = words.empty() ? 0 : block.visible.find(words);
        if (from == std::u16string::npos) continue;
        domain::Place place;
        place.version = 1;
        place.block = place.now_block = block.id;
        place.from = place.now_from = int(from);
        place.to = place.now_to = int(from + (words.empty() ? block.visible.size() : words.size()));
        place.whole_block = words.empty();
        place.quote = to_utf8(words.empty() ? block.visible : words);
        return place;
    }
    return std::nullopt;
}

void add_comments(storage::Transaction& tx, DocumentId document, const DemoOrganisation& all, features::Texts& texts) {
    const auto text = texts.get(document, *storage::find_version(tx, document, 1), 80);
    std::vector<AccountId> voices = all.members;
    voices.insert(voices.begin() + 3, all.affiliates.begin(), all.affiliates.end());
    voices.insert(voices.begin() + 6, all.participants.begin(), all.participants.end());
    std::size_t next = 0;
    const auto voice = [&] { return voices[next++ * 7 % voices.size()]; };
    std::vector<CommentId> threads;
    for (const auto& said : programme_comments()) {
        domain::Comment comment;
        comment.document = document;
        comment.author.id = voice();
        comment.text = said.text;
        comment.stance = from_name<domain::Stance>(said.stance);
        comment.place = place_of(said, *text);
        const auto id = storage::add_comment(tx, comment);
        threads.push_back(id);
        for (std::size_t i = 0; i < threads.size() % 6; ++i) {
            const auto supporter = voice();
            if (supporter != comment.author.id) storage::support(tx, id, supporter);
        }
        if (*said.reply == '\0') continue;
        domain::Comment reply;
        reply.document = document;
        reply.parent = reply.root = id;
        reply.author.id = voice();
        reply.text = said.reply;
        storage::add_comment(tx, reply);
    }
    storage::resolve_thread(tx, threads[1], all.editor, "Antallet er nå forklart i innledningen til høringsbrevet.");
    storage::hide_comment(tx, *storage::find_comment(tx, threads[7]), all.moderator,
                          "Kommentaren omtaler en annen organisasjon på en måte som ikke hører hjemme her.");
    storage::appeal_hiding(tx, threads[7], "Det var ment som ros. Kan jeg få skrive den om?");
}

void add_programme(storage::Transaction& tx, const DemoOrganisation& all, features::Texts& texts, Time today) {
    domain::Process process;
    process.unit = all.party;
    process.title = "Partiprogram 2027–2031";
    process.description =
        "Hele programmet, tjue kapitler. Lag, medlemmer, ungdommen og fagforeningsklubbene har sendt inn "
        "**endringsforslag**, og komiteene er i gang med innstillingene.";
    process.audience = domain::Audience::everybody;
    process.stages = {stage("Utkast", StageKind::reading, today - 30 * day),
                      stage("Endringsforslag", StageKind::amending, today - 12 * day),
                      stage("Landsmøte", StageKind::voting, today + 40 * day),
                      stage("Vedtatt", StageKind::closed, today + 50 * day)};
    process.amendments.supporters_needed = programme_supporters;
    process.amendments.chain = programme_chain(all);
    add_demo_programme(tx, storage::add_process(tx, process, all.editor), all, texts);
}

void add_processes(storage::Transaction& tx, const DemoOrganisation& all) {
    features::Texts texts;
    const Time today = now();
    storage::set_affiliation(tx, all.youth, "youth");
    storage::set_affiliation(tx, all.union_, "union");
    const auto programme = add_process(tx, all.party, all.editor, "Arbeidsprogram 2027–2031",
                                       "Programkomiteens utkast er på høring i hele organisasjonen. **Les, kommenter "
                                       "ved linjen det gjelder**, og se hva som "
                                       "ble av innspillet ditt.",
                                       domain::Audience::everybody, true,
                                       {stage("Utkast", StageKind::reading, today - 20 * day),
                                        stage("Høring", StageKind::discussing, today - 14 * day),
                                        stage("Endringsforslag", StageKind::amending, today - 3 * day),
                                        stage("Votering", StageKind::voting, today + 45 * day),
                                        stage("Vedtatt", StageKind::closed, today + 60 * day)});
    const auto versions = programme_versions();
    const auto document = add_document(tx, programme, "Utkast til arbeidsprogram", versions[0], all.editor, texts);
    add_comments(tx, document, all, texts);
    const char* notes[] = {"", "Etter de første innspillene fra lokallagene",
                           "Flyttet avsnittet om teknologi, nytt mål for jordvern"};
    for (std::size_t i = 1; i < versions.size(); ++i) {
        features::store_version(tx, *storage::lock_document(tx, document),
                                {std::string(versions[i]), notes[i], all.editor}, texts);
    }
    add_demo_amendments(tx, document, all, texts);
    const auto first = texts.get(document, *storage::find_version(tx, document, 1), 80);
    const auto consultation = add_demo_consultation(tx, programme, document, *first, all, today, 500);
    add_demo_consultees(tx, consultation, all);
    add_demo_templates(tx, consultation, all);
    add_demo_responses(tx, programme, document, all, texts);
    const auto resolution = add_process(tx, all.party, all.secretary, "Uttalelse om trygg skolevei",
                                        "Årsmøtets uttalelse. Medlemmene stemmer.", domain::Audience::members, false,
                                        {stage("Debatt", StageKind::discussing, today - 10 * day),
                                         stage("Avstemning", StageKind::voting, today - 2 * day),
                                         stage("Avsluttet", StageKind::closed, today + 12 * day)});
    const auto statement = add_document(tx, resolution, "Trygg skolevei", resolution_text(), all.secretary, texts);
    add_demo_ballots(tx, resolution, statement, all, today);
    const auto statutes =
        add_process(tx, all.party, all.secretary, "Vedtekter: digitale møter",
                    "Forslag som legges fram til lesing før debatten åpner.", domain::Audience::members, false,
                    {stage("Til lesing", StageKind::reading, today - 1 * day),
                     stage("Debatt", StageKind::discussing, today + 7 * day)});
    add_document(tx, statutes, "Paragraf om digitale møter", statutes_text(), all.secretary, texts);
    add_programme(tx, all, texts, today);
}

void print_sign_ins() {
    std::cout
        << "  Sign-ins (password: " << password << ")\n"
        << "    ingrid.solberg@samlingspartiet.example   secretary: administrator and editor\n"
        << "    eirik.dahle@samlingspartiet.example      editor of the programme\n"
        << "    mona.viken@samlingspartiet.example       moderator\n"
        << "    guro.fossheim@samlingspartiet.example    speaks for Trondheim kommunelag, which recommends first\n"
        << "    aase.nordboe@samlingspartiet.example     member\n"
        << "    samira.aziz@post.example                 participant without a standing\n";
}

}  // namespace

int load_demo(const Config& config) {
    if (sodium_init() < 0) return 1;
    storage::Pool pool(config.database, 1, storage::As::owner);
    storage::Transaction tx(pool, storage::Mode::write);
    if (storage::all_units(tx).empty()) {
        add_processes(tx, add_demo_people(tx, features::Passwords{}.hash(password)));
        tx.commit();
    }
    print_sign_ins();
    return 0;
}

}  // namespace samrad::app
