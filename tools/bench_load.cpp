// Drives bench_live_server over loopback: one writer and N subscribers of one topic, one thread, epoll.
//
//   bench_load MODE PORT SERVER_PID SUBSCRIBERS [RATE_OR_WINDOW [SECONDS [PAYLOAD_BYTES]]]
//
//   idle     connects, waits, and tells what a socket costs the server in memory
//   storm    connects all at once; until each has 40,000 bytes of document
//   rate     RATE messages a second: how late each arrives
//   window   WINDOW messages under way at any time: how many deliveries a second there can be
//   slow     as rate, with one subscriber more that never reads until the end
//
// Prints one line of name=value, for tools/bench. What is counted is the mark "~T<10 digits>~" in the bytes of a
// socket, wherever the frames begin and end: the server joins frames, and a delivery is a message that arrived, not a
// frame. CPU is the server's own, from /proc, so that it holds on a busy machine too.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t mark_length = 13;
constexpr std::size_t storm_bytes = 40000;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "bench_load: %s\n", why.c_str());
    std::exit(1);
}

struct Connection {
    int handle = -1;
    bool counts = true;  // a subscriber whose deliveries are counted
    bool reads = true;   // until the end; the slow one does not
    bool open = false;   // the handshake is done
    bool ready = false;  // and the first bytes have come
    bool ended = false;
    std::string carried;  // the last bytes read, where a mark or the handshake's end may have begun
    std::size_t bytes = 0;
};

struct Message {
    double sent = 0;
    int arrived = 0;
};

struct Run {
    std::string mode;
    int port = 0, server = 0, subscribers = 0;
    int events = -1;
    std::size_t wanted_first = 1;
    std::vector<Connection> connections;
    std::vector<Message> messages;
    std::vector<float> delays;  // seconds
    std::size_t deliveries = 0, complete = 0;
    int ready = 0, lost = 0;
};

// ---- the server, as the kernel sees it

double server_cpu(int process) {
    double seconds = 0;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
        std::ifstream file(task.path() / "schedstat");
        double nanoseconds = 0;
        file >> nanoseconds;
        seconds += nanoseconds / 1e9;
    }
    return seconds;
}

double server_memory_kb(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024;
}

// ---- connections

