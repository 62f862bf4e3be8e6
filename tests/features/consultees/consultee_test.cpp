// To whom a consultation is sent, and what is seen of it.
#include "features/consultees/hearing_world.hpp"

using namespace samrad;
using testing::HearingWorld;

TEST_CASE("all municipalities below a unit are put on the list in one act and written to in another, each once") {
    HearingWorld all;
    auto& world = all.world;
    const auto county = world.unit("Fylkeslaget", all.unit, "county");
    for (int i = 0; i < 357; ++i) {
        const auto kommune = world.unit("Kommune " + std::to_string(i), county, "municipality");
        world.standing(all.secretary, kommune, "editor");
    }
    auto editor = world.signed_in(all.editor);
    const auto below = R"({"below":{"unit":)" + std::to_string(all.unit.value) + R"(,"kind":"municipality"}})";
    const auto added = editor.post(all.path + "/consultees", below);
    CHECK(added.status == 201);
    CHECK(added.number("added") == 357);
    CHECK(editor.post(all.path + "/consultees", below).number("added") == 0);
    const auto sent = all.send();
    CHECK(sent.number("written") == 357);
    CHECK(sent.number("unreachable") == 0);
    CHECK(sent.number("counts.sent") == 357);
    CHECK(all.send().number("written") == 0);
    CHECK(world.database.number("select count(*) from outbox where subject like 'Høring: Ferger%'") == 357);
    CHECK(world.database.number("select count(distinct substring(body from '/hearing/[^\\n]*')) from outbox") == 357);
    CHECK(world.database.number("select count(*) from consultee_links") == 357);
}

TEST_CASE("a body without anybody to write to stays unsent until it has an address") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto empty = all.world.unit("Tomt lag", all.unit);
    const auto added = editor.post(all.path + "/consultees", R"({"units":[)" + std::to_string(empty.value) + "]}");
    const auto sent = all.send();
    CHECK(sent.number("written") == 0);
    CHECK(sent.number("unreachable") == 1);
    const auto one = "/api/consultees/" + added.at("items.0.id");
    CHECK(editor.patch(one, R"({"email":"ikke en adresse"})").field() == "email");
    CHECK(editor.patch(one, R"({"email":"post@lag.example"})").status == 200);
    CHECK(all.send().number("written") == 1);
    CHECK(editor.del(one).code() == "consultee.sent");
}

TEST_CASE(
    "fetching a consultee's link tells nothing; it is opened when a person touches the page or begins to answer") {
    HearingWorld all;
    all.add_branch(false);
    all.send();
    auto editor = all.world.signed_in(all.editor);
    const auto state = [&] { return editor.get(all.path + "/consultees").at("items.0.state"); };
    auto browser = all.world.browser();
    const auto link = all.link_to("siri@example.org");
    for (int i = 0; i < 3; ++i) CHECK(browser.get(link).status == 200);
    CHECK(state() == "sent");
    CHECK(HearingWorld::form(browser, "/hearing/nobody/opening", "").status == 404);
    CHECK(HearingWorld::form(browser, link + "/opening", "").status == 204);
    CHECK(state() == "opened");
    const auto first = all.world.database.value("select opened_at from consultees");
    CHECK(HearingWorld::form(browser, link + "/opening", "").status == 204);
    CHECK(all.world.database.value("select opened_at from consultees") == first);
    // Without script the button is the first thing that a person does.
    all.world.database.sql("update consultees set opened_at = null");
    HearingWorld::form(browser, link + "/answers", "");
    CHECK(state() == "opened");
}

TEST_CASE("a unit answers by the link that it was mailed, signed in or not") {
    HearingWorld all;
    all.add_branch(true);
    all.send();
    auto guest = all.world.browser();
    all.answer_by(guest, all.link_to("siri@example.org"));
    CHECK(all.world.signed_in(all.editor).get(all.path + "/consultees").at("items.0.state") == "answered");
}

