// The least that a server of sockets can do, to measure ours against on the machine of the moment:
//
//   bench_bare_server PORT
//
// One thread, epoll, one send() a subscriber; no check of anything, no queue, no hub. What one socket says goes to all.
// For bench_load alone, whose handshake and frames it takes for granted.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

struct Peer {
    bool open = false;
    std::string come;
};

int epoll = -1;
std::unordered_map<int, Peer> peers;
std::vector<int> room;

std::string frame_of(std::string_view text) {
    std::string frame = "\x81";
    if (text.size() < 126) {
        frame += static_cast<char>(text.size());
    } else {
        frame += {126, static_cast<char>(text.size() >> 8), static_cast<char>(text.size())};
    }
    return frame.append(text);
}

void say(int socket, std::string_view bytes) { send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL); }

// Takes whole masked frames of under 64 kB from the front; the mask is four zeros.
void take_frames(Peer& peer) {
    while (peer.come.size() >= 6) {
        const auto* head = reinterpret_cast<const unsigned char*>(peer.come.data());
        std::size_t size = head[1] & 0x7f, begin = 6;
        if (size == 126) size = std::size_t(head[2]) << 8 | head[3], begin = 8;
        if (peer.come.size() < begin + size) return;
        const std::string frame = frame_of(std::string_view(peer.come).substr(begin, size));
        peer.come.erase(0, begin + size);
        for (const int socket : room) say(socket, frame);
    }
}

void take(int socket) {
    char buffer[1 << 16];
    const auto got = recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
    Peer& peer = peers[socket];
    if (got <= 0) {
        std::erase(room, socket);
        peers.erase(socket);
        close(socket);
        return;
    }
    peer.come.append(buffer, static_cast<std::size_t>(got));
    if (peer.open) return take_frames(peer);
    if (!peer.come.ends_with("\r\n\r\n")) return;
    peer.open = true;
    peer.come.clear();
    room.push_back(socket);
    say(socket, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    say(socket, frame_of("hello"));
}

void watch(int socket) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

}  // namespace

int main(int count, char** arguments) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    const int one = 1, door = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(count > 1 ? std::atoi(arguments[1]) : 21001));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(door, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || listen(door, 4096) != 0) {
        std::perror("bench_bare_server");
        return 1;
    }
    epoll = epoll_create1(0);
    watch(door);
    for (epoll_event events[512];;) {
        const int ready = epoll_wait(epoll, events, 512, -1);
        for (int i = 0; i < ready; ++i) {
            const int socket = events[i].data.fd;
            if (socket != door) {
                take(socket);
                continue;
            }
            const int fresh = accept(door, nullptr, nullptr);
            if (fresh < 0) continue;
            setsockopt(fresh, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            watch(fresh);
        }
    }
}
