#include "paper/outside_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <optional>
#include <thread>

#include "base/log.hpp"

namespace samrad::paper {

namespace {

using Clock = std::chrono::steady_clock;
constexpr rlim_t most_memory = 2ULL << 30;  // bytes
using std::string;

Problem unavailable(std::string_view code) { return {Kind::unavailable, string(code), {}, {}, 0}; }
Problem too_large(std::string_view code) { return {Kind::too_large, string(code), {}, {}, 0}; }
Problem broken() { return {Kind::broken, "paper.failed", {}, {}, 0}; }

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    int get() const { return number_; }
    void set(int number) { number_ = number; }

private:
    int number_;
};

// Two ends of a socket: unlike a pipe it can be written to without SIGPIPE.
bool open_pair(Descriptor& ours, Descriptor& theirs) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    ours.set(ends[0]);
    theirs.set(ends[1]);
    return ::fcntl(ours.get(), F_SETFL, O_NONBLOCK) == 0;
}

// The path of a program; "" where there is none.
string found(const string& name) {
    if (name.find('/') != string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : string();
    if (name.empty()) return {};
    for (const char* folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"}) {
        if (::access((folder + name).c_str(), X_OK) == 0) return folder + name;
    }
    return {};
}

// Nothing of ours stays open in the child: a client's socket that lived on there would not be closed when we close it.
std::optional<pid_t> start(const string& path, const std::vector<string>& command, int input, int output) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_adddup2(&files, input, 0);
    ::posix_spawn_file_actions_adddup2(&files, output, 1);
    ::posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&files, 3);
    ::posix_spawn_file_actions_addchdir_np(&files, "/");
    ::posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const char* environment[] = {"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent", nullptr};
    pid_t child = 0;
    const int failed =
        ::posix_spawn(&child, path.c_str(), &files, &attributes, words.data(), const_cast<char**>(environment));
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    if (failed != 0) return std::nullopt;
    const rlimit no_core{0, 0};
    ::prlimit(child, RLIMIT_CORE, &no_core, nullptr);
    // Not the address space, of which pandoc reserves a terabyte: what it may really write to.
    const rlimit memory{most_memory, most_memory};
    ::prlimit(child, RLIMIT_DATA, &memory, nullptr);
    return child;
}

// Writes the input and reads the output, whichever goes. Nothing where all is read; else why it ended.
std::optional<Problem> pump(Descriptor& input, int output, std::string_view left, string& out, std::size_t most,
                            Clock::time_point until) {
    char buffer[64 * 1024];
    if (left.empty()) input.close();
    while (true) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        if (wait <= 0) return too_large("paper.too_slow");
        pollfd ends[2] = {{output, POLLIN, 0}, {input.get(), POLLOUT, 0}};  // a closed input is -1: left out
        if (::poll(ends, 2, int(wait)) < 0 && errno != EINTR) return broken();
        if (ends[1].revents != 0) {
            const auto sent = ::send(input.get(), left.data(), left.size(), MSG_NOSIGNAL);
            if (sent > 0) left.remove_prefix(std::size_t(sent));
            const bool deaf = sent < 0 && errno != EAGAIN && errno != EINTR;  // it may still answer
            if (left.empty() || deaf) input.close();
        }
        if (ends[0].revents != 0) {
            const auto got = ::read(output, buffer, sizeof buffer);
            if (got == 0) return std::nullopt;
            if (got < 0 && errno != EAGAIN && errno != EINTR) return std::nullopt;
            if (got > 0) out.append(buffer, std::size_t(got));
            if (out.size() > most) return too_large("paper.too_large");
        }
    }
}

// How the program ended; killed where it has not by then. All that it started is killed with it, before its number can
// become somebody else's.
int finish(pid_t child, Clock::time_point until, bool kill_now) {
    siginfo_t ended{};
    while (!kill_now && Clock::now() < until) {
        if (::waitid(P_PID, id_t(child), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == child) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ::kill(-child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

struct Turn {
    std::atomic<int>& running;
    const int place = ++running;
    ~Turn() { --running; }
};

}  // namespace

Result<string> OutsidePrograms::run(const std::vector<string>& command, std::string_view input,
                                    std::optional<std::chrono::milliseconds> time) {
    const Turn turn{running_};
    if (turn.place > limits_.at_once) return Problem{Kind::limited, "paper.busy", {}, {}, 5};
    const string path = command.empty() ? string() : found(command.front());
    if (path.empty()) return unavailable("paper.program_missing");

    Descriptor our_input, our_output, their_input, their_output;
    if (!open_pair(our_input, their_input) || !open_pair(our_output, their_output)) return broken();
    const auto until = Clock::now() + time.value_or(limits_.time);
    const auto child = start(path, command, their_input.get(), their_output.get());
    if (!child) return unavailable("paper.program_missing");
    their_input.close();
    their_output.close();

    string out;
    const auto problem = pump(our_input, our_output.get(), input, out, limits_.output, until);
    const int status = finish(*child, until, problem.has_value());
    if (problem) {
        log::warning("outside_program_stopped", {{"program", path}, {"why", problem->code}});
        return *problem;
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        log::warning("outside_program_failed", {{"program", path}, {"status", std::to_string(status)}});
        return broken();
    }
    return out;
}

}  // namespace samrad::paper