void connect_one(Run& run, Connection& connection) {
    connection.handle = socket(AF_INET, SOCK_STREAM, 0);
    const int one = 1;
    setsockopt(connection.handle, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (!connection.reads) {  // so that what it leaves unread piles up in the server, not here
        const int small = 4096;
        setsockopt(connection.handle, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(run.port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Blocking: over loopback the connection is there as soon as it is in the server's backlog.
    if (connect(connection.handle, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) fail("cannot connect");
    const std::string host = "127.0.0.1:" + std::to_string(run.port);
    const std::string hello = "GET /api/socket HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                              "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    if (send(connection.handle, hello.data(), hello.size(), MSG_NOSIGNAL) < 0) fail("cannot send");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = static_cast<std::uint64_t>(&connection - run.connections.data());
    epoll_ctl(run.events, EPOLL_CTL_ADD, connection.handle, &event);
}

// Counts the marks in what came, together with the end of what came before.
void count_marks(Run& run, Connection& connection, std::string_view bytes, double at) {
    for (std::size_t i = bytes.find("~T"); i != std::string_view::npos; i = bytes.find("~T", i + 1)) {
        if (i + mark_length > bytes.size()) break;
        if (bytes[i + mark_length - 1] != '~') continue;
        auto& message = run.messages.at(std::strtoul(std::string(bytes.substr(i + 2, 10)).c_str(), nullptr, 10));
        run.delays.push_back(static_cast<float>(at - message.sent));
        ++run.deliveries;
        if (++message.arrived == run.subscribers) ++run.complete;
    }
    connection.carried = bytes.substr(bytes.size() - std::min(bytes.size(), mark_length - 1));
}

void take(Run& run, Connection& connection) {
    static std::vector<char> buffer(1 << 20);
    const std::size_t kept = connection.carried.size();
    std::memcpy(buffer.data(), connection.carried.data(), kept);
    const auto got = recv(connection.handle, buffer.data() + kept, buffer.size() - kept, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        connection.ended = true;
        ++run.lost;
        epoll_ctl(run.events, EPOLL_CTL_DEL, connection.handle, nullptr);
        return;
    }
    const double at = now();
    std::string_view bytes(buffer.data(), kept + static_cast<std::size_t>(got));
    connection.bytes += static_cast<std::size_t>(got);
    if (!connection.open) {
        const auto end = bytes.find("\r\n\r\n");
        connection.carried = bytes;
        if (end == std::string_view::npos) return;
        if (!bytes.starts_with("HTTP/1.1 101")) fail("refused: " + std::string(bytes.substr(0, 200)));
        connection.open = true;
        connection.carried.clear();
        bytes.remove_prefix(end + 4);
        connection.bytes = bytes.size();
    }
    if (!connection.ready && connection.bytes >= run.wanted_first) {
        connection.ready = true;
        ++run.ready;
        if (!connection.reads) epoll_ctl(run.events, EPOLL_CTL_DEL, connection.handle, nullptr);
    }
    if (connection.counts && !run.messages.empty()) count_marks(run, connection, bytes, at);
}

void turn(Run& run, int milliseconds) {
    static epoll_event events[512];
    const int count = epoll_wait(run.events, events, 512, milliseconds);
    for (int i = 0; i < count; ++i) take(run, run.connections[events[i].data.u64]);
}

// ---- messages

void say(Run& run, std::size_t payload) {
    char mark[mark_length + 1];
    std::snprintf(mark, sizeof mark, "~T%010zu~", run.messages.size());
    std::string text = std::string(R"({"t":"say","text":")") + mark;
    if (text.size() + 2 < payload) text.append(payload - text.size() - 2, 'x');
    text += "\"}";
    std::string frame = "\x81";
    const auto size = text.size();
    if (size < 126) {
        frame += static_cast<char>(0x80 | size);
    } else {
        frame += {static_cast<char>(0x80 | 126), static_cast<char>(size >> 8), static_cast<char>(size)};
    }
    frame.append(4, '\0');  // a mask that changes nothing
    frame += text;
    run.messages.push_back({now(), 0});
    // Blocking, so that the frame goes out whole.
    if (send(run.connections.back().handle, frame.data(), frame.size(), MSG_NOSIGNAL) < 0)
        fail("the writer is cut off");
}

double percentile(std::vector<float>& all, double share) {
    if (all.empty()) return 0;
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size() - 1));
    std::nth_element(all.begin(), at, all.end());
    return *at * 1000.0;
}

// Reads what the slow one left; true where the server ended it before all was sent.
bool was_cut_off(Connection& slow, std::size_t everything) {
    timeval patience{3, 0};
    setsockopt(slow.handle, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::vector<char> buffer(1 << 16);
    ssize_t got = 0;
    while ((got = recv(slow.handle, buffer.data(), buffer.size(), 0)) > 0) slow.bytes += static_cast<std::size_t>(got);
    return (got == 0 || errno == ECONNRESET) && slow.bytes < everything;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 5) fail("MODE PORT SERVER_PID SUBSCRIBERS [RATE_OR_WINDOW [SECONDS [PAYLOAD_BYTES]]]");
    const auto number = [&](int index, double otherwise) {
        return count > index ? std::strtod(arguments[index], nullptr) : otherwise;
    };
    Run run;
    run.mode = arguments[1];
    run.port = static_cast<int>(number(2, 0));
    run.server = static_cast<int>(number(3, 0));
    run.subscribers = static_cast<int>(number(4, 0));
    const double rate = number(5, 5), seconds = number(6, 5);
    const auto payload = static_cast<std::size_t>(number(7, 64));
    const bool slow = run.mode == "slow", talks = slow || run.mode == "rate" || run.mode == "window";
    if (run.mode == "storm") run.wanted_first = storm_bytes;
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    run.events = epoll_create1(0);
    // In this order: subscribers, the slow one, the writer.
    run.connections.resize(static_cast<std::size_t>(run.subscribers + (slow ? 1 : 0) + (talks ? 1 : 0)));
    if (slow) {
        auto& stopped = run.connections[static_cast<std::size_t>(run.subscribers)];
        stopped.counts = stopped.reads = false;
    }
    if (talks) run.connections.back().counts = false;
    run.delays.reserve(1 << 23);

    const double memory_before = server_memory_kb(run.server), start = now();
    for (std::size_t i = 0; i < run.connections.size(); ++i) {
        connect_one(run, run.connections[i]);
        if (run.mode != "storm") turn(run, 0);
    }
    const auto all = static_cast<int>(run.connections.size());
    while (run.ready + run.lost < all && now() - start < 60) turn(run, 5);
    if (run.ready != all) fail("only " + std::to_string(run.ready) + " connected");
    const double storm = now() - start;
    for (const double settled = now() + 1.5; now() < settled;) turn(run, 20);
    std::printf("storm_s=%.3f memory_kb=%.2f ", storm,
                (server_memory_kb(run.server) - memory_before) / std::max(1, run.subscribers));

    const double cpu = server_cpu(run.server), begin = now();
    double next = begin;
    while (talks && now() < begin + seconds) {
        if (run.mode == "window") {
            while (run.messages.size() - run.complete < static_cast<std::size_t>(rate)) say(run, payload);
        } else if (now() >= next) {
            say(run, payload);
            next += 1 / rate;
        }
        turn(run, 1);
    }
    const double took = now() - begin;
    const auto in_time = run.deliveries;
    const auto due = run.messages.size() * static_cast<std::size_t>(run.subscribers);
    for (const double end = now() + 3; talks && run.deliveries < due && now() < end;) turn(run, 5);
    const double used = server_cpu(run.server) - cpu, whole = now() - begin;
    std::printf("deliveries=%zu missing=%zu per_s=%.0f p50_ms=%.1f p99_ms=%.1f cpu_s_per_million=%.2f cpu_share=%.2f",
                run.deliveries, due - run.deliveries, static_cast<double>(in_time) / took, percentile(run.delays, 0.5),
                percentile(run.delays, 0.99), used / std::max(1.0, static_cast<double>(run.deliveries)) * 1e6,
                used / whole);
    if (slow) {
        auto& connection = run.connections[static_cast<std::size_t>(run.subscribers)];
        const bool cut = was_cut_off(connection, run.messages.size() * payload);
        std::printf(" cut=%d kept_kb=%zu", cut ? 1 : 0, connection.bytes / 1024);
    }
    std::printf("\n");
}
