#include "live/hub.hpp"

#include <catch2/catch_test_macros.hpp>
#include <utility>

using namespace samrad::live;

namespace {

struct Ear final : Subscriber {
    explicit Ear(std::string who = "", std::string display = "") {
        listener_->who = std::move(who);
        listener_->display = std::move(display);
    }
    void send(const FramePtr& frame) override { wire += frame->wire(); }
    void close(unsigned short, std::string_view) override {}
    const std::shared_ptr<Listener>& listener() const override { return listener_; }
    std::string wire;

private:
    std::shared_ptr<Listener> listener_ = std::make_shared<Listener>();
};

std::shared_ptr<Ear> enter(Hub& hub, std::string who = "", std::string display = "") {
    auto ear = std::make_shared<Ear>(std::move(who), std::move(display));
    hub.enter(ear);
    return ear;
}

std::string wire(std::initializer_list<std::string_view> texts) {
    std::string all;
    for (const auto text : texts) all += make_frame(text)->wire();
    return all;
}

// A loop that runs when the test says so.
struct HandLoop final : Loop {
    void post(std::function<void()> task) override { tasks.push_back(std::move(task)); }
    void after(std::chrono::microseconds, std::function<void()> task) override { later.push_back(std::move(task)); }
    void run() {
        for (auto& task : std::exchange(tasks, {})) task();
    }
    void let_time_pass() {
        for (auto& task : std::exchange(later, {})) task();
    }
    std::vector<std::function<void()>> tasks, later;
};

}  // namespace

TEST_CASE("An event reaches all who listen to its topic, and nobody else") {
    Hub hub;
    const auto a = enter(hub), b = enter(hub), elsewhere = enter(hub);
    CHECK_FALSE(hub.subscribe(a, "document:1"));
    hub.subscribe(b, "document:1");
    hub.subscribe(elsewhere, "document:2");
    hub.publish("document:1", 1, make_frame("one"));
    CHECK(a->wire == wire({"one"}));
    CHECK(b->wire == wire({"one"}));
    CHECK(elsewhere->wire.empty());
}

TEST_CASE("A number at or below the head is dropped") {
    Hub hub;
    const auto a = enter(hub);
    hub.subscribe(a, "t");
    hub.publish("t", 5, make_frame("five"));
    hub.publish("t", 5, make_frame("five again"));
    hub.publish("t", 4, make_frame("four"));
    hub.publish("t", 6, make_frame("six"));
    CHECK(a->wire == wire({"five", "six"}));
    CHECK(hub.subscribe(a, "t") == 6);
}

TEST_CASE("The head is known although nobody listened") {
    Hub hub;
    hub.publish("t", 9, make_frame("nine"));
    CHECK(hub.subscribe(enter(hub), "t") == 9);
}

TEST_CASE("Listening twice is listening once") {
    Hub hub;
    const auto a = enter(hub);
    hub.subscribe(a, "t");
    hub.subscribe(a, "t");
    hub.publish("t", 1, make_frame("one"));
    CHECK(a->wire == wire({"one"}));
}

TEST_CASE("Who left hears nothing, and is not let in again after the end") {
    Hub hub;
    const auto a = enter(hub), b = enter(hub);
    for (const auto& ear : {a, b}) hub.subscribe(ear, "t");
    hub.unsubscribe(*a, "t");
    hub.leave(*b);
    hub.subscribe(b, "t");
    hub.publish("t", 1, make_frame("one"));
    CHECK(a->wire.empty());
    CHECK(b->wire.empty());
    CHECK(hub.subscriber_count() == 1);
    CHECK(hub.seats().empty());
}

TEST_CASE("A filter decides who gets an unnumbered message") {
    Hub hub;
    const auto member = enter(hub, "account:1"), guest = enter(hub);
    for (const auto& ear : {member, guest}) hub.subscribe(ear, "t");
    hub.broadcast("t", make_frame("names"), [](const Listener& l) { return !l.who.empty(); });
    hub.broadcast("t", make_frame("all"));
    CHECK(member->wire == wire({"names", "all"}));
    CHECK(guest->wire == wire({"all"}));
}

TEST_CASE("Presence counts people once and each stranger") {
    Hub hub;
    hub.subscribe(enter(hub, "account:1", "Kari"), "t");
    hub.subscribe(enter(hub, "account:1", "Kari"), "t");
    hub.subscribe(enter(hub, "account:2", "Anne"), "t");
    hub.subscribe(enter(hub, "account:3"), "t");
    hub.subscribe(enter(hub), "t");
    hub.subscribe(enter(hub), "t");
    const auto presence = hub.presence("t");
    CHECK(presence.count == 5);
    CHECK(presence.names == std::vector<std::string>{"Anne", "Kari"});
    CHECK(hub.presence("t", 1).names == std::vector<std::string>{"Anne"});
    CHECK(hub.take_presence_changes() == std::vector<Topic>{"t"});
    CHECK(hub.take_presence_changes().empty());
    CHECK(hub.presence("nothing").count == 0);
}

