#include "features/tallies/tally_actions.hpp"

#include <boost/json.hpp>

#include "domain/consultation/small_counts.hpp"
#include "features/form_json.hpp"
#include "features/json.hpp"
#include "features/reach_consultation.hpp"
#include "storage/answer_tallies.hpp"
#include "storage/consultations.hpp"
#include "storage/themes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// The revisions of its form, newest first.
std::vector<domain::Form> forms_of(storage::Transaction& tx, const domain::Consultation& consultation) {
    std::vector<domain::Form> forms;
    for (int number = consultation.revision; number > 0; --number) {
        if (const auto definition = storage::find_form(tx, consultation.id, number)) {
            forms.push_back(form_of(*definition));
        }
    }
    return forms;
}

json::array counts_json(const std::vector<std::optional<std::int64_t>>& counts) {
    json::array list;
    for (const auto& count : counts) list.push_back(count ? json::value(*count) : nullptr);
    return list;
}

json::object table_json(const domain::TallyTable& table) {
    json::array lines;
    for (const auto& line : table.lines) {
        lines.push_back({{"key", line.key}, {"label", wording_json(line.label)}, {"counts", counts_json(line.counts)}});
    }
    return {{"field", table.field},
            {"kind", name_of(table.kind)},
            {"title", wording_json(table.title)},
            {"row", wording_json(table.row)},
            {"step", table.step},
            {"asked", counts_json(table.asked)},
            {"unanswered", counts_json(table.unanswered)},
            {"lines", std::move(lines)}};
}

// All municipalities, so that those that nobody named are on the map as well.
json::array places_json() {
    json::array list;
    for (const auto& [number, name] : domain::municipalities()) list.push_back(json::array{number, name});
    return list;
}

// How many answers speak of each theme, by the voices of the tables; for those who read the answers.
json::array themes_json(Work& work, ConsultationId consultation, const storage::VoiceCells& voices) {
    const auto counts = storage::answers_by_theme(work.tx, consultation, work.actor.account);
    json::array list;
    for (const auto& theme : domain::in_tree_order(storage::themes_of(work.tx, consultation))) {
        const auto of_theme = counts.find(theme.id);
        std::vector<std::int64_t> row;
        for (const auto& [voice, cells] : voices) {
            const bool any = of_theme != counts.end() && of_theme->second.contains(voice);
            row.push_back(any ? of_theme->second.at(voice) : 0);
        }
        list.push_back({{"id", theme.id.value},
                        {"parent", theme.parent ? json::value(theme.parent->value) : nullptr},
                        {"title", theme.title},
                        {"counts", counts_json(domain::shown_counts(row))}});
    }
    return list;
}

}  // namespace

http::Reply show_tallies(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    const bool reads = domain::may(work.actor, domain::Act::read_answers, scope);
    if (!reads && work.now < consultation.rules.closes) throw conflict("tally.not_closed");
    const auto found =
        reads ? storage::tallies_now(work.tx, consultation.id) : storage::shown_tallies(work.tx, consultation.id);
    json::array voices;
    std::vector<domain::Cells> cells, published;
    for (const auto& [voice, counts] : found) {
        voices.push_back(json::string(name_of(voice)));
        cells.push_back(counts);
        // Everybody reads the published answers; who reads them all takes nothing from the tables.
        if (!reads && consultation.rules.publishes_answers) published.push_back(domain::take_published(cells.back()));
    }
    json::array tables;
    bool has_places = false;
    for (const auto& table : domain::tally_tables(forms_of(work.tx, consultation), cells, published)) {
        tables.push_back(table_json(table));
        has_places = has_places || table.kind == domain::QuestionKind::place;
    }
    json::object object{
        {"consultation", consultation.id.value}, {"title", consultation.rules.title},
        {"process", consultation.process.value}, {"may", json::object{{"read_answers", reads}}},
        {"voices", std::move(voices)},           {"answers", counts_json(domain::answers_by_voice(cells, published))},
        {"least_shown", domain::least_shown},    {"tables", std::move(tables)}};
    if (has_places) object["places"] = places_json();
    if (reads) object["themes"] = themes_json(work, consultation.id, found);
    return reply_json(object);
}

void renew_tallies(storage::Pool& pool, Time at) {
    std::vector<ConsultationId> changed;
    {
        storage::Transaction tx(pool, storage::Mode::read);
        changed = storage::changed_tallies(tx);
    }
    for (const auto id : changed) {
        storage::Transaction tx(pool, storage::Mode::write);
        const auto consultation = storage::lock_consultation(tx, id).value();
        storage::sum_up(tx, id);
        const auto shown = storage::shown_tallies(tx, id);
        for (const auto& [voice, cells] : storage::tallies_now(tx, id)) {
            const auto before = shown.find(voice);
            const bool first = before == shown.end();
            if (at < consultation.rules.closes || !(first || domain::worth_renewing(before->second, cells))) continue;
            storage::show_tallies(tx, id, voice);
        }
        tx.commit();
    }
}

}  // namespace samrad::features
