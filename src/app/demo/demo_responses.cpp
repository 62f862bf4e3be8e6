#include "app/demo/demo_responses.hpp"

#include <array>
#include <map>
#include <set>
#include <string>

#include "base/utf8.hpp"
#include "features/form_json.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"
#include "storage/documents.hpp"
#include "storage/marks.hpp"
#include "storage/reports.hpp"
#include "storage/responses.hpp"
#include "storage/themes.hpp"

namespace samrad::app {

namespace {

using std::string;

struct DemoTheme {
    const char* title;
    const char* above;                 // the title of the theme that it stands under; "" at the top
    std::array<const char*, 2> words;  // a sentence that has these is marked; "" for none
};

constexpr DemoTheme themes[] = {
    {"Fart og trafikk", "", {"", ""}},
    {"Lavere fartsgrense", "Fart og trafikk", {"fartsgrensen ved alle skoler", "kjører altfor fort"}},
    {"Tungtrafikk", "Fart og trafikk", {"tar hele veien", "biler i minuttet"}},
    {"Kryss og overganger", "Fart og trafikk", {"krysse to filer", "vingen ved"}},
    {"Gang- og sykkelvei", "Fart og trafikk", {"ortauet ved", "sluttet å sykle"}},
    {"Vinter og mørke", "", {"", ""}},
    {"Lys langs veien", "Vinter og mørke", {"fikk lys", "hodelykt"}},
    {"Brøyting", "Vinter og mørke", {"brøyter ved", "røytekantene"}},
    {"Skoleskyss", "", {"", ""}},
    {"Skyss der veien er farlig", "Skoleskyss", {"skyssen være", "kyss bør følge"}},
    {"Tider for buss og ferge", "Skoleskyss", {"ussen fra", "sto i kai"}},
    {"Ansvar og løfter", "", {"eie problemet", "ylket viser"}},
    {"Barna selv", "", {"høre på oss elever", ""}},
    {"Det som virker", "", {"virker fint hos oss", "gull verdt"}},
};

struct DemoResponse {
    const char* theme;
    domain::ResponseStatus status;
    const char* heard;
    const char* decided;
    const char* why;
    const char* block_with;  // the block of the newest version that changed; "" where none did
};

constexpr DemoResponse responses[] = {
    {"Lavere fartsgrense", domain::ResponseStatus::followed,
     "Mange ber om 30 ved skolen, og om at farten måles. Flere skriver at skiltet alene ikke hjelper.",
     "Programmet sier nå at fartsgrensen ved alle skoler skal være 30 km/t, og at den skal måles.", "",
     "Fartsgrensen ved alle skoler"},
    {"Skyss der veien er farlig", domain::ResponseStatus::partly,
     "Foreldre kjører korte strekninger fordi veien er farlig. Retten til skyss regnes i dag i kilometer.",
     "Vi har tatt inn en rett til skyss der veien er farlig. Vi har ikke tatt inn gratis skyss for alle.",
     "Skyss for alle ville tatt pengene som trengs til lys og overganger. Den som bor ved en farlig vei, skal ikke "
     "vente på dem.",
     "Elever skal ha rett til skoleskyss"},
    {"Brøyting", domain::ResponseStatus::not_followed,
     "Gangveier brøytes etter at skolen har begynt. Det gjelder særlig i de mindre kommunene.",
     "Vi skriver ikke egne krav til brøyting i programmet.",
     "Når det brøytes, bestemmer den enkelte kommune. Innspillene er sendt til våre grupper i kommunestyrene, som "
     "kan gjøre noe med det før neste vinter.",
     ""},
};

// The sentence of a text that has these words, in UTF-16 units; nothing where it has none.
std::optional<domain::Passage> sentence(const string& field, const std::u16string& text, const char* words) {
    if (*words == '\0') return std::nullopt;
    const auto found = text.find(to_utf16(words));
    if (found == std::u16string::npos) return std::nullopt;
    const auto before = text.find_last_of(u".\n", found);
    const auto first = before == std::u16string::npos ? 0 : text.find_first_not_of(u". \n", before);
    const auto stop = text.find(u'.', found);
    return domain::Passage{field, int(first), int(stop == std::u16string::npos ? text.size() : stop + 1)};
}

std::map<string, ThemeId> add_themes(storage::Transaction& tx, ConsultationId consultation, AccountId author) {
    std::map<string, ThemeId> ids;
    for (const auto& one : themes) {
        const auto above = ids.find(one.above);
        ids[one.title] = storage::add_theme(
            tx, consultation, above == ids.end() ? std::nullopt : std::optional(above->second), one.title, author);
    }
    return ids;
}

// Marks what two in three answers say; the rest is left to who tries the demo.
void add_marks(storage::Transaction& tx, ConsultationId consultation, const std::map<string, ThemeId>& ids,
               AccountId reader) {
    std::vector<storage::Answer> read;
    storage::each_answer(tx, consultation, [&](const auto& answer) {
        if (answer.id.value % 3 != 0) read.push_back(answer);
    });
    for (const auto& answer : read) {
        const auto text = to_utf16(domain::text_of(features::fields_of(answer.content), "tekst"));
        for (const auto& theme : themes) {
            for (const char* words : theme.words) {
                const auto passage = sentence("tekst", text, words);
                if (!passage) continue;
                domain::Mark mark;
                mark.answer = answer.id;
                mark.passage = *passage;
                mark.theme = ids.at(theme.title);
                mark.reader = reader;
                storage::add_mark(
                    tx, mark,
                    to_utf8(text.substr(std::size_t(passage->first), std::size_t(passage->past - passage->first))));
            }
        }
    }
}

void add_responses(storage::Transaction& tx, const std::map<string, ThemeId>& ids, const features::Text& text,
                   int version, AccountId author) {
    for (const auto& told : responses) {
        domain::Response one;
        one.theme = ids.at(told.theme);
        one.revision = 1;
        one.status = told.status;
        one.heard = told.heard;
        one.decided = told.decided;
        one.why = told.why;
        for (const auto& block : text.blocks) {
            if (*told.block_with == '\0' || !block.visible.starts_with(to_utf16(told.block_with))) continue;
            one.version = version;
            one.blocks.push_back(block.id);
        }
        std::set<int> lengths;  // the demo's sentences of one theme differ in length
        for (const auto& passage : storage::passages_of(tx, one.theme, std::nullopt, MarkId{}, 100)) {
            const int length = passage.passage.past - passage.passage.first;
            if (passage.quotable && lengths.insert(length).second) one.quotes.push_back(passage.mark);
        }
        storage::add_response(tx, one, author);
    }
}

}  // namespace

void add_demo_responses(storage::Transaction& tx, ProcessId process, DocumentId document, const DemoOrganisation& all,
                        features::Texts& texts) {
    const auto consultation = storage::consultations_of(tx, process).front();
    const auto about = *storage::find_document(tx, document);
    const auto text = texts.get(document, *storage::find_version(tx, document, about.head), about.line_width);
    const auto ids = add_themes(tx, consultation.id, all.editor);
    add_marks(tx, consultation.id, ids, all.editor);
    add_responses(tx, ids, *text, about.head, all.editor);
    const auto answered = storage::newest_responses(tx, consultation.id);
    const auto counts = storage::count_voices(tx, consultation.id, std::nullopt);
    std::set<ThemeId> open;
    for (const auto& [id, count] : counts) {
        if (!answered.contains(id)) open.insert(id);
    }
    const auto report = domain::plan_report(storage::themes_of(tx, consultation.id), answered, counts, open, {});
    storage::add_edition(tx, consultation.id, 1, report.value(), all.secretary);
}

}  // namespace samrad::app
