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
                                        {"vedta med endret ordlyd", "adopt as changed"},
                                        {"send videre", "refer"},
                                        {"dekket av et annet", "covered by another"},
                                        {"ingen innstilling", "no recommendation"}}};
constexpr std::array<Both, 10> words{{{"Endringsforslag", "Amendments"},
                                      {"Synopse", "Synopsis"},
                                      {"versjon", "version"},
                                      {"Begrunnelse", "Reason"},
                                      {"Linje", "Line"},
                                      {"Teksten", "The text"},
                                      {"Dissens", "Dissent"},
                                      {"støttet av", "supported by"},
                                      {"dekket av", "covered by"},
                                      {"til", "to"}}};
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
                                                {"avgjort i versjon", "decided in version"}}};

}  // namespace

std::string name_on_paper(const domain::Amendment& amendment, Language language) {
    return (language == Language::nb ? "E " : "A ") + std::to_string(amendment.number);
}

std::string place_on_paper(int line_from, int line_to, std::optional<domain::ChangeSort> sort, Language language) {
    if (!sort) return sort_word(sort, language);
    const bool nb = language == Language::nb;
    const std::string order = orders[std::size_t(*sort)].in(language);
    if (line_from == 0) return order;
    if (line_from == line_to) return (nb ? "linje " : "line ") + std::to_string(line_from) + ": " + order;
    return (nb ? "linje " : "lines ") + std::to_string(line_from) + (nb ? " til " : " to ") + std::to_string(line_to) +
           ": " + order;
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

std::string outcome(const domain::Amendment& amendment, Language language) {
    if (domain::is_pending(amendment)) return "";
    const auto word = state_word(amendment.state, language);
    if (!amendment.decided_version) return word;
    return word + (language == Language::nb ? " i versjon " : " in version ") +
           std::to_string(*amendment.decided_version);
}

const char* paper_word(PaperWord word, Language language) { return words[std::size_t(word)].in(language); }
const char* column_head(Column column, Language language) { return heads[std::size_t(column)].in(language); }

}  // namespace samrad::features