TEST_CASE("a link that was mailed to a wrong address leads nowhere once the address is mended") {
    HearingWorld all;
    const auto id = all.add_branch(false);
    auto editor = all.world.signed_in(all.editor);
    REQUIRE(editor.patch("/api/consultees/" + id, R"({"email":"feil@example.org"})").status == 200);
    all.send();
    const auto wrong = all.link_to("feil@example.org");
    auto stranger = all.world.browser();
    CHECK(stranger.get(wrong).status == 200);
    REQUIRE(editor.patch("/api/consultees/" + id, R"({"email":"rett@example.org"})").status == 200);
    CHECK(stranger.get(wrong).status == 303);  // to the sign-in, as for any link that there is not
    CHECK(HearingWorld::form(stranger, wrong + "/answers", "").status == 404);
}

TEST_CASE("the answer that comes by a consultee's link is theirs") {
    HearingWorld all;
    all.add_branch(false);
    all.send();
    auto editor = all.world.signed_in(all.editor);
    CHECK(editor.get(all.path + "/consultees").at("items.0.state") == "sent");
    auto secretary = all.world.signed_in(all.secretary);
    const auto link = all.link_to("siri@example.org");
    CHECK(secretary.get(link).status == 200);
    all.answer_by(secretary, link);
    const auto list = editor.get(all.path + "/consultees");
    CHECK(list.at("items.0.state") == "answered");
    CHECK(list.number("counts.answered") == 1);
    CHECK(secretary.get(link).body.find("har svart") != std::string::npos);
}

TEST_CASE("who reads the process sees who was asked and who has answered, and no addresses nor who has looked") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    all.add_branch(false);
    all.send();
    editor.post(all.path + "/consultees", R"({"organisations":[{"name":"Velforeningen","email":"vel@example.org"}]})");
    auto guest = all.world.browser();
    HearingWorld::form(guest, all.link_to("siri@example.org") + "/opening", "");
    const auto seen = all.world.browser().get(all.path + "/consultees");
    CHECK(seen.size("items") == 1);
    CHECK(seen.at("items.0.name") == "Lokallaget");
    CHECK(seen.at("items.0.state") == "sent");
    CHECK(!seen.has("items.0.email"));
    CHECK(!seen.has("items.0.opened"));
    CHECK(seen.body.find("vel@example.org") == std::string::npos);
    CHECK(editor.get(all.path + "/consultees").size("items") == 2);
}

TEST_CASE("a consultee declines with a word that is shown, and is not reminded; who was silent for a day is") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    all.add_branch(false);
    editor.post(all.path + "/consultees", R"({"organisations":[{"name":"Vel","email":"vel@example.org"}]})");
    all.send();
    auto guest = all.world.browser();
    const auto link = all.link_to("vel@example.org");
    CHECK(HearingWorld::form(guest, link + "/declining", "word=Ikke+v%C3%A5rt+felt").status == 303);
    const auto list = guest.get(all.path + "/consultees");
    CHECK(list.at("items.1.state") == "declined");
    CHECK(list.at("items.1.word") == "Ikke vårt felt");
    CHECK(editor.post(all.path + "/reminding").number("written") == 0);
    all.world.database.sql("update consultees set sent_at = sent_at - interval '25 hours'");
    CHECK(editor.post(all.path + "/reminding").number("written") == 1);
    CHECK(editor.post(all.path + "/reminding").number("written") == 0);
    // The link of the first mail goes on to work.
    CHECK(guest.get(link).status == 200);
    // Who has declined can answer all the same.
    all.answer_by(guest, link);
    CHECK(guest.get(all.path + "/consultees").at("items.1.state") == "answered");
    CHECK(HearingWorld::form(guest, link + "/declining", "").code() == "consultee.answered");
}

