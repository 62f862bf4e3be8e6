#include "app/demo/demo_texts.hpp"

#include <initializer_list>
#include <string>
#include <utility>

namespace samrad::app {

namespace {

constexpr std::string_view first_version = R"(# Et land der alle hører til

Samlingspartiet vil bygge et samfunn der folk har tid, trygghet og mulighet til å delta. Dette utkastet er
programkomiteens forslag til arbeidsprogram for perioden 2027–2031. Det er skrevet etter innspill fra 212 lokallag
og sendes nå på høring til hele organisasjonen.

# Kommunene først

De fleste tjenestene folk møter hver dag, kommer fra kommunen. Derfor må kommunene ha råd til å gi et godt tilbud, og
frihet til å løse oppgavene slik det passer hos dem.

Samlingspartiet vil:

- øke de frie inntektene til kommunene hvert år i perioden
- gi kommunene rett til å prøve ut nye måter å organisere tjenestene på
- sørge for at ingen innbygger har mer enn 30 minutters reisevei til legevakt på dagtid
- styrke de kommunale ungdomsrådene og gi dem forslagsrett i kommunestyret

## Skole og oppvekst

En god skole begynner med lærere som har tid. Vi vil at hver elev skal bli sett, og at skolen skal være et sted
der både hode og hender får bruke seg.

Skoledagen skal ha rom for praktisk arbeid på alle trinn. Samlingspartiet vil at kommunene får midler til verksteder,
skolekjøkken og uteområder som kan brukes hele året.

- Det skal være minst én lærer per 15 elever på første til fjerde trinn.
- Alle elever skal få et enkelt, sunt måltid i løpet av skoledagen.
- Leksehjelp skal være gratis og tilgjengelig på alle ungdomsskoler.
- Farten skal være lav ved skolene, og veien dit skal være trygg.

## Helse og omsorg

Ingen skal være redd for å bli gammel i Norge. Hjemmetjenesten skal være god nok til at de som vil, kan bo hjemme,
og sykehjemmet skal være der for dem som trenger det.

Vi vil ha en fast lege til alle. Staten må ta et større ansvar for å rekruttere fastleger til distriktene, blant annet
gjennom fastlønn for dem som ønsker det.

# Arbeid og trygghet

Hele og faste stillinger skal være hovedregelen i norsk arbeidsliv. Et velregulert arbeidsliv gir trygghet for den
enkelte og bedre tjenester for alle.

Partene i arbeidslivet skal tas med tidlig når ny teknologi tas i bruk. De som bruker verktøyene, vet best hva som
virker.

- Retten til heltid skal styrkes i offentlig sektor.
- Lærlinger skal ha en bindende rett til læreplass innen seks måneder.
- Innleie fra bemanningsforetak skal begrenses der det fortrenger faste ansettelser.

# Natur og klima

Vi skal kutte utslippene i takt med det Norge har forpliktet seg til, og vi skal gjøre det på en måte som folk kan være
med på. Tiltak som rammer dem med minst fra før, må følges av ordninger som jevner ut.

Samlingspartiet vil bygge ut kollektivtrafikken i og mellom byene, og sikre at det finnes et tilbud også der det ikke
går en buss hvert kvarter.

Matjorda skal vernes. Det skal ikke bygges ned mer dyrka mark enn 2000 dekar i året i hele landet.

# Et folkestyre å være stolt av

Flere må få være med der beslutningene tas. Høringer skal være lette å forstå og lette å svare på, og alle som svarer,
skal få vite hva som ble av svaret deres.

> Et forslag er ikke bedre enn samtalen det kom ut av.

Vi vil prøve ut innbyggerpaneler i saker som deler lokalsamfunn, og gi dem tid og fagkunnskap til å finne løsninger.
)";

std::string replace_all(std::string_view text,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> swaps) {
    std::string out(text);
    for (const auto& [before, after] : swaps) {
        const auto at = out.find(before);
        if (at != std::string::npos) out.replace(at, before.size(), after);
    }
    return out;
}

}  // namespace

std::vector<std::string_view> programme_versions() {
    static const std::string second =
        replace_all(first_version, {{"øke de frie inntektene til kommunene hvert år i perioden",
                                     "øke de frie inntektene til kommunene mer enn prisveksten hvert år i perioden"},
                                    {"- Leksehjelp skal være gratis og tilgjengelig på alle ungdomsskoler.\n",
                                     "- Leksehjelp skal være gratis og tilgjengelig på alle skoler.\n"
                                     "- Skolebiblioteket skal være bemannet hver dag.\n"},
                                    {"gjennom fastlønn for dem som ønsker det.",
                                     "gjennom fastlønn for dem som ønsker det og veiledning av nye leger."}});
    static const std::string third =
        replace_all(second, {{"- Farten skal være lav ved skolene, og veien dit skal være trygg.\n",
                              "- Fartsgrensen ved alle skoler skal være 30 km/t, og farten skal måles.\n"
                              "- Elever skal ha rett til skoleskyss der veien er farlig, ikke bare der den er lang.\n"},
                             {"Partene i arbeidslivet skal tas med tidlig når ny teknologi tas i bruk. De som bruker "
                              "verktøyene, vet best hva "
                              "som\nvirker.\n\n",
                              ""},
                             {"# Natur og klima\n",
                              "Partene i arbeidslivet skal tas med tidlig når ny teknologi tas i bruk. De som bruker "
                              "verktøyene, vet best hva "
                              "som\nvirker.\n\n# Natur og klima\n"},
                             {"Det skal ikke bygges ned mer dyrka mark enn 2000 dekar i året i hele landet.",
                              "Nasjonalt mål er høyst 1500 dekar omdisponert jord i året."}});
    return {first_version, second, third};
}