TEST_CASE("Topics tell their head, and only those somebody listens to") {
    Hub hub;
    const auto a = enter(hub);
    hub.subscribe(a, "quiet");
    hub.publish("unheard", 3, make_frame("x"));
    CHECK(hub.topics() == std::vector<std::pair<Topic, std::int64_t>>{{"quiet", -1}});
}

TEST_CASE("A lone event goes out at once, those close behind it together, in order") {
    Hub hub;
    HandLoop loop;
    hub.attach(&loop);
    const auto a = enter(hub), b = enter(hub);
    for (const auto& ear : {a, b}) hub.subscribe(ear, "t");
    hub.publish("t", 1, make_frame("one"));
    CHECK(loop.tasks.size() == 1);
    loop.run();
    CHECK(a->wire == wire({"one"}));
    for (int i = 2; i <= 4; ++i) hub.publish("t", i, make_frame(std::to_string(i)));
    CHECK(loop.tasks.size() + loop.later.size() == 1);  // one round for all of them
    loop.run();
    loop.let_time_pass();
    CHECK(a->wire == wire({"one", "2", "3", "4"}));
    CHECK(b->wire == a->wire);
    hub.attach(nullptr);
}

TEST_CASE("Who comes while events wait gets only what comes after") {
    Hub hub;
    HandLoop loop;
    hub.attach(&loop);
    const auto early = enter(hub), late = enter(hub);
    hub.subscribe(early, "t");
    hub.publish("t", 1, make_frame("one"));
    CHECK(hub.subscribe(late, "t") == 1);
    hub.publish("t", 2, make_frame("two"));
    loop.run();
    loop.let_time_pass();
    CHECK(early->wire == wire({"one", "two"}));
    CHECK(late->wire == wire({"two"}));
    hub.attach(nullptr);
}

TEST_CASE("Who leaves while events wait gets none of them") {
    Hub hub;
    HandLoop loop;
    hub.attach(&loop);
    const auto a = enter(hub), b = enter(hub);
    for (const auto& ear : {a, b}) hub.subscribe(ear, "t");
    hub.publish("t", 1, make_frame("one"));
    hub.unsubscribe(*a, "t");
    loop.run();
    CHECK(a->wire.empty());
    CHECK(b->wire == wire({"one"}));
    hub.attach(nullptr);
}

TEST_CASE("Frames say their length as RFC 6455 wants it") {
    using namespace std::string_literals;
    CHECK(make_frame("hi")->wire() == "\x81\x02hi"s);
    CHECK(make_frame(std::string(126, 'a'))->wire().substr(0, 4) == "\x81\x7e\x00\x7e"s);
    CHECK(make_frame(std::string(65536, 'a'))->wire().substr(0, 10) == "\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"s);
    CHECK(make_frame("text")->text() == "text");
    CHECK(make_close_frame(1001, "bye")->wire() ==
          "\x88\x05\x03\xe9"
          "bye"s);
    CHECK(make_close_frame(1001, std::string(122, 'a') + "å")->wire().size() == 2 + 2 + 122);
}

TEST_CASE("A round goes to those who listen in the order in which they came, also after some have left") {
    std::vector<int> served;
    struct Numbered final : Subscriber {
        Numbered(std::vector<int>& served, int number) : served_(served), number_(number) {}
        void send(const FramePtr&) override { served_.push_back(number_); }
        void close(unsigned short, std::string_view) override {}
        const std::shared_ptr<Listener>& listener() const override { return listener_; }

    private:
        std::vector<int>& served_;
        int number_;
        std::shared_ptr<Listener> listener_ = std::make_shared<Listener>();
    };
    Hub hub;
    std::vector<std::shared_ptr<Numbered>> ears;
    std::vector<int> expected;
    for (int i = 0; i < 200; ++i) {
        ears.push_back(std::make_shared<Numbered>(served, i));
        hub.enter(ears.back());
        hub.subscribe(ears.back(), "document:1");
        if (i % 3 != 0) expected.push_back(i);
    }
    for (int i = 0; i < 200; i += 3) hub.unsubscribe(*ears[std::size_t(i)], "document:1");
    hub.publish("document:1", 1, make_frame("one"));
    CHECK(served == expected);
}