TEST_CASE("the page of a consultee offers what is left to do: to go on once begun, not to decline once declined") {
    HearingWorld all;
    all.add_branch(false);
    all.send();
    auto guest = all.world.browser();
    const auto link = all.link_to("siri@example.org");
    const auto offers = [&](const std::string& words) { return guest.get(link).body.find(words) != std::string::npos; };
    CHECK(offers("Svar for Lokallaget"));
    CHECK(offers("Vi kommer ikke til å svare"));
    REQUIRE(HearingWorld::form(guest, link + "/declining", "word=Ingen+tid").status == 303);
    CHECK(!offers("Vi kommer ikke til å svare"));
    CHECK(!offers("Si fra at vi ikke svarer"));
    CHECK(offers("Endre det dere sa"));
    REQUIRE(HearingWorld::form(guest, link + "/answers", "").status == 303);
    CHECK(offers("Fortsett på svaret"));
    CHECK(!offers("Svar for Lokallaget"));
}

TEST_CASE("nobody is asked who may not read what it is about") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    all.world.database.sql("update processes set audience = 'members'");
    const auto add = [&](const std::string& whom) { return editor.post(all.path + "/consultees", "{" + whom + "}"); };
    CHECK(add(R"("units":[)" + std::to_string(all.other.value) + "]").code() == "consultee.cannot_read");
    CHECK(add(R"("organisations":[{"name":"Vel","email":"vel@example.org"}])").code() == "consultee.cannot_read");
    CHECK(add(R"("units":[99999])").code() == "input.not_a_choice");
    CHECK(add("").code() == "input.missing");
    CHECK(all.add_branch(false) != "");
    all.send();
    const auto link = all.link_to("siri@example.org");
    // What is for members is asked of members: others are told nothing but to sign in.
    CHECK(all.world.browser().get(link).header("location") == "/sign-in?to=" + link);
    CHECK(all.world.browser().get("/hearing/ukjent").header("location") == "/sign-in?to=/hearing/ukjent");
    CHECK(all.world.signed_in(all.stranger).get(link).status == 404);
    CHECK(all.world.signed_in(all.secretary).get(link).status == 200);
}

TEST_CASE("a draft is sent to nobody, and its list is for editors alone") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto made = editor.post("/api/processes/" + all.process_id + "/consultations",
                                  "{" + HearingWorld::rules() + "," + HearingWorld::sections() + "}");
    const auto path = "/api/consultations/" + made.at("id");
    CHECK(editor.post(path + "/consultees", R"({"units":[)" + std::to_string(all.branch.value) + "]}").status == 201);
    CHECK(editor.post(path + "/sending").code() == "consultation.not_published");
    CHECK(all.world.browser().get(path + "/consultees").status == 404);
}

TEST_CASE("an organisation that was sent the consultation has answered once its answer on paper is typed in") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    editor.post(all.path + "/consultees",
                R"({"organisations":[{"name":"Velet","email":"vel@example.org"}],"must_be_heard":true})");
    all.send();
    const auto link = HearingWorld::begin(editor, all.consultation, "as=paper");
    const auto of = "&of=consultee:" + editor.get(all.path + "/consultees").at("items.0.id");
    REQUIRE(HearingWorld::answer(editor, link, "Ja", of + "&in_favour=5&against=0").status == 303);
    CHECK(editor.get(all.path + "/consultees").at("items.0.state") == "answered");
    CHECK(all.world.database.value("select voice || body_name from answers") == "organisationsVelet");
    const auto again = HearingWorld::begin(editor, all.consultation, "as=paper");
    CHECK(HearingWorld::answer(editor, again, "Nei", of).status == 422);
    // By the link of its mail it goes on with that answer.
    auto guest = all.world.browser();
    const auto own = HearingWorld::form(guest, all.link_to("vel@example.org") + "/answers", "").header("location");
    CHECK(guest.get(own).body.find("Ja</textarea>") != std::string::npos);
    CHECK(HearingWorld::form(guest, own, "page=1&act=next&q.boat=no").status == 303);
}
