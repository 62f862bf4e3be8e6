#include "features/amendments/paper_words.hpp"

#include <array>

namespace samrad::features {

namespace {

struct Both {
    const char* nb;
    const char* en;
    const char* in(Language language) const { return language == Language::nb ? nb : en; }
};

constexpr std::array<Both, 5> states{{{"kladd", "draft"},
                                      {"innsendt", "submitted"},
                                      {"trukket", "withdrawn"},
                                      {"vedtatt", "adopted"},
                                      {"avvist", "rejected"}}};
constexpr std::array<Both, 5> sorts{{{"tilføyelse", "insertion"},
                                     {"strykning", "deletion"},
                                     {"erstatning", "replacement"},
                                     {"flytting", "move"},
                                     {"flere endringer", "several changes"}}};
// What is to be done, as a motion says it.
constexpr std::array<Both, 5> orders{
    {{"føy til", "insert"}, {"stryk", "delete"}, {"erstatt", "replace"}, {"flytt", "move"}, {"endre", "change"}}};
constexpr std::array<Both, 6> verdicts{{{"vedta", "adopt"},
                                        {"avvis", "reject"},
                                        {"vedta i endret form", "adopt as changed"},
                                        {"send videre", "refer"},
                                        {"dekket av et annet", "covered by another"},
                                        {"ingen innstilling", "no recommendation"}}};
constexpr std::array<Both, 12> words{{{"Endringsforslag", "Amendments"},
                                      {"Synopse", "Synopsis"},
                                      {"versjon", "version"},
                                      {"Begrunnelse", "Reason"},
                                      {"Linje", "Line"},
                                      {"Teksten", "The text"},
                                      {"Dissens", "Dissent"},
                                      {"støttet av", "supported by"},
                                      {"dekket av", "covered by"},
                                      {"til", "to"},
                                      {"Avgjørelse:", "Decision:"},
                                      {"Sagt om en tidligere ordlyd, som forslagsstilleren har endret siden",
                                       "Said of an earlier wording, which the sponsor has changed since"}}};
constexpr std::array<Both, column_count> heads{{{"nummer", "number"},
                                                {"status", "state"},
                                                {"versjon", "version"},
                                                {"linjer", "lines"},
                                                {"type", "kind"},
                                                {"gammel tekst", "old words"},
                                                {"ny tekst", "new words"},
                                                {"prinsipp", "instruction"},
                                                {"begrunnelse", "reason"},
                                                {"forslagsstiller", "sponsor"},
                                                {"ledd", "unit"},
                                                {"medforslagsstillere", "co-sponsors"},
                                                {"støtter", "supporters"},
                                                {"sendt inn", "submitted"},
                                                {"innstillinger", "recommendations"},
                                                {"dissenser", "dissents"},
                                                {"avgjort i versjon", "decided in version"},
                                                {"avgjort av", "decided by"},
                                                {"avgjørelse", "decision"},
                                                {"hvorfor avgjort slik", "why so decided"}}};

}  // namespace

std::string name_on_paper(const domain::Amendment& amendment, Language language) {
    return (language == Language::nb ? "E " : "A ") + std::to_string(amendment.number);
}

std::string place_on_paper(int line_from, int line_to, std::optional<domain::ChangeSort> sort, Language language) {
    if (!sort) return sort_word(sort, language);
    const std::string order = orders[std::size_t(*sort)].in(language);
    return line_from == 0 ? order : lines_on_paper(line_from, line_to, language) + ": " + order;
}

std::string lines_on_paper(int from, int to, Language language) {
    const bool nb = language == Language::nb;
    if (from == to) return (nb ? "linje " : "line ") + std::to_string(from);
    return (nb ? "linje " : "lines ") + std::to_string(from) + (nb ? " til " : " to ") + std::to_string(to);
}

std::string state_word(domain::AmendmentState state, Language language) {
    return states[std::size_t(state)].in(language);
}

std::string sort_word(std::optional<domain::ChangeSort> sort, Language language) {
    if (!sort) return language == Language::nb ? "prinsipp" : "principle";
    return sorts[std::size_t(*sort)].in(language);
}

std::string verdict_word(domain::Verdict verdict, Language language) {
    return verdicts[std::size_t(verdict)].in(language);
}

std::string outcome_word(const domain::Amendment& amendment, const std::optional<Decided>& decided, Language language) {
    if (domain::is_pending(amendment)) return "";
    const bool nb = language == Language::nb;
    if (decided && amendment.state == domain::AmendmentState::adopted && decided->changed) {
        return nb ? "vedtatt i endret form" : "adopted as changed";
    }
    if (decided && decided->result == domain::VotingResult::fallen) return nb ? "falt" : "fallen";
    return state_word(amendment.state, language);
}

std::string outcome(const domain::Amendment& amendment, const std::optional<Decided>& decided, Language language) {
    const auto word = outcome_word(amendment, decided, language);
    if (!decided) return word;
    const bool nb = language == Language::nb;
    const auto version = std::to_string(decided->version);
    return word + (nb ? " av " : " by ") + decided->by_name +
           (decided->taken ? (nb ? ", står i versjon " : ", is in version ")
                           : (nb ? ", avgjort med versjon " : ", decided with version ")) +
           version;
}

std::string counted(const domain::VoteCount& votes) {
    std::string text;
    for (const auto& count : {votes.votes_for, votes.votes_against, votes.votes_abstain}) {
        if (count) text += (text.empty() ? "" : "–") + std::to_string(*count);
    }
    return text;
}

std::vector<std::string> how_decided(const domain::Amendment& amendment, const Decided& decided, Language language) {
    const bool nb = language == Language::nb;
    const auto named = [&](const Decided::Cause& cause) {
        domain::Amendment other;
        other.number = cause.number;
        return name_on_paper(other, language);
    };
    std::vector<std::string> said;
    if (const auto votes = counted(decided.votes); decided.result && !votes.empty()) {
        said.push_back((nb ? "Votering: " : "Vote: ") + votes + ".");
    }
    if (decided.because_of) {
        const auto other = named(*decided.because_of);
        if (amendment.state == domain::AmendmentState::adopted) {
            said.push_back((nb ? "Vedtatt sammen med " : "Adopted along with ") + other + ".");
        } else {
            said.push_back(nb ? "Falt fordi " + other + " ble vedtatt." : "Fell because " + other + " was adopted.");
        }
    }
    if (decided.left_out && decided.lost_to) {
        const auto other = named(*decided.lost_to);
        said.push_back(nb ? "Det kolliderte med " + other + ", og den ordlyden ble valgt."
                          : "It collided with " + other + ", whose wording was chosen.");
    } else if (decided.left_out) {
        said.push_back(nb ? "Det kolliderte med andre forslag, og der ble det skrevet en annen ordlyd."
                          : "It collided with others, and another wording was written there.");
    }
    return said;
}

const char* paper_word(PaperWord word, Language language) { return words[std::size_t(word)].in(language); }
const char* column_head(Column column, Language language) { return heads[std::size_t(column)].in(language); }

}  // namespace samrad::features
