#include "features/voice_word.hpp"

namespace samrad::features {

using domain::Language;

std::string voice_word(domain::Voice voice, Language language) {
    const bool en = language == Language::en;
    switch (voice) {
        case domain::Voice::members: return en ? "Members of the party" : "Medlemmer i partiet";
        case domain::Voice::units: return en ? "Units of the party" : "Lag i partiet";
        case domain::Voice::youth_wing: return en ? "The youth wing" : "Ungdomsorganisasjonen";
        case domain::Voice::unions: return en ? "Unions" : "Fagbevegelsen";
        case domain::Voice::organisations: return en ? "Organisations" : "Organisasjoner";
        case domain::Voice::everybody: return en ? "The public" : "Allmennheten";
    }
    return "";
}

}  // namespace samrad::features
