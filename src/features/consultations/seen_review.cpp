#include "features/consultations/seen_review.hpp"

#include <algorithm>
#include <map>

#include "features/consultations/answer_about.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/tokens.hpp"

namespace samrad::features {

namespace {

using std::string;

// What the fields of the page hold, without those that are empty or not there.
domain::Fields on_the_page(const ReachedAnswer& reached, const domain::Fields& about) {
    domain::Fields fields;
    for (const auto& name : asked_about(reached)) {
        const auto& text = domain::text_of(about, "#" + name);
        if (!text.empty()) fields["#" + name] = {text};
    }
    return fields;
}

// A word for what stands in one field; of an empty one as of one that is not there.
constexpr std::size_t mark_length = 6;
string mark_of(const domain::Fields& about, const string& name) {
    return fingerprint_of(domain::text_of(about, "#" + name)).substr(0, mark_length);
}

string state_of_answers(const ReachedAnswer& reached) {
    const auto& rules = reached.consultation.rules;
    auto shown = reached.typed;
    // The name and the promise are part of what is consented to.
    shown["#consent"] = {rules.purpose, to_iso(rules.erases), rules.publishes_answers ? "published" : "",
                         publish_consent_text(reached)};
    return state_of(shown);
}

bool is_tick(const string& name) { return name == "outcome" || name == "publish"; }

string label_of(const string& name, domain::Language language) {
    static const std::map<string, std::pair<const char*, const char*>> labels{
        {"name", {"Navn", "Name"}},
        {"email", {"E-post", "Email"}},
        {"organisation", {"Organisasjon", "Organisation"}},
        {"meeting", {"Hva protokollen sier", "What the minutes say"}},
        {"in_favour", {"Stemmer for", "Votes for"}},
        {"against", {"Mot", "Against"}},
        {"abstaining", {"Avholdende", "Abstaining"}},
        {"sponsors", {"Andre som står bak", "Others that stand behind it"}},
        {"outcome", {"Si fra til meg når det er svart på høringen", "Tell me when the consultation is answered"}},
        {"publish", {"Svaret kan også vises for andre", "The answer may be shown to others, too"}},
    };
    const auto found = labels.find(name);
    if (found == labels.end()) return {};
    return language == domain::Language::nb ? found->second.first : found->second.second;
}

}  // namespace

string state_of_review(const ReachedAnswer& reached) {
    string state = state_of_answers(reached) + "-";
    for (const auto& name : asked_about(reached)) state += mark_of(shown_about(reached), name);
    return state;
}

bool was_seen(const ReachedAnswer& reached, const domain::Fields& about, std::string_view base) {
    if (!base.empty()) return base == state_of_review(reached);
    return !is_change(reached.answer) && (reached.about.empty() || stands(reached, about));
}

bool saw_answers(const ReachedAnswer& reached, std::string_view base) {
    return base.starts_with(state_of_answers(reached) + "-");
}

bool is_sent_already(const ReachedAnswer& reached, const domain::Fields& about) {
    auto sent = reached.answer;
    const bool whole = sent.submitted || sent.state == domain::AnswerState::unconfirmed;
    if (!whole || !reached.about.empty() || sent.typed != sent.content) return false;
    return put_about(about, reached, sent).empty() && about_of(sent) == about_of(reached.answer);
}

bool stands(const ReachedAnswer& reached, const domain::Fields& about) {
    return on_the_page(reached, about) == on_the_page(reached, shown_about(reached));
}

domain::Fields with_stored(const ReachedAnswer& reached, domain::Fields about, std::string_view base) {
    const auto names = asked_about(reached);
    const auto dash = base.rfind('-');
    const auto marks = dash == base.npos ? std::string_view() : base.substr(dash + 1);
    const bool known = marks.size() == names.size() * mark_length;
    const auto stored = shown_about(reached);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (is_tick(names[i])) continue;
        const auto field = "#" + names[i];
        const bool touched = known ? marks.substr(i * mark_length, mark_length) != mark_of(about, names[i])
                                   : !domain::text_of(about, field).empty();
        if (touched) continue;
        about.erase(field);
        if (const auto& text = domain::text_of(stored, field); !text.empty()) about[field] = {text};
    }
    return about;
}

FieldList stored_otherwise(const ReachedAnswer& reached, const domain::Fields& about) {
    const auto stored = on_the_page(reached, shown_about(reached));
    const bool nb = reached.words() == domain::Language::nb;
    FieldList list;
    for (const auto& name : about_names()) {
        const auto label = label_of(name, reached.words());
        const auto& text = domain::text_of(stored, "#" + name);
        if (label.empty() || text.empty() || text == domain::text_of(about, "#" + name)) continue;
        Fields one;
        one.texts = {{"stored_label", label}, {"stored_text", is_tick(name) ? (nb ? "Ja" : "Yes") : text}};
        list.push_back(std::move(one));
    }
    return list;
}

}  // namespace samrad::features