const std::vector<DemoComment>& programme_comments() {
    static const std::vector<DemoComment> comments = {
        {"", "", "Et lettlest utkast. Jeg savner likevel et eget kapittel om kultur og frivillighet.", "for",
         "Enig. Frivilligheten er limet i bygda vår."},
        {"Dette utkastet er", "212 lokallag", "Er det alle lagene som har svart, eller bare de som ble spurt?",
         "neutral", "Alle fikk invitasjon; 212 av 340 svarte før fristen."},
        {"De fleste tjenestene", "", "Godt at kommunene kommer først. Slik bør det stå.", "for", ""},
        {"De fleste tjenestene", "frihet til å løse oppgavene", "Frihet uten penger er bare ansvar. Si det tydeligere.",
         "against", "Første kulepunkt handler om pengene."},
        {"øke de frie inntektene", "hvert år i perioden", "Må være mer enn prisveksten, ellers er det ikke en økning.",
         "for", ""},
        {"gi kommunene rett", "", "Hva med forsøk som går på tvers av kommunegrenser?", "neutral", ""},
        {"30 minutters", "30 minutters reisevei", "Urealistisk i Finnmark. Hos oss er det to timer til nærmeste by.",
         "against", "Da må vi skrive inn luftambulanse og døgnåpne satellitter."},
        {"ungdomsrådene", "", "Forslagsrett er riktig. Ungdommen støtter dette, i motsetning til de andre!", "for", ""},
        {"En god skole begynner", "lærere som har tid", "Det viktigste ordet i hele kapitlet er tid.", "for", ""},
        {"Skoledagen skal ha rom", "praktisk arbeid på alle trinn",
         "Husk at det krever lærere med praktisk fagbakgrunn.", "neutral", ""},
        {"én lærer per 15", "én lærer per 15 elever",
         "Normen må følges av penger, ellers går det ut over spesialundervisningen.", "against",
         "Det står i vedlegget om økonomi."},
        {"sunt måltid", "", "Skolemat er den enkleste utjevningen som finnes.", "for", ""},
        {"sunt måltid", "enkelt, sunt måltid", "Hvem skal lage den? Skolene har ikke kjøkken.", "against", ""},
        {"Leksehjelp", "alle ungdomsskoler", "Hvorfor ikke barneskolen også?", "for", ""},
        {"redd for å bli gammel", "", "Sterk åpning. Behold den.", "for", ""},
        {"fast lege til alle", "fastlønn for dem som ønsker det", "Som fastlege i distriktet: dette vil virke.", "for",
         "Takk, nyttig å høre fra en som står i det."},
        {"Hele og faste stillinger", "", "Fagbevegelsen støtter dette fullt ut.", "for", ""},
        {"Partene i arbeidslivet", "tas med tidlig", "Tidlig er et vagt ord. Skriv «før anskaffelsen».", "neutral", ""},
        {"Retten til heltid", "", "Heltid må være en rett, ikke en plikt.", "neutral", ""},
        {"Lærlinger skal ha", "innen seks måneder", "Bra, men hvem betaler for bedriftene?", "neutral", ""},
        {"kutte utslippene", "jevner ut", "Konkretiser: avgiftene bør betales tilbake likt per innbygger.", "for", ""},
        {"kollektivtrafikken", "", "Bestillingsbuss har virket godt i kommunen vår.", "for", ""},
        {"Matjorda skal vernes", "2000 dekar i året", "For svakt. Målet bør være null.", "against",
         "Null stopper sykehusutbygginger. 1500 er et sted å begynne."},
        {"Flere må få være med", "hva som ble av svaret deres", "Dette er hele poenget. Takk for at det står her.",
         "for", ""},
        {"samtalen det kom ut av", "", "Fint sitat. Hvem sa det?", "", "Komitélederen, på første møte."},
        {"innbyggerpaneler", "", "Loddtrukne paneler må ikke erstatte folkevalgte.", "against", ""},
    };
    return comments;
}

std::string_view resolution_text() {
    return R"(# Trygg skolevei

Årsmøtet ber kommunestyrene prioritere trygge skoleveier i budsjettet for neste år.

1. Alle skoler skal ha en plan for trygg skolevei innen utgangen av året.
2. Fartsgrensen ved skoler settes til 30 kilometer i timen.
3. Det settes av midler til gang- og sykkelvei der barn i dag går langs vei uten fortau.
)";
}

std::string_view statutes_text() {
    return R"(# Vedtekter: forslag til ny paragraf om digitale møter

Et møte kan holdes digitalt når minst en tredel av medlemmene ikke ber om fysisk møte.

Avstemninger i digitale møter skal kunne etterprøves.
)";
}

}  // namespace samrad::app
